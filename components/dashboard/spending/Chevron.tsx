const TURNS = { left: 180, right: 0, up: 270, down: 90 } as const;

/** An arrow on a button whose name says what it does. */
export function Chevron({ to }: { to: keyof typeof TURNS }) {
  return (
    <svg class="icon" width="14" height="14" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M7 4l6 6-6 6" transform={`rotate(${TURNS[to]} 10 10)`} />
    </svg>
  );
}
