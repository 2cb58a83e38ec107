// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { readOrderKeys } from '../../lib/history/read/order-list.ts';
import { countOrders, type OrderFilter, readOrderPage } from '../../lib/history/read/orders.ts';
import { writeReading } from '../../lib/history/write.ts';
import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';
import { emptyReading } from '../../lib/sources/source.ts';
import { fake } from './fake-polyfill.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { makeDeadlines, makeItem, makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

beforeAll(() => {
  // There is no layout without a browser: the scroller is as high as a window is.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 900 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 900 });
});

const ME: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const NOW = Date.now();
const HOSTILE = '<img src=x onerror="globalThis.hit=1">';

let ids = 0;
function bought(name: string, fields: Partial<Order> = {}, owner = ME): Order {
  ids += 1;
  const order = {
    ...emptyOrder(String(577_000_000_000_000_000n + BigInt(ids)), owner),
    currency: 'USD',
    status: 'IN_TRANSIT' as const,
    placedAt: NOW - 2 * DAY_MS - ids * 1000,
    counterparty: 'Harbor & Pine',
    items: [makeItem(name)],
    sources: [{ id: 'buyer/order-list', seenAt: NOW }],
    ...fields,
  };
  return { ...order, stage: stageOf(order) };
}

async function buy(orders: Order[], owner = ME): Promise<void> {
  const page = { at: NOW, sourceId: 'buyer/order-list', origin: 'www.tiktok.com', kind: 'page' } as const;
  const id = `buy-${owner.account}`;
  await writeReading(readingHistory(), { ...page, id, owner }, { ...emptyReading(), orders });
}

const refund = (amount: number | null) => ({
  id: 'r1',
  type: 'REFUND',
  status: 'PENDING',
  amount,
  openedAt: NOW - 3 * DAY_MS,
  respondByAt: null,
  closedAt: null,
  lineIds: [],
  received: null,
});
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
const rowNamed = async (name: string) => {
  const row = (await screen.findByRole('link', { name })).closest('tr');
  if (!row) throw new Error(`No row for ${name}`);
  return row;
};
const nextIn = (row: HTMLElement) => row.querySelector('td:nth-child(5) .pill');
const rowCount = async () =>
  (await screen.findByRole('table', { name: 'Orders' })).getAttribute('aria-rowcount');
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

describe('the room "Orders" for who only buys', () => {
  it('speaks of shops, and calls an order by what is in it', async () => {
    await buy([bought(HOSTILE), bought('Lamp', { items: [] })]);
    const { container } = render(<Dashboard />);
    const row = await rowNamed(HOSTILE);
    expect(heads()).toEqual(['Order', 'Placed', 'Shop', 'Status', 'What next', 'Total']);
    expect(row.querySelector('td:nth-child(3)')?.textContent).toBe('Harbor & Pine');
    expect(row.querySelector('td:nth-child(4)')?.textContent).toBe('On its way');
    await rowNamed(`…${String(ids).padStart(6, '0')}`);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.queryByRole('combobox', { name: 'Buying or selling' })).toBeNull();
    expect(screen.queryByRole('combobox', { name: 'Account' })).toBeNull();
    const words = within(screen.getByRole('combobox', { name: 'Status' })).getAllByRole('option');
    expect(words.map((option) => option.textContent)).toContain('Waits for your payment');
  });

  it('says what is next, and in the title who says so', async () => {
    const eta = new Date(NOW + 3 * DAY_MS).setHours(20);
    await buy([
      bought('Coming', { deadlines: makeDeadlines({ deliverByAt: eta }) }),
      bought('Unpaid', {
        status: 'UNPAID',
        deadlines: makeDeadlines({ autoCancelAt: NOW + 23 * HOUR_MS + 1800_000 }),
      }),
      bought('Back', { status: 'COMPLETED', returns: [refund(1200)] }),
      bought('Here', { status: 'DELIVERED', deliveredAt: NOW - 10 * DAY_MS }),
      bought('Lost', { deadlines: makeDeadlines({ deliverByAt: NOW - 80 * DAY_MS }) }),
      bought('Gone', { status: 'CANCELLED' }),
      bought('Odd', { status: 'UNKNOWN' }),
    ]);
    render(<Dashboard />);
    const told = async (name: string) => {
      const pill = nextIn(await rowNamed(name));
      return [pill?.textContent, pill?.getAttribute('title')];
    };
    const [comes, why] = await told('Coming');
    expect(comes).toMatch(/^Arrives by /);
    expect(why).toMatch(/^Arrives by .*\. Page: estimated delivery /);
    expect((await told('Unpaid'))[0]).toMatch(/^23 h \d+ m to pay$/);
    expect((await told('Unpaid'))[1]).toMatch(/Page: without payment it is cancelled /);
    expect(await told('Back')).toEqual([
      'Refund awaited: $12.00',
      'Refund awaited: $12.00. Page: promised $12.00, received nothing that a page told, asked for 3 d ago',
    ]);
    const [left, rule] = await told('Here');
    expect(left).toMatch(/d left to return it$/);
    expect(rule).toMatch(/^\d+ d left to return it, until .*\. Rule: .*checked/);
    const [lost, lostWhy] = await told('Lost');
    expect(lost).toBe('Not here: its refund is due');
    expect(lostWhy).toMatch(/^Not here: its refund is due\. Rule: .*checked/);
    expect(nextIn(await rowNamed('Gone'))).toBeNull();
    expect((await rowNamed('Odd')).querySelector('td:nth-child(4)')?.textContent).toBe('Status unknown');
  });

  it('offers the account where there are several', async () => {
    const other: Account = { role: 'buyer', account: 'acc_file', market: null };
    await buy([bought('Mug'), bought('Mat')]);
    await buy([bought('Lamp', {}, other)], other);
    render(<Dashboard />);
    await rowNamed('Lamp');
    choose('Account', 'acc_file');
    await waitFor(async () => expect(await rowCount()).toBe('2'));
    expect(screen.queryByRole('combobox', { name: 'Shop' })).toBeNull();
  });

  it('leads to the orders on TikTok before the first one', async () => {
    fake.granted.add('https://www.tiktok.com/*');
    render(<Dashboard />);
    fireEvent.click(await screen.findByRole('button', { name: 'Open your orders on TikTok' }));
    expect(fake.opened).toEqual(['https://www.tiktok.com/shop/order_list']);
  });
});

describe('the room "Orders" for who buys and sells', () => {
  const sold = (index: number) =>
    makeOrder(`5767861051839${String(index).padStart(5, '0')}`, {
      items: [makeItem('Soap')],
      placedAt: NOW - index * HOUR_MS,
    });

  async function fill(): Promise<void> {
    await capture([sold(1), sold(2), sold(3)]);
    await buy([bought('Mug'), bought('Mat', { status: 'AWAITING_SHIPMENT' })]);
  }

  it('tells both apart, and shows one of them on demand', async () => {
    await fill();
    const { container } = render(<Dashboard />);
    expect((await rowNamed('Mug')).querySelector('td:nth-child(3)')?.textContent).toBe(
      'Harbor & PineYou bought',
    );
    expect((await rowNamed('…900001')).querySelector('td:nth-child(3)')?.textContent).toBe(
      'D*** B***You sold',
    );
    expect(heads()[2]).toBe('Shop or buyer');
    expect(await rowCount()).toBe('6');
    choose('Buying or selling', 'buyer');
    await waitFor(async () => expect(await rowCount()).toBe('3'));
    expect(heads()[2]).toBe('Shop');
    choose('Status', 'AWAITING_SHIPMENT');
    await waitFor(async () => expect(await rowCount()).toBe('2'));
    await rowNamed('Mat');
    choose('Buying or selling', 'seller');
    await waitFor(async () => expect(await rowCount()).toBe('4'));
    expect(heads()[2]).toBe('Buyer');
    const checked = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(checked.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  it('searches in what was bought only', async () => {
    await fill();
    render(<Dashboard />);
    await rowNamed('Mug');
    choose('Buying or selling', 'buyer');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'm' } });
    await screen.findByText('2 found · searched 2 orders');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'soap' } });
    await screen.findByText('Nothing found · searched 2 orders');
    fireEvent.click(screen.getByRole('button', { name: 'Show all orders' }));
    await waitFor(async () => expect(await rowCount()).toBe('6'));
  });

  it('tells bought from sold where one file has both under its account', async () => {
    const file = (role: Account['role']): Account => ({ role, account: 'file:mine', market: null });
    const at = (days: number) => ({ placedAt: NOW - days * DAY_MS });
    await buy(
      Array.from({ length: 12 }, (_, index) => bought('Sold', at(index), file('seller'))),
      file('seller'),
    );
    await buy(
      Array.from({ length: 5 }, (_, index) => bought('Mug', at(20 + index), file('buyer'))),
      file('buyer'),
    );
    const db = readingHistory();
    for (const account of [null, 'file:mine']) {
      const filter: OrderFilter = { account, status: null, role: 'buyer' };
      const rows = [...(await readOrderPage(db, filter, 0, 3)), ...(await readOrderPage(db, filter, 3, 3))];
      expect(rows.map(({ order }) => order.role)).toEqual(Array(5).fill('buyer'));
      expect(rows.map(({ key }) => key)).toEqual(await readOrderKeys(db, filter));
      expect(await countOrders(db, filter)).toBe(5);
    }
  });

  it('reads each page of a role as a naive filter and sort would', async () => {
    const other: Account = { role: 'buyer', account: 'acc_file', market: null };
    const at = (index: number) => ({ placedAt: NOW - Math.floor(index / 4) * DAY_MS });
    const range = Array.from({ length: 30 }, (_, index) => index);
    const status = (index: number): Order['status'] => (index % 3 === 0 ? 'DELIVERED' : 'IN_TRANSIT');
    await capture(range.map((index) => makeOrder(`57678610518${index + 10}`, at(index))));
    await buy(range.map((index) => bought('Mug', { ...at(index), status: status(index) })));
    await buy(
      range.map((index) => bought('Mat', at(index), other)),
      other,
    );
    const db = readingHistory();
    const rows = await db.orders.toArray();
    const filters: OrderFilter[] = [
      { account: null, status: null, role: 'buyer' },
      { account: null, status: null, role: 'seller' },
      { account: null, status: 'IN_TRANSIT', role: 'buyer' },
      { account: 'acc_me', status: 'DELIVERED', role: 'buyer' },
      { account: null, status: 'DELIVERED', role: 'seller' },
    ];
    for (const filter of filters) {
      const wanted = rows
        .filter(({ order }) => order.role === filter.role)
        .filter(({ order }) => filter.account === null || order.account === filter.account)
        .filter(({ order }) => filter.status === null || order.status === filter.status)
        .toSorted((a, b) => b.sortAt - a.sortAt || (a.key < b.key ? 1 : -1))
        .map(({ key }) => key);
      const pages: string[] = [];
      for (let offset = 0; offset <= wanted.length; offset += 7)
        pages.push(...(await readOrderPage(db, filter, offset, 7)).map(({ key }) => key));
      expect(pages).toEqual(wanted);
      expect(await readOrderKeys(db, filter)).toEqual(wanted);
      expect(await countOrders(db, filter)).toBe(wanted.length);
    }
  });
});
