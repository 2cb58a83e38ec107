import { hasRuleClocks } from '../insights/clocks.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { TO_SHIP_STATUSES } from '../model/status.ts';
import { type History, NO_TIME } from './db.ts';
import { RULE_OVERRIDES_KEY } from './read/rulebook.ts';
import { applyDelta, type RollupDelta, startDelta } from './rollups.ts';
import { toRow } from './row.ts';

const SLICE = 500;

/**
 * Sets the user's own rules for their shops, all of them, and gives the open orders whose clocks no page told their
 * places in the indexes and rollups by them. One transaction: a worker that ends on the way leaves all as it was.
 */
export async function changeRuleOverrides(db: History, overrides: readonly RuleOverride[]): Promise<void> {
  await db.transaction('rw', db.orders, db.rollups, db.meta, async () => {
    await db.meta.put({ key: RULE_OVERRIDES_KEY, value: overrides });
    const delta = await startDelta(db, 'seller');
    for (const status of TO_SHIP_STATUSES) {
      const keys = await db.orders
        .where('[order.status+sortAt]')
        .between([status, Number.NEGATIVE_INFINITY], [status, NO_TIME], true, true)
        .primaryKeys();
      for (let start = 0; start < keys.length; start += SLICE)
        await placeAnew(db, keys.slice(start, start + SLICE), overrides, delta);
    }
    await applyDelta(db, delta);
  });
}

async function placeAnew(
  db: History,
  keys: string[],
  overrides: readonly RuleOverride[],
  delta: RollupDelta,
): Promise<void> {
  const rows = (await db.orders.bulkGet(keys)).filter((row) => row !== undefined);
  const moved = rows.flatMap((row) => {
    if (!hasRuleClocks(row.order)) return [];
    const next = toRow(row.order, row.told, overrides);
    if (next.shipDueAt === row.shipDueAt && next.autoCancelAt === row.autoCancelAt) return [];
    delta.add(row, -1);
    delta.add(next, 1);
    return [next];
  });
  await db.orders.bulkPut(moved);
}
