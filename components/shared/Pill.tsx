import type { ComponentChildren } from 'preact';
import type { Tone } from '../../lib/insights/risk.ts';

/** A few words with a tone behind them; `detail` is the exact time and why. */
export function Pill({
  tone,
  detail,
  children,
}: {
  tone: Tone;
  detail?: string;
  children: ComponentChildren;
}) {
  return (
    <span class={`pill tone-${tone}`} title={detail}>
      {children}
    </span>
  );
}
