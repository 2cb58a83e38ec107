import { useEffect, useState } from 'preact/hooks';
import { readAccounts } from '../../lib/history/read/accounts.ts';
import { readOpenAlerts } from '../../lib/history/read/alerts.ts';
import { readBuyerSummary } from '../../lib/history/read/buyer.ts';
import { readDriftSummary } from '../../lib/history/read/health.ts';
import type { AccountRow, History, RollupRow } from '../../lib/history/read/rows.ts';
import { readSpendingNow } from '../../lib/history/read/spending-now.ts';
import { readSellerSummary } from '../../lib/history/read/summary.ts';
import { readTotals } from '../../lib/history/read/totals.ts';
import { activeHost } from '../../lib/messages/client-browser.ts';
import { HistoryError } from '../shared/HistoryError.tsx';
import { useHosts } from '../shared/use-hosts.ts';
import { useLive } from '../shared/use-live.ts';
import { useNow } from '../shared/use-now.ts';
import './popup.css';
import type { BuyerData } from './Buying.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { Frame, type PopupData, PopupView } from './PopupView.tsx';

/** The popup, live. */
export function Popup() {
  const now = useNow();
  const hosts = useHosts();
  const active = useActiveHost();
  const [shop, setShop] = useState<string | null>(null);
  const live = useLive((db) => readPopup(db, shop, now), [shop, now]);
  if (live.state === 'error') return <Broken error={live.error} now={now} />;
  if (live.state === 'pending') return live.isSlow ? <Loading now={now} /> : null;
  return (
    <PopupView data={live.value} shop={shop} onShop={setShop} hosts={hosts} activeHost={active} now={now} />
  );
}

// One transaction: a dozen small ones would cost more than what they read.
function readPopup(db: History, shop: string | null, now: number): Promise<PopupData> {
  const tables = [db.accounts, db.rollups, db.orders, db.drift, db.notes, db.meta, db.alerts];
  return db.transaction('r', tables, () => readParts(db, shop, now));
}

async function readParts(db: History, shop: string | null, now: number): Promise<PopupData> {
  // What waits for nothing is asked for at once: every wait costs more than what it reads.
  const [everyone, totals, drift, open] = await Promise.all([
    readAccounts(db),
    readTotals(db),
    readDriftSummary(db, now),
    readOpenAlerts(db, Number.POSITIVE_INFINITY),
  ]);
  const accounts = everyone.filter((account) => account.role === 'seller');
  const buyers = everyone.filter((account) => account.role === 'buyer');
  const chosen = accounts.filter((account) => shop === null || account.account === shop);
  const [summary, buyer] = await Promise.all([
    readSellerSummary(db, chosen, now, totals),
    buyers.length > 0 ? readBuyer(db, buyers, now, totals) : null,
  ]);
  return { accounts, chosen, summary, drift, buyer, open };
}

async function readBuyer(
  db: History,
  accounts: readonly AccountRow[],
  now: number,
  totals: readonly RollupRow[],
): Promise<BuyerData> {
  const [summary, spending] = await Promise.all([
    readBuyerSummary(db, accounts, now, totals),
    readSpendingNow(db, now, totals),
  ]);
  return { accounts, summary, spending };
}

function useActiveHost(): string | null {
  const [host, setHost] = useState<string | null>(null);
  useEffect(() => {
    void activeHost().then(setHost);
  }, []);
  return host;
}

function Broken({ error, now }: { error: Error; now: number }) {
  return (
    <Frame>
      <PopupHeader accounts={[]} now={now} />
      <HistoryError error={error} />
    </Frame>
  );
}

function Loading({ now }: { now: number }) {
  return (
    <Frame>
      <PopupHeader accounts={[]} now={now} />
      <div class="card loading" role="status" aria-label="Loading">
        <span class="skeleton" />
        <span class="skeleton" />
        <span class="skeleton" />
      </div>
    </Frame>
  );
}
