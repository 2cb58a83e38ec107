interface Props {
  label: string;
  /** 0 to 1; what is more fills the bar. */
  share: number;
  /** What the bar says, in words. */
  words: string;
  tone: 'fine' | 'soon' | 'late';
  /** A mark on the bar, 0 to 1: where it would stand at an even pace. */
  markShare?: number;
}

/** A part of a whole as a bar; the words say the same. */
export function Meter({ label, share, words, tone, markShare }: Props) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw a meter their own way, and without the mark
    <div
      class={`meter ${tone}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
    >
      <i style={{ width: `${percent}%` }} />
      {markShare !== undefined && <b style={{ left: `${Math.round(markShare * 100)}%` }} />}
    </div>
  );
}
