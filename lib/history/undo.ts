import type { RuleOverride } from '../model/rule-override.ts';
import type { ChangeRow, History, OrderRow } from './db.ts';
import { withFields } from './fields.ts';
import { dropEmptyFileAccounts } from './file-accounts.ts';
import { putInPlaces } from './places.ts';
import { readRuleOverrides } from './read/rulebook.ts';
import { undoRecords } from './records.ts';
import { applyDelta, startDelta } from './rollups.ts';
import { toRow } from './row.ts';
import { NO_CLAIM, type Stamps, stampOf } from './stamps.ts';
import { changesOf, isTouched, stampPath, toldOnce } from './told-once.ts';

/** What an undo did: orders taken out again, orders set back, and orders that a later capture keeps. */
export interface UndoCounts {
  removed: number;
  restored: number;
  kept: number;
}

/**
 * Takes one capture (or import) out of the history as a unit. What it created goes; where a later capture told more
 * about it, only what no later one told goes. What it changed gets its old value, unless a later capture changed it
 * again.
 */
export async function undoCapture(db: History, captureId: string, now: number): Promise<UndoCounts> {
  return db.transaction('rw', db.tables, async () => {
    const counts: UndoCounts = { removed: 0, restored: 0, kept: 0 };
    const parts = await db.changes.where('captureId').equals(captureId).reverse().sortBy('id');
    for (const part of parts) await undoPart(db, part, counts);
    await db.captures.update(captureId, { undoneAt: now });
    await undoRecords(db, captureId);
    await dropEmptyFileAccounts(db);
    return counts;
  });
}

async function undoPart(db: History, part: ChangeRow, counts: UndoCounts): Promise<void> {
  const keys = [...part.updatedKeys, ...part.created];
  const rows = (await db.orders.bulkGet(keys)).filter((row) => row !== undefined);
  const later = await laterChanges(db, part, keys);
  const created = new Set(part.created);
  const [delta, overrides] = await Promise.all([startDelta(db), readRuleOverrides(db)]);
  const puts: OrderRow[] = [];
  const deletes: string[] = [];
  for (const row of rows) {
    const after = later.get(row.key) ?? [];
    const isCreated = created.has(row.key);
    delta.add(row, -1);
    if (isCreated && after.length === 0) {
      counts.removed += 1;
      deletes.push(row.key);
      continue;
    }
    const restored = isCreated ? strip(row, after, overrides) : restore(row, part, after, overrides);
    counts[isCreated ? 'kept' : 'restored'] += 1;
    delta.add(restored, 1);
    puts.push(restored);
  }
  await db.orders.bulkPut(puts);
  await db.orders.bulkDelete(deletes);
  await applyDelta(db, delta);
  await db.changes.bulkPut(rewriteLater(part, later));
  if (part.id !== undefined) await db.changes.delete(part.id);
}

// Where others told more since, a value that is set back is known from nobody any more: whoever tells it next is
// believed.
function restore(
  row: OrderRow,
  part: ChangeRow,
  after: readonly ChangeRow[],
  overrides: readonly RuleOverride[],
): OrderRow {
  const fields = revert(part, row.key, after);
  const order = withFields(row.order, fields);
  const before = part.updated.find((entry) => entry.key === row.key);
  if (after.length === 0) return toRow(putInPlaces(order, before?.places), before?.told, overrides);
  return toRow(order, withoutClaims(row, fields), overrides);
}

/** An order that a later capture keeps, without what was told by the undone one alone. */
function strip(row: OrderRow, after: readonly ChangeRow[], overrides: readonly RuleOverride[]): OrderRow {
  const fields = toldOnce(row, after);
  return toRow(withFields(row.order, fields), withoutClaims(row, fields), overrides);
}

function withoutClaims(row: OrderRow, fields: readonly { path: string }[]): Stamps {
  const paths = fields.map(({ path }) => stampPath(path));
  const isTaken = (key: string) =>
    paths.some((path) => key.startsWith(`${path}@`) || key.startsWith(`${path}.`));
  const kept = Object.entries(row.told ?? {}).filter(([key]) => !isTaken(key));
  const claims = paths.map((path) => [path, NO_CLAIM] as const);
  return { '': stampOf(row.order), ...Object.fromEntries([...kept, ...claims]) };
}

/** Per order, the changes that came after this part, oldest first. */
async function laterChanges(db: History, part: ChangeRow, keys: string[]): Promise<Map<string, ChangeRow[]>> {
  const wanted = new Set(keys);
  const later = new Map<string, ChangeRow[]>();
  const rows = await db.changes.where('updatedKeys').anyOf(keys).distinct().sortBy('id');
  for (const row of rows.filter((entry) => (entry.id ?? 0) > (part.id ?? 0))) {
    for (const key of row.updatedKeys) {
      if (wanted.has(key)) later.set(key, [...(later.get(key) ?? []), row]);
    }
  }
  return later;
}

/**
 * The later changes as they are without this part: a field that started from an undone value starts from the
 * one before, and who told an undone order next is who created it.
 */
function rewriteLater(part: ChangeRow, later: ReadonlyMap<string, ChangeRow[]>): ChangeRow[] {
  const created = new Set(part.created);
  const rewritten = new Set<ChangeRow>();
  for (const [key, changes] of later) {
    const [first] = changes;
    if (first && created.has(key)) {
      first.updated = first.updated.filter((entry) => entry.key !== key);
      first.updatedKeys = first.updatedKeys.filter((entry) => entry !== key);
      first.created.push(key);
      rewritten.add(first);
    } else {
      for (const change of changes) if (startFromBefore(part, key, change)) rewritten.add(change);
    }
  }
  return [...rewritten];
}

function startFromBefore(part: ChangeRow, key: string, change: ChangeRow): boolean {
  const undone = new Map(changesOf(part, key).map((field) => [field.path, field.old]));
  const same = changesOf(change, key).filter((field) => undone.has(field.path));
  for (const field of same) field.old = undone.get(field.path) ?? null;
  return same.length > 0;
}

// What a later capture changed again stays; so does a parcel to which it added scans.
function revert(
  part: ChangeRow,
  key: string,
  later: readonly ChangeRow[],
): { path: string; value: unknown }[] {
  return changesOf(part, key)
    .filter(({ path }) => !isTouched(path, key, later))
    .map(({ path, old }) => ({ path, value: old }));
}
