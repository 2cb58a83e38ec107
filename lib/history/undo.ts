import type { ChangeRow, FieldChange, History, OrderRow } from './db.ts';
import { withFields } from './fields.ts';
import { applyDelta, RollupDelta } from './rollups.ts';
import { toRow } from './row.ts';

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
  return db.transaction('rw', db.orders, db.rollups, db.changes, db.captures, async () => {
    const counts: UndoCounts = { removed: 0, restored: 0, kept: 0 };
    const parts = await db.changes.where('captureId').equals(captureId).reverse().sortBy('id');
    for (const part of parts) {
      await undoPart(db, part, counts);
      if (part.id !== undefined) await db.changes.delete(part.id);
    }
    await db.captures.update(captureId, { undoneAt: now });
    return counts;
  });
}

async function undoPart(db: History, part: ChangeRow, counts: UndoCounts): Promise<void> {
  const delta = new RollupDelta();
  const keys = [...part.updatedKeys, ...part.created];
  const rows = new Map(
    (await db.orders.bulkGet(keys)).flatMap((row) => (row ? [[row.key, row] as const] : [])),
  );
  const later = await laterChanges(db, part, keys);
  const puts: OrderRow[] = [];
  const deletes: string[] = [];
  for (const { key, fields } of part.updated) {
    const row = rows.get(key);
    if (!row) continue;
    const restored = toRow(withFields(row.order, revert(fields, later.get(key) ?? [])));
    delta.add(row, -1);
    delta.add(restored, 1);
    puts.push(restored);
    counts.restored += 1;
  }
  for (const key of part.created) {
    const row = rows.get(key);
    if (!row) continue;
    if (later.has(key)) counts.kept += 1;
    else {
      delta.add(row, -1);
      deletes.push(key);
      counts.removed += 1;
    }
  }
  await db.orders.bulkPut(puts);
  await db.orders.bulkDelete(deletes);
  await applyDelta(db, delta);
}

/** Per order, the field changes that came after this part, oldest first. */
async function laterChanges(
  db: History,
  part: ChangeRow,
  keys: string[],
): Promise<Map<string, FieldChange[]>> {
  const wanted = new Set(keys);
  const later = new Map<string, FieldChange[]>();
  const rows = await db.changes.where('updatedKeys').anyOf(keys).distinct().sortBy('id');
  for (const row of rows.filter((entry) => (entry.id ?? 0) > (part.id ?? 0))) {
    let isRewritten = false;
    for (const { key, fields } of row.updated.filter((entry) => wanted.has(entry.key))) {
      later.set(key, [...(later.get(key) ?? []), ...fields]);
      isRewritten = rewriteOld(part, key, fields) || isRewritten;
    }
    if (isRewritten) await db.changes.put(row);
  }
  return later;
}

// A later change started from the value that is now undone: it starts from the value before.
function rewriteOld(part: ChangeRow, key: string, fields: FieldChange[]): boolean {
  const undone = part.updated.find((entry) => entry.key === key)?.fields ?? [];
  let isRewritten = false;
  for (const field of fields) {
    const match = undone.find((entry) => entry.path === field.path);
    if (match) {
      field.old = match.old;
      isRewritten = true;
    }
  }
  return isRewritten;
}

function revert(
  fields: readonly FieldChange[],
  later: readonly FieldChange[],
): { path: string; value: unknown }[] {
  const changedAgain = new Set(later.map((field) => field.path));
  return fields
    .filter((field) => !changedAgain.has(field.path))
    .map((field) => ({ path: field.path, value: field.old }));
}
