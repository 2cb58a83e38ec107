import { useState } from 'preact/hooks';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { MARKETS } from '../../../lib/model/market.ts';
import { rulesOf } from '../../../lib/rulebook/overview.ts';
import { Card } from '../../shared/Card.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { RuleLine } from './RuleLine.tsx';
import { useOverrides } from './use-overrides.ts';

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

/** The rules that computed times rest on, market by market, each with its source. */
export function Rulebook({ accounts, now }: Props) {
  const own = MARKETS.filter(({ code }) => accounts.some(({ market }) => market === code));
  const [chosen, setChosen] = useState<string | null>(null);
  const market = chosen ?? own[0]?.code ?? null;
  const shops = accounts.filter((account) => account.role === 'seller' && account.market === market);
  const overrides = useOverrides();
  return (
    <Card
      title="Rulebook"
      text="TikTok Shop’s rules as far as they are known, and who says so. Where a page gives a time itself, that time wins."
    >
      <MarketChoice own={own} value={market} onChange={setChosen} />
      {market !== null && (
        <ul class="rules">
          {rulesOf(market, now).map((entry) => (
            <RuleLine key={`${market} ${entry.kind}`} entry={entry} shops={shops} overrides={overrides} />
          ))}
        </ul>
      )}
      {overrides.failure !== null && (
        <ErrorNotice what="Your own rule was not saved" why={overrides.failure} next="Try again." />
      )}
    </Card>
  );
}

interface ChoiceProps {
  own: typeof MARKETS;
  value: string | null;
  onChange: (market: string) => void;
}

/** The list "Rules of": the user's own markets first, the others behind them. */
function MarketChoice({ own, value, onChange }: ChoiceProps) {
  const others = MARKETS.filter((market) => !own.includes(market));
  const options = (markets: typeof MARKETS) =>
    markets.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
  return (
    <label class="rules-of">
      <span>Rules of</span>
      <select class="select" value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        {value === null && <option value="">Choose a market</option>}
        {own.length > 0 && <optgroup label="Your markets">{options(own)}</optgroup>}
        <optgroup label={own.length > 0 ? 'Other markets' : 'Markets'}>{options(others)}</optgroup>
      </select>
    </label>
  );
}
