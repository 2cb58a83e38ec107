import type { History, OrderRow } from '../history/db.ts';
import { countOpenAlerts } from '../history/read/alerts.ts';
import { readOverlayFolded } from '../history/read/preferences.ts';
import { storedClocks } from '../insights/clocks.ts';
import type { OverlaySummary } from '../messages/protocol.ts';
import { orderKey } from '../model/key.ts';
import { isPaid } from '../model/status.ts';

/** What the overlay shows of the orders on a page: only those of the shops that were seen on that host. */
export async function overlaySummary(
  db: History,
  host: string,
  orderIds: readonly string[],
): Promise<OverlaySummary> {
  const accounts = (await db.accounts.where('host').equals(host).toArray()).filter(
    ({ role }) => role === 'seller',
  );
  const keys = accounts.flatMap(({ role, account }) => orderIds.map((id) => orderKey({ role, account, id })));
  const rows = (await db.orders.bulkGet(keys)).filter((row) => row !== undefined);
  const { count, words } = await countOpenAlerts(db);
  return {
    isFolded: await readOverlayFolded(db),
    orders: rows.map((row) => ({ id: row.order.id, ...storedClocks(row) })),
    ...revenueOf(rows),
    alerts: { count, words },
  };
}

function revenueOf(rows: readonly OrderRow[]): Pick<OverlaySummary, 'revenue' | 'withoutAmount'> {
  const paid = rows.map((row) => row.order).filter((order) => order.status !== 'CANCELLED' && isPaid(order));
  const sums = new Map<string, number>();
  for (const { currency, amounts } of paid) {
    if (currency === null || amounts.total === null) continue;
    sums.set(currency, (sums.get(currency) ?? 0) + amounts.total - (amounts.refunded ?? 0));
  }
  return {
    revenue: [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor })),
    withoutAmount: paid.filter((order) => order.amounts.total === null || order.currency === null).length,
  };
}
