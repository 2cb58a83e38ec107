import { Order } from '../../model/order-schema.ts';
import { MissLog } from '../misses.ts';
import { pathName, typeName } from '../tolerant.ts';
import type { FilePart } from './file-source.ts';

/**
 * The part with only those orders that the history can keep. One that it can't is counted as broken and noted as a
 * miss, so that it does not make the import of all the others fail.
 */
export function checkedPart(part: FilePart): FilePart {
  const log = new MissLog();
  log.addAll(part.misses);
  const orders = part.orders.filter((order) => {
    const issue = Order.safeParse(order).error?.issues[0];
    if (!issue) return true;
    const path = pathName('order', issue.path);
    log.add({ path, expected: issue.code, got: typeName(valueAt(order, issue.path)) });
    return false;
  });
  const brokenCount = part.brokenCount + part.orders.length - orders.length;
  return { ...part, orders, misses: log.toArray(), brokenCount };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}
