interface Props {
  label: string;
  done: number;
  total: number;
}

/** How far a long job has come, in numbers and as a bar. */
export function Progress({ label, done, total }: Props) {
  return (
    <div class="progress">
      <span>
        {label}: {done.toLocaleString()} of {total.toLocaleString()}
      </span>
      <progress aria-label={label} value={done} max={Math.max(1, total)} />
    </div>
  );
}
