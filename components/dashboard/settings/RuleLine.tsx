import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { RuleEntry } from '../../../lib/rulebook/overview.ts';
import type { Rule } from '../../../lib/rulebook/rule.ts';
import { Pill } from '../../shared/Pill.tsx';
import { OwnRule } from './OwnRule.tsx';
import { isSettable } from './rule-fields.ts';
import type { Overrides } from './use-overrides.ts';

interface Props {
  entry: RuleEntry;
  /** The user's shops of this market. */
  shops: readonly AccountRow[];
  overrides: Overrides;
}

/** One kind of rule of a market: what holds, since when, who says so and how sure that is; or that it is not known. */
export function RuleLine({ entry, shops, overrides }: Props) {
  const { title, words, rule, isStale, kind } = entry;
  return (
    <li>
      <p class="rule-head">
        <strong>{title}</strong>
        {rule?.certainty === 'reported' && (
          <Pill tone="calm" detail="Others say that TikTok says so; no page of TikTok’s own was read">
            Reported
          </Pill>
        )}
        {isStale && (
          <Pill tone="soon" detail="It was last read at its source more than 90 days ago">
            Not checked lately
          </Pill>
        )}
      </p>
      <p class={rule === null ? 'unknown' : undefined}>{rule === null ? words : sentence(words)}</p>
      {rule !== null && <p class="muted">{sourceWords(rule)}</p>}
      {shops.length > 0 && isSettable(kind) && (
        <OwnRule entry={entry} kind={kind} shops={shops} overrides={overrides} />
      )}
    </li>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Made once: the list names many days.
const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Since 17 Jan 2026 · seller-us.tiktok.com, … · checked 21 Nov 2026". */
function sourceWords({ validFrom, source, checkedOn }: Rule): string {
  const day = (text: string) => dayFormat.format(new Date(`${text}T00:00Z`));
  const since = validFrom === null ? [] : [`Since ${day(validFrom)}`];
  return [...since, source, `checked ${day(checkedOn)}`].join(' · ');
}
