import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Order } from '../../lib/model/order-schema.ts';
import { findFileSource } from '../../lib/sources/files/registry.ts';
import { csvOf, openFile, type Row, readFile, usRow } from '../fixtures/seller-export/build.ts';

const cents = fc.integer({ min: 0, max: 5_000_000 });
const decimal = (minor: number) => (minor / 100).toFixed(2);
const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('a "b", c', 'x\ny', 'x;y\tz', "it's"));

interface Line {
  sku: number;
  name: string;
  quantity: number;
  subtotalMinor: number;
  sellerDiscountMinor: number;
}
interface Sold {
  number: number;
  totalMinor: number;
  lines: Line[];
}

const line: fc.Arbitrary<Line> = fc.record({
  sku: fc.integer({ min: 1, max: 6 }),
  name: cell,
  quantity: fc.integer({ min: 1, max: 9 }),
  subtotalMinor: cents,
  sellerDiscountMinor: cents,
});
const sold: fc.Arbitrary<Sold[]> = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 999_999 }),
    totalMinor: cents,
    lines: fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: ({ sku }) => sku }),
  }),
  { minLength: 1, maxLength: 8, selector: ({ number }) => number },
);

const idOf = ({ number }: Sold) => String(577100000000n * 1_000_000n + BigInt(number));
const rowsOf = (orders: readonly Sold[]): Row[] =>
  orders.flatMap((order) =>
    order.lines.map((entry) =>
      usRow({
        'Order ID': `${idOf(order)}\t`,
        'SKU ID': `17290000000000000${entry.sku}\t`,
        'Product Name': entry.name,
        Quantity: String(entry.quantity),
        'SKU Subtotal After Discount': decimal(entry.subtotalMinor),
        'SKU Seller Discount': decimal(entry.sellerDiscountMinor),
        'Order Amount': decimal(order.totalMinor),
      }),
    ),
  );
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

it('reads the amounts of any orders, each once, as a slow count tells them', async () => {
  await fc.assert(
    fc.asyncProperty(sold, async (orders) => {
      // Ids that all end in zeros are taken for rounded ones.
      fc.pre(orders.some((order) => !/000$/.test(idOf(order))));
      const read = await readFile(csvOf(rowsOf(orders)));
      expect(read.brokenCount).toBe(0);
      expect(read.misses).toEqual([]);
      const wanted = orders.map((order) => ({
        id: idOf(order),
        amounts: {
          total: order.totalMinor,
          items: order.lines.reduce((sum, entry) => sum + entry.subtotalMinor, 0),
          sellerDiscount: order.lines.reduce((sum, entry) => sum + entry.sellerDiscountMinor, 0),
        },
      }));
      expect(read.orders.sort(byId)).toMatchObject(wanted.sort(byId));
    }),
    { numRuns: 60 },
  );
});

it('gives the same orders for rows in any order, some of them twice', async () => {
  const shuffled = sold.chain((orders) => {
    const rows = rowsOf(orders);
    return fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length, maxLength: rows.length * 2 }),
    );
  });
  await fc.assert(
    fc.asyncProperty(shuffled, async ([rows, others]) => {
      fc.pre(rows.every((row) => others.includes(row)));
      fc.pre(rows.some((row) => !/000\t$/.test(String(row['Order ID']))));
      const one = await readFile(csvOf(rows));
      const other = await readFile(csvOf(others));
      expect(other.orders.sort(byId)).toEqual(one.orders.sort(byId));
      for (const order of one.orders) expect(Order.safeParse(order).success).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('reads a file in chunks of any size as it reads it whole', async () => {
  const text = csvOf(rowsOf([{ number: 7, totalMinor: 1, lines: [1, 2, 3].map((sku) => lineOf(sku)) }]), {
    newline: '\r\n',
  });
  const bytes = new TextEncoder().encode(text);
  const whole = await readFile(text);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
      const file = await openFile(text);
      let from = 0;
      const stream = () =>
        new ReadableStream({
          type: 'bytes',
          pull(controller) {
            if (from < bytes.length) controller.enqueue(bytes.slice(from, from + size));
            else {
              controller.close();
              controller.byobRequest?.respond(0);
            }
            from += size;
          },
        });
      const blob = Object.create(file.blob, { stream: { value: stream } });
      const orders = [];
      const source = findFileSource(file);
      for await (const part of source?.read({ ...file, blob }, new AbortController().signal) ?? []) {
        orders.push(...part.orders);
      }
      expect(orders).toEqual(whole.orders);
    }),
    { numRuns: 40 },
  );
});

function lineOf(sku: number): Line {
  return { sku, name: `Tasse "groß", 茶\r\n${sku}`, quantity: 1, subtotalMinor: 100, sellerDiscountMinor: 0 };
}

it('stops at an abort', async () => {
  const file = await openFile(csvOf([usRow()]));
  const abort = new AbortController();
  abort.abort(new Error('enough'));
  await expect(findFileSource(file)?.read(file, abort.signal).next()).rejects.toThrow('enough');
});
