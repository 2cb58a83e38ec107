import type { BuyerSummary } from '../../lib/history/read/buyer.ts';
import type { DriftSummary } from '../../lib/history/read/health.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import type { SpendingNow } from '../../lib/history/read/spending-now.ts';
import { buyerRows } from './buyer-rows.ts';
import { Deliveries } from './Deliveries.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { Spending } from './Spending.tsx';

/** What the popup knows of who buys. */
export interface BuyerData {
  accounts: readonly AccountRow[];
  summary: BuyerSummary;
  spending: SpendingNow;
}

/** A buyer's regions: what needs you first, then what comes, then money. */
export function Buying({ buyer, drift, now }: { buyer: BuyerData; drift: DriftSummary; now: number }) {
  const { accounts, summary, spending } = buyer;
  return (
    <>
      <NeedsYou needs={buyerRows(summary, accounts, drift, now)} nextDueAt={null} now={now} />
      <Deliveries summary={summary} now={now} />
      <Spending spending={spending} />
    </>
  );
}
