import type { ChangeRow, FieldChange, History } from '../history/db.ts';
import { readOverlayFolded } from '../history/read/preferences.ts';
import { BUYER_STATUS_WORDS, buyerMarks, type SeenChange } from '../insights/buyer-marks.ts';
import type { BuyerSummary } from '../messages/protocol.ts';
import { orderKey } from '../model/key.ts';
import type { OrderStatus } from '../model/order.ts';
import { MINUTE_MS } from '../model/time.ts';

/** What the overlay shows of the orders on a buyer's page: only those of the buyers that were seen on that host. */
export async function buyerSummary(
  db: History,
  host: string,
  orderIds: readonly string[],
  now: number,
): Promise<BuyerSummary> {
  const accounts = (await db.accounts.where('host').equals(host).toArray()).filter(
    ({ role }) => role === 'buyer',
  );
  const keys = accounts.flatMap(({ role, account }) => orderIds.map((id) => orderKey({ role, account, id })));
  const rows = (await db.orders.bulkGet(keys)).filter((row) => row !== undefined);
  const beforeAt = orderIds.length > 0 ? await startLook(db, host, now) : null;
  const news = await newsSince(
    db,
    rows.map(({ key }) => key),
    beforeAt,
  );
  return {
    isFolded: await readOverlayFolded(db),
    orders: rows.map(({ key, order }) => ({
      id: order.id,
      marks: buyerMarks(order, now, news.get(key)),
    })),
  };
}

interface Look {
  at: number;
  /** When the look before this one ended; null for the first. */
  beforeAt: number | null;
}

// Reads within half an hour are one look: what is new stays new while the user goes from page to page.
const LOOK_GAP_MS = 30 * MINUTE_MS;

/** Notes that the user looks at a host's orders now; returns when the look before this one ended. */
async function startLook(db: History, host: string, now: number): Promise<number | null> {
  const key = `overlay.look|${host}`;
  return db.transaction('rw', db.meta, async () => {
    const known = (await db.meta.get(key))?.value as Look | undefined;
    const isSame = known !== undefined && now - known.at < LOOK_GAP_MS;
    const beforeAt = (isSame ? known.beforeAt : known?.at) ?? null;
    await db.meta.put({ key, value: { at: now, beforeAt } satisfies Look });
    return beforeAt;
  });
}

/** Per order, what changed since a moment, newest last; nothing when there was no look before. */
async function newsSince(
  db: History,
  keys: readonly string[],
  sinceMs: number | null,
): Promise<Map<string, SeenChange[]>> {
  const news = new Map<string, SeenChange[]>();
  if (sinceMs === null) return news;
  const wanted = new Set(keys);
  const rows = await db.changes.where('updatedKeys').anyOf(keys).distinct().sortBy('id');
  for (const { updated } of rows.filter(({ at }: ChangeRow) => at > sinceMs)) {
    for (const { key, fields } of updated) {
      if (wanted.has(key)) news.set(key, [...(news.get(key) ?? []), ...fields.flatMap(seenChange)]);
    }
  }
  return news;
}

const NAMES: readonly [RegExp, string][] = [
  [/^status$/, 'status'],
  [/^deadlines\.returnByAt$/, 'return date'],
  [/^amounts\.refunded$/, 'refund'],
  [/^amounts\.total$/, 'total'],
  [/^shipTo$/, 'address'],
  [/^packages\/[^/]*$/, 'parcel'],
  [/^returns\//, 'return'],
];

// What is known for the first time has not changed: the page was only not read before.
function seenChange({ path, old, new: value }: FieldChange): SeenChange[] {
  const name = NAMES.find(([pattern]) => pattern.test(path))?.[1];
  if (name === undefined || old === null || old === undefined || value === null) return [];
  const was = path === 'status' ? `was “${BUYER_STATUS_WORDS[old as OrderStatus] ?? old}”` : null;
  return [{ name, was }];
}
