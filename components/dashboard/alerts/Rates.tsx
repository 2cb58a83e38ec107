import { accountName } from '../../../lib/history/read/accounts.ts';
import { readRates, type ShopRates } from '../../../lib/history/read/rates.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { RATE_KINDS } from '../../../lib/insights/rate-outcomes.ts';
import { findMarket } from '../../../lib/model/market.ts';
import { MINUTE_MS } from '../../../lib/model/time.ts';
import { RULE_KINDS } from '../../../lib/rulebook/rule.ts';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { ChartTable } from '../../charts/ChartTable.tsx';
import { shortDay } from '../../shared/dates.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive } from '../../shared/use-live.ts';
import { LoadingCard } from './LoadingCard.tsx';
import { RateLine } from './RateLine.tsx';
import '../../charts/charts.css';
import './rates.css';
import { countWords, DEFINITIONS, targetWords, valueWords } from './rate-words.ts';

interface Props {
  accounts: readonly AccountRow[];
  now: number;
}

/** The shop's rates move slowly, and counting them reads thousands of orders. */
const STEP_MS = 5 * MINUTE_MS;
const TITLE = 'Rates';
const HEADS = ['Rate', 'Now', 'Target', 'Orders'];

/** Each rate that a market holds a shop to, of every shop: how it stands, what is left, and what is not known. */
export function Rates({ accounts, now }: Props) {
  const shops = accounts.filter(({ role }) => role === 'seller');
  const at = now - (now % STEP_MS);
  const seen = shops.map(({ key, market, lastSeenAt }) => `${key} ${market} ${lastSeenAt}`).join();
  const live = useLive((db) => Promise.all(shops.map((shop) => readRates(db, shop, at))), [seen, at]);
  if (shops.length === 0) return null;
  if (live.state === 'error') return <HistoryError error={live.error} />;
  if (live.state === 'pending') return live.isSlow ? <LoadingCard title={TITLE} /> : null;
  // For a moment the answer may still be that of other shops.
  const known = shops.flatMap((shop, index) => {
    const rates = live.value[index];
    return rates ? [{ shop, name: accountName(shop, accounts), ...rates }] : [];
  });
  return (
    <ChartCard title={TITLE} table={<RatesTable shops={known} />}>
      {known.map((shop) => (
        <Shop key={shop.shop.key} shop={shop} isAlone={known.length === 1} now={at} />
      ))}
      <Definitions />
    </ChartCard>
  );
}

function Definitions() {
  return (
    <details>
      <summary>How they are counted</summary>
      <ul class="rates-counted">
        {RATE_KINDS.map((kind) => (
          <li key={kind}>
            <strong>{RULE_KINDS[kind]}.</strong> {DEFINITIONS[kind]}
          </li>
        ))}
        <li>
          A full bar is all that the target allows; the mark is where it stands if everything that is not
          known counts against you.
        </li>
      </ul>
    </details>
  );
}

interface NamedRates extends ShopRates {
  shop: AccountRow;
  name: string;
}

function Shop({ shop, isAlone, now }: { shop: NamedRates; isAlone: boolean; now: number }) {
  const { rates, terms, stoppedAt, name } = shop;
  const place = findMarket(shop.shop.market)?.name ?? null;
  return (
    <div class="rates">
      {!isAlone && <h4>{name}</h4>}
      <ul>
        {rates.map((rate) => (
          <li key={rate.kind}>
            <RateLine rate={rate} terms={terms[rate.kind]} name={name} place={place} now={now} />
          </li>
        ))}
      </ul>
      {stoppedAt !== null && (
        <p class="missing">
          Only orders placed since {shortDay(stoppedAt, now)} are counted: before, there are more than can be
          read at once.
        </p>
      )}
    </div>
  );
}

function RatesTable({ shops }: { shops: readonly NamedRates[] }) {
  const rows = shops.flatMap(({ name, rates, terms }) =>
    rates.map((rate) => ({
      name: shops.length > 1 ? `${name}: ${RULE_KINDS[rate.kind]}` : RULE_KINDS[rate.kind],
      cells: [valueWords(rate), targetWords(terms[rate.kind]), countWords(rate)],
    })),
  );
  return <ChartTable label={TITLE} heads={HEADS} rows={rows} />;
}
