import { describe, expect, test, vi } from 'vitest';
import { MAX_AMOUNT_MINOR } from '../../lib/model/money.ts';
import { emptyOrder } from '../../lib/model/order.ts';
import { checkedPart } from '../../lib/sources/files/checked-part.ts';
import type { FileSource } from '../../lib/sources/files/file-source.ts';
import { serveReads } from '../../lib/sources/files/serve-reads.ts';
import type { FromReader } from '../../lib/sources/files/worker-messages.ts';

const order = (id: string) => emptyOrder(id, { role: 'seller', account: 'file:Me', market: null });
const part = (orders: ReturnType<typeof order>[]) => ({
  orders,
  records: [],
  misses: [{ path: 'rows[].total', expected: 'amount', got: 'string' }],
  brokenCount: 1,
  readBytes: 9,
});

const absurd = order('577100000000000041');
absurd.amounts.total = MAX_AMOUNT_MINOR + 1;

const source: FileSource = {
  id: 'files/test',
  label: 'Test file',
  matches: () => true,
  async *read() {
    yield part([absurd, order('577100000000000042')]);
  },
};
vi.mock('../../lib/sources/files/registry.ts', () => ({ FILE_SOURCES: [], findFileSource: () => source }));

describe('a part of a file', () => {
  test('goes without the orders that the history can not keep; they are counted and noted', () => {
    const checked = checkedPart(part([absurd, order('577100000000000042'), order('a|b')]));
    expect(checked.orders.map(({ id }) => id)).toEqual(['577100000000000042']);
    expect([checked.brokenCount, checked.readBytes]).toEqual([3, 9]);
    expect(checked.misses).toEqual([
      { path: 'rows[].total', expected: 'amount', got: 'string' },
      { path: 'order.amounts.total', expected: 'too_big', got: 'number' },
      { path: 'order.id', expected: 'invalid_format', got: 'string' },
    ]);
  });

  test('is checked before a page gets it, for its preview as for its import', async () => {
    const told: FromReader[] = [];
    const take = serveReads((message) => told.push(message));
    const file = { name: 'a.csv', blob: new Blob(['a']), seenAt: 1, accountName: 'Me', timeZone: 'UTC' };
    take({ type: 'read', ...file });
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ type: 'done' }));
    expect(told[0]).toMatchObject({ part: { orders: [{ id: '577100000000000042' }], brokenCount: 2 } });
  });

  test('stays as it is when all of it is whole', () => {
    const whole = part([order('577100000000000043')]);
    expect(checkedPart(whole)).toEqual(whole);
  });
});
