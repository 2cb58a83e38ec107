import type { ChangeRow, FieldChange, History, OrderRow } from './db.ts';
import { withFields } from './fields.ts';
import { dropEmptyFileAccounts } from './file-accounts.ts';
import { putInPlaces } from './places.ts';
import { undoRecords } from './records.ts';
import { applyDelta, startDelta } from './rollups.ts';
import { toRow } from './row.ts';
import { NO_CLAIM, stampOf } from './stamps.ts';

/** What an undo did: orders taken out again, orders set back, and orders that a later capture keeps. */
export interface UndoCounts {
  removed: number;
  restored: number;
  kept: number;
}

/**
 * Takes one capture (or import) out of the history as a unit. What it created goes, unless a later capture
 * told more about it; what it changed gets its old value, unless a later capture changed it again.
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
  const delta = await startDelta(db);
  const puts: OrderRow[] = [];
  const deletes: string[] = [];
  for (const row of rows) {
    const after = later.get(row.key) ?? [];
    if (created.has(row.key) && after.length > 0) {
      counts.kept += 1;
      continue;
    }
    delta.add(row, -1);
    if (created.has(row.key)) deletes.push(row.key);
    else {
      const restored = restore(row, part, after);
      delta.add(restored, 1);
      puts.push(restored);
    }
  }
  counts.removed += deletes.length;
  counts.restored += puts.length;
  await db.orders.bulkPut(puts);
  await db.orders.bulkDelete(deletes);
  await applyDelta(db, delta);
  await db.changes.bulkPut(rewriteLater(part, later));
  if (part.id !== undefined) await db.changes.delete(part.id);
}

// Where others told more since, a value that is set back is known from nobody any more: whoever tells it next is
// believed.
function restore(row: OrderRow, part: ChangeRow, after: readonly ChangeRow[]): OrderRow {
  const fields = revert(part, row.key, after);
  const order = withFields(row.order, fields);
  const before = part.updated.find((entry) => entry.key === row.key);
  if (after.length === 0) return toRow(putInPlaces(order, before?.places), before?.told);
  const stamps = Object.fromEntries(fields.map(({ path }) => [path, NO_CLAIM]));
  return toRow(order, { '': stampOf(row.order), ...row.told, ...stamps });
}

function fieldsFor(change: ChangeRow, key: string): FieldChange[] {
  return change.updated.find((entry) => entry.key === key)?.fields ?? [];
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
  const undone = new Map(fieldsFor(part, key).map((field) => [field.path, field.old]));
  const same = fieldsFor(change, key).filter((field) => undone.has(field.path));
  for (const field of same) field.old = undone.get(field.path) ?? null;
  return same.length > 0;
}

// What a later capture changed again stays; so does a parcel to which it added scans.
function revert(
  part: ChangeRow,
  key: string,
  later: readonly ChangeRow[],
): { path: string; value: unknown }[] {
  const again = later.flatMap((change) => fieldsFor(change, key)).map((field) => field.path);
  const isKept = (path: string) => again.some((other) => other === path || other.startsWith(`${path}/`));
  return fieldsFor(part, key)
    .filter(({ path }) => !isKept(path))
    .map(({ path, old }) => ({ path, value: old }));
}
