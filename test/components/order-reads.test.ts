// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readingHistory } from '../../lib/history/read/live.ts';
import { readOrderKeys, readOrdersAt } from '../../lib/history/read/order-list.ts';
import { type OrderFilter, readOrderPage } from '../../lib/history/read/orders.ts';
import { searchOrders } from '../../lib/history/read/search.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { makeItem, makeOrder, NOW } from './support.ts';

cleanHistoryAfterEach();

const ALL: OrderFilter = { account: null, status: null };
const FILTERS: OrderFilter[] = [
  ALL,
  { account: 'acc_us', status: null },
  { account: null, status: 'COMPLETED' },
  { account: 'acc_us', status: 'COMPLETED' },
  { account: 'acc', status: 'COMPLETED' },
];

/** Orders of which many share one and the same moment. */
const many = (count: number, at: (index: number) => number) =>
  Array.from({ length: count }, (_, index) =>
    makeOrder(`5767861051839${String(index).padStart(5, '0')}`, {
      placedAt: at(index),
      status: index % 3 === 0 ? 'COMPLETED' : 'IN_TRANSIT',
      items: [makeItem(index % 2 === 0 ? 'Mug' : 'Mat')],
    }),
  );

async function search(filter: OrderFilter, text: string) {
  const found: string[] = [];
  let searched = 0;
  for await (const step of searchOrders(readingHistory(), filter, text, new AbortController().signal)) {
    found.push(...step.rows.map((row) => row.key));
    searched = step.searched;
  }
  return { found, searched };
}

describe('a place in a long list', () => {
  it.each(FILTERS)('is the same by its keys as by its number, for %o', async (filter) => {
    await capture(many(60, (index) => NOW - Math.floor(index / 7) * 1000));
    const db = readingHistory();
    const byNumber = await readOrderPage(db, filter, 0, 100);
    const keys = await readOrderKeys(db, filter);
    expect(keys).toEqual(byNumber.map((row) => row.key));
    expect(await readOrdersAt(db, keys.slice(3, 9))).toEqual(byNumber.slice(3, 9));
  });
});

describe('a search', () => {
  it.each([
    ['all at one moment', () => NOW],
    ['a few at each', (index: number) => NOW - Math.floor(index / 400) * 1000],
  ])('looks at every order once, with %s', async (_name, at) => {
    await capture(many(1200, at));
    const { found, searched } = await search(ALL, 'mug');
    expect(searched).toBe(1200);
    expect(found).toHaveLength(600);
    expect(new Set(found).size).toBe(600);
    expect(await search({ account: 'acc_us', status: 'COMPLETED' }, '')).toMatchObject({ searched: 400 });
  });

  it('wants every word, finds a whole id at once, and stops at an abort', async () => {
    await capture(many(50, (index) => NOW - index));
    expect((await search(ALL, 'MUG 00012')).found).toEqual(['seller|acc_us|576786105183900012']);
    expect(await search(ALL, '576786105183900049')).toEqual({
      found: ['seller|acc_us|576786105183900049'],
      searched: 1,
    });
    expect((await search({ account: 'acc', status: null }, '576786105183900049')).found).toEqual([]);
    const steps = searchOrders(readingHistory(), ALL, 'mug', AbortSignal.abort());
    expect(await steps.next()).toMatchObject({ done: true });
  });
});
