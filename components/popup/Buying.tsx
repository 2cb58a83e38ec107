import type { AlertRow } from '../../lib/history/read/alerts.ts';
import type { BuyerSummary } from '../../lib/history/read/buyer.ts';
import type { DriftSummary } from '../../lib/history/read/health.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import type { SpendingNow } from '../../lib/history/read/spending-now.ts';
import { alertNeeds, withAlerts } from './alert-needs.ts';
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

interface Props {
  buyer: BuyerData;
  drift: DriftSummary;
  open: readonly AlertRow[];
  now: number;
}

/** A buyer's regions: what needs you first, then what comes, then money. */
export function Buying({ buyer, drift, open, now }: Props) {
  const { accounts, summary, spending } = buyer;
  const needs = withAlerts(
    buyerRows(summary, accounts, drift, now),
    alertNeeds(open, 'buyer', accounts, now),
  );
  return (
    <>
      <NeedsYou needs={needs} nextDueAt={null} now={now} />
      <Deliveries summary={summary} now={now} />
      <Spending spending={spending} />
    </>
  );
}
