import type { AccountRow, ChangeRow, History } from '../history/db.ts';
import { readReturnJumps } from '../history/read/sku-returns.ts';
import type { ReturnJump } from '../insights/return-jumps.ts';
import { type AlertEvent, type AlertRules, channelOf } from '../model/alert.ts';
import { timeZoneOf } from '../model/market.ts';
import { DAY_MS, dayOf } from '../model/time.ts';
import { topicOf } from './matter.ts';

/** What was found at the last look at each shop, by its key. */
export const RETURN_JUMPS_KEY = 'alerts.returnJumps';

/** A look at a shop's returns: when, up to which stored change, and what there was to say. */
interface Look {
  at: number;
  changeId: number;
  events: AlertEvent[];
}

// A file's rows hold a thousand orders each.
const CHANGES_AT_ONCE = 20;

/**
 * What is said of products of which more comes back than before. Counting reads up to 20,000 orders, so a shop is
 * looked at once a day, and only when something was returned since; in between what was found is told again.
 */
export async function returnEvents(
  db: History,
  accounts: readonly AccountRow[],
  now: number,
  { settings }: AlertRules,
): Promise<AlertEvent[]> {
  if (channelOf('sku-returns', settings) === 'off') return [];
  const stored = (await db.meta.get(RETURN_JUMPS_KEY))?.value as Record<string, Look> | undefined;
  const looks: Record<string, Look> = {};
  let isNews = false;
  for (const account of accounts.filter(({ role }) => role === 'seller')) {
    const known = stored?.[account.key];
    const look = known && !isDue(known, now) ? known : await lookAt(db, account, known, now);
    looks[account.key] = look;
    isNews ||= look !== known;
  }
  if (isNews) await db.meta.put({ key: RETURN_JUMPS_KEY, value: looks });
  const events = Object.values(looks).flatMap((look) => look.events);
  return events.filter(({ endsAt }) => endsAt === null || endsAt > now);
}

// A look that lies ahead was taken before the clock was set back.
function isDue({ at }: Look, now: number): boolean {
  return now - at >= DAY_MS || at > now;
}

async function lookAt(db: History, account: AccountRow, known: Look | undefined, now: number): Promise<Look> {
  const last = await db.changes.toCollection().lastKey();
  const changeId = typeof last === 'number' ? last : 0;
  if (known && !(await hasReturns(db, account, known.changeId))) return { ...known, at: now, changeId };
  const jumps = await readReturnJumps(db, account, now);
  return { at: now, changeId, events: jumps.map((jump) => returnEvent(account, jump, now)) };
}

/** Whether a return of the shop may have come in after a stored change. */
async function hasReturns(db: History, { key }: AccountRow, after: number): Promise<boolean> {
  let above = after;
  for (;;) {
    const rows = await db.changes.where('id').above(above).limit(CHANGES_AT_ONCE).toArray();
    if (rows.some((row) => isOfReturn(row, `${key}|`))) return true;
    const last = rows.at(-1)?.id;
    if (last === undefined || rows.length < CHANGES_AT_ONCE) return false;
    above = last;
  }
}

// What is seen for the first time may have come back already.
function isOfReturn({ created, updated }: ChangeRow, prefix: string): boolean {
  return (
    created.some((key) => key.startsWith(prefix)) ||
    updated.some(
      ({ key, fields }) => key.startsWith(prefix) && fields.some(({ path }) => path.startsWith('returns/')),
    )
  );
}

function returnEvent({ key, market }: AccountRow, jump: ReturnJump, now: number): AlertEvent {
  const { sku, name, recent, before, isShopWide } = jump;
  const topic = topicOf('sku-returns', key, sku.slice(0, 200));
  const earlier = `${before.returns} of ${before.orders}`;
  return {
    id: `${topic}|${dayOf(now, timeZoneOf(market)).slice(0, 7)}`,
    kind: 'sku-returns',
    topic,
    role: 'seller',
    orderKey: null,
    accountKey: key,
    at: now,
    severity: 'normal',
    title: `Returned more often: ${name || sku}`,
    detail:
      `${recent.returns} of ${recent.orders} orders of the last 30 days; ` +
      (isShopWide ? `${earlier} of the whole shop’s in the 60 before` : `${earlier} in the 60 before`),
    dueAt: null,
    why: 'Chance alone brings so many less than once in 1,000 times',
    endsAt: now + 30 * DAY_MS,
    ruleId: null,
  };
}
