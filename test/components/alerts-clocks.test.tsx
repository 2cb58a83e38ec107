// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Clocks } from '../../components/dashboard/alerts/Clocks.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { toRow } from '../../lib/history/row.ts';
import { emptyOrder, type Order } from '../../lib/model/order.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';
import { fake } from './fake-polyfill.ts';
import { cleanHistoryAfterEach } from './live.ts';
import { makeAccount, makeDeadlines, makeItem, makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const BUYER = { role: 'buyer', account: 'acc_me', market: 'US' } as const;
const ACCOUNTS = [makeAccount(), makeAccount({ key: 'buyer|acc_me', ...BUYER, host: 'www.tiktok.com' })];

const toShip = (id: string, inHours: number, fields: Partial<Order> = {}) =>
  makeOrder(id, {
    items: [makeItem(`Mug ${id}`)],
    deadlines: makeDeadlines({ shipByAt: Date.now() + inHours * HOUR_MS + 60_000 }),
    ...fields,
  });
const bought = (): Order => ({
  ...emptyOrder('576786105183000777', BUYER),
  status: 'UNPAID',
  stage: 'pending',
  currency: 'USD',
  placedAt: Date.now() - HOUR_MS,
  items: [makeItem('Lamp')],
  deadlines: makeDeadlines({ autoCancelAt: Date.now() + 5 * HOUR_MS }),
});
const ordersAre = (...orders: Order[]) =>
  readingHistory().orders.bulkPut(orders.map((order) => toRow(order)));
const show = (accounts = ACCOUNTS) => render(<Clocks accounts={accounts} now={Date.now()} />);
const rows = () =>
  within(screen.getByRole('table', { name: 'Clocks' }))
    .getAllByRole('row')
    .slice(1);
const cells = (row: HTMLElement | undefined) =>
  row
    ? within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
    : [];

describe('everything with a clock', () => {
  it('says in one line that no clock runs', async () => {
    show();
    await screen.findByText(/^No clock is running/);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says what to do next to who has no orders yet', async () => {
    show([]);
    await screen.findByRole('button', { name: 'Turn on a market' });
    expect(screen.queryByText(/^No clock is running/)).toBeNull();
  });

  it('lists both sides, the soonest first, with what happens then and why', async () => {
    await ordersAre(toShip('1', 30), toShip('2', -2), bought());
    show();
    await screen.findByRole('table', { name: 'Clocks' });
    const [late, pay] = rows().map(cells);
    expect(late?.[0]).toContain('Mug 2');
    expect(late?.[1]).toBe('ShipIt counts as dispatched late');
    expect(late?.[2]).toMatch(/^Page: /);
    expect(late?.[3]).toMatch(/late$/);
    expect(pay?.[0]).toContain('Lamp');
    expect(pay?.[1]).toBe('PayIt is cancelled if it is not paid');
    expect(rows()[0]?.querySelector('a')?.getAttribute('href')).toBe('#orders/seller%7Cacc_us%7C2');
    const [first] = screen.getAllByRole('button', { name: 'Open' });
    if (first) fireEvent.click(first);
    await waitFor(() =>
      expect(fake.opened).toEqual(['https://seller-us.tiktok.com/order/detail?order_no=2']),
    );
  });

  it('offers no page on TikTok where the shop’s address is not known', async () => {
    await ordersAre(toShip('1', 3));
    show([makeAccount({ host: null, origin: 'file' })]);
    await screen.findByRole('table', { name: 'Clocks' });
    expect(screen.queryByRole('button', { name: 'Open' })).toBeNull();
  });

  it('can be narrowed to a side and a kind, and counts what it shows', async () => {
    await ordersAre(toShip('1', 3), toShip('2', 4), bought());
    show();
    await screen.findByRole('table', { name: 'Clocks' });
    const all = rows().length;
    fireEvent.change(screen.getByRole('combobox', { name: 'Buying or selling' }), {
      target: { value: 'buyer' },
    });
    expect(rows().map((row) => cells(row)[0])).toEqual(['Lamp…000777']);
    screen.getByText(`1 of ${all} clocks`);
    fireEvent.change(screen.getByRole('combobox', { name: 'Buying or selling' }), {
      target: { value: 'seller' },
    });
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind of clock' }), {
      target: { value: 'ship-by' },
    });
    expect(rows()).toHaveLength(2);
  });

  it('draws the first of thousands, and says how many there are', async () => {
    const many = Array.from({ length: 2400 }, (_, index) => toShip(String(index), 1 + index / 100));
    await ordersAre(...many.map((order) => ({ ...order, placedAt: Date.now() - DAY_MS })));
    show();
    await screen.findByRole('table', { name: 'Clocks' }, { timeout: 30_000 });
    expect(rows()).toHaveLength(10);
    expect(screen.getByText(/clocks$/).textContent).toMatch(
      /^the 1,000 soonest of (more than )?[\d,]+ clocks$/,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Show 50 more of 990' }));
    expect(rows()).toHaveLength(60);
  });
});
