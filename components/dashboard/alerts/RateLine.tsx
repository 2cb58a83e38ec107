import type { RateTerms } from '../../../lib/insights/rate-terms.ts';
import type { Rate } from '../../../lib/insights/rates.ts';
import { isStale } from '../../../lib/rulebook/overview.ts';
import { RULE_KINDS } from '../../../lib/rulebook/rule.ts';
import { termsWords } from '../../../lib/rulebook/words.ts';
import { Meter } from '../../charts/Meter.tsx';
import { Pill } from '../../shared/Pill.tsx';
import {
  countWords,
  forecastWords,
  gapWords,
  headroomWords,
  STATES,
  targetWords,
  usedShares,
  valueWords,
} from './rate-words.ts';

interface Props {
  rate: Rate;
  terms: RateTerms;
  /** The shop's name, and that of its market where it is known. */
  name: string;
  place: string | null;
  now: number;
}

/** One rate of a shop: where it stands under its target, and in words what is left, what comes and what is missing. */
export function RateLine({ rate, terms, name, place, now }: Props) {
  const title = RULE_KINDS[rate.kind];
  const { tone, label } = STATES[rate.state];
  const forecast = forecastWords(rate, terms, now);
  const headroom = headroomWords(rate, terms);
  return (
    <>
      <p class="rate-head">
        <strong>{title}</strong>
        <b>{valueWords(rate)}</b>
        <Pill tone={tone}>{label}</Pill>
      </p>
      <Allowance rate={rate} terms={terms} label={`${title}, ${name}`} />
      {rate.all > 0 && (
        <p>
          {countWords(rate)}. {headroom}
        </p>
      )}
      {forecast !== null && <p>{forecast}</p>}
      {gapWords(rate).map((gap) => (
        <p key={gap} class="muted">
          {gap}
        </p>
      ))}
      <Target rate={rate} terms={terms} place={place} now={now} />
    </>
  );
}

/** The bar is what the target allows: full, it is used up. */
function Allowance({ rate, terms, label }: { rate: Rate; terms: RateTerms; label: string }) {
  if (rate.limit === null || rate.all === 0) return null;
  const { used, most } = usedShares(rate, rate.limit);
  const tone = STATES[rate.state].tone;
  return (
    <Meter
      label={label}
      share={used}
      words={`${valueWords(rate)}, target ${targetWords(terms)}`}
      tone={tone === 'calm' ? 'fine' : tone}
      {...(rate.unknown > 0 ? { markShare: most } : {})}
    />
  );
}

/** What the rate is held against, who says so, and over which days. */
function Target({ rate, terms, place, now }: Omit<Props, 'name'>) {
  const days = `last ${rate.windowDays} days shown`;
  const isWindowKnown = terms !== null && terms.windowDays !== null;
  const says =
    terms === null ? `No target is known${place === null ? '' : ` for ${place}`}` : termsWords(terms);
  const isOld = terms !== null && 'checkedOn' in terms && isStale(terms, now);
  return (
    <p class="muted">
      {says}; {isWindowKnown ? '' : 'window not known, '}
      {days}.{terms !== null && 'note' in terms && ` ${terms.note}`}
      {isOld && (
        <>
          {' '}
          <Pill tone="soon">Checked more than 90 days ago</Pill>
        </>
      )}
    </p>
  );
}
