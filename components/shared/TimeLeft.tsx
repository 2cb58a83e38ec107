import type { Tone } from '../../lib/insights/risk.ts';
import { timeLeft } from '../../lib/insights/words.ts';
import { exactTime } from './dates.ts';
import { Pill } from './Pill.tsx';

interface Props {
  atMs: number;
  now: number;
  tone: Tone;
  /** Where the time comes from: "Page: ship by Tue 12:00". */
  why: string;
}

/** How much of a clock is left; the exact time and why in its title. */
export function TimeLeft({ atMs, now, tone, why }: Props) {
  return (
    <Pill tone={tone} detail={`${why} (${exactTime(atMs)})`}>
      <time dateTime={new Date(atMs).toISOString()}>{timeLeft(atMs, now)}</time>
    </Pill>
  );
}
