interface Props<T extends string> {
  label: string;
  /** What the choice of everything is called. */
  all: string;
  options: readonly (readonly [T, string])[];
  value: T | null;
  onChange: (value: T | null) => void;
}

/** A list that narrows another list. */
export function FilterSelect<T extends string>({ label, all, options, value, onChange }: Props<T>) {
  return (
    <select
      class="select"
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(options.find(([option]) => option === currentTarget.value)?.[0] ?? null)
      }
    >
      <option value="">{all}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}
