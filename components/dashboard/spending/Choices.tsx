const MAX_CHOICES = 50;

/** Names that a field offers while one types. */
export function Choices({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names
        .filter((name) => name !== '')
        .slice(0, MAX_CHOICES)
        .map((name) => (
          <option key={name} value={name} />
        ))}
    </datalist>
  );
}
