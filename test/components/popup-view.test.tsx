// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../components/popup/PopupView.tsx';
import type { RevenueSummary } from '../../lib/history/read/summary.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { fake } from './fake-polyfill.ts';
import {
  cleanAfterEach,
  HOST,
  makeAccount,
  makeAlert,
  makeDeadlines,
  makeItem,
  makeRow,
  makeSummary,
  NOW,
} from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanAfterEach();

const HOSTILE = '<img src=x onerror="globalThis.hit=1"><b>x</b>';
const usd: RevenueSummary = {
  currency: 'USD',
  todayMinor: 123456,
  monthMinor: 1824010,
  monthRefundedMinor: 41200,
  withoutAmount: 3,
  refundsWithoutAmount: 1,
  days: Array.from({ length: 30 }, (_, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, '0')}`,
    amountMinor: index * 100,
    orders: 1,
  })),
};

type Props = ComponentProps<typeof PopupView>;

function show(fields: Partial<Props['data']> = {}, props: Partial<Props> = {}) {
  const accounts = fields.accounts ?? [makeAccount()];
  const data = {
    accounts,
    chosen: accounts,
    summary: makeSummary(),
    drift: { fields: 0, brokenOrders: 0 },
    open: [],
    buyer: null,
    ...fields,
  };
  return render(
    <PopupView
      data={data}
      shop={null}
      onShop={() => {}}
      hosts={[HOST]}
      activeHost={null}
      now={NOW}
      {...props}
    />,
  );
}

describe('the popup', () => {
  it('names its regions and buttons', () => {
    show({ summary: makeSummary({ revenue: [usd] }) });
    for (const name of ['Needs you', 'Selling', 'Revenue']) screen.getByRole('region', { name });
    screen.getByRole('button', { name: 'Open dashboard' });
    fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(fake.opened).toEqual(['chrome-extension://orderlens/dashboard.html#settings']);
  });

  it('says that nothing needs the seller, and when the next order is due', () => {
    const nextDue = makeRow('576786105183000001', {
      deadlines: makeDeadlines({ shipByAt: NOW + 40 * HOUR_MS }),
    });
    show({ summary: makeSummary({ nextDue }) });
    const region = within(screen.getByRole('region', { name: 'Needs you' }));
    region.getByText(/Nothing needs you right now/);
    region.getByText(/Next ship-by time/);
  });

  it('opens the order of a row, and shows hostile names as text', () => {
    const entry = {
      id: 'r',
      type: 'REFUND',
      status: 'PENDING',
      amount: null,
      openedAt: null,
      closedAt: null,
      lineIds: [],
      received: null,
    };
    const nextReturn = makeRow('576786105183000002', {
      items: [makeItem(HOSTILE)],
      returns: [{ ...entry, respondByAt: NOW + HOUR_MS }],
    });
    const { container } = show({ summary: makeSummary({ openReturns: 1, nextReturn }) });
    fireEvent.click(screen.getByRole('button', { name: /1 return to answer/ }));
    expect(fake.opened).toEqual([`https://${HOST}/order/detail?order_no=576786105183000002`]);
    expect(container.textContent).toContain(HOSTILE);
    expect(container.querySelector('img, b.x')).toBeNull();
  });

  it('shows four counts with their names', () => {
    show({ summary: makeSummary({ toShip: 12, dueIn24h: 5, overdue: 1, inTransit: 1_000_000 }) });
    const region = screen.getByRole('region', { name: 'Selling' });
    expect(region.textContent).toBe('SellingTo ship12Due in 24 h5Overdue1In transit1,000,000');
  });

  it('says what Seller Center counted itself, where that is more', () => {
    const told = makeAccount({ toShip: { count: 12, at: NOW - 20 * 60_000 } });
    const { unmount } = show({
      accounts: [told],
      summary: makeSummary({ toShip: 6, awaitingCollection: 3 }),
    });
    const region = () => screen.getByRole('region', { name: 'Selling' }).textContent;
    expect(region()).toContain(
      'Seller Center counted 12 under To ship 20 min ago, packed ones too. Page through it to see 3 more.',
    );
    unmount();
    show({ accounts: [told], summary: makeSummary({ toShip: 10, awaitingCollection: 2 }) });
    expect(region()).not.toContain('counted');
  });

  it('writes revenue as the platform does, with what is missing beside it', () => {
    show({ summary: makeSummary({ revenue: [usd] }) });
    const region = within(screen.getByRole('region', { name: 'Revenue' }));
    region.getByText('$1,234.56');
    region.getByText('$18,240.10');
    region.getByText('November, net of $412.00 refunds');
    region.getByText('3 orders without an amount · 1 refund without an amount');
    region.getByRole('img', { name: 'Revenue by day, last 30 days, USD' });
    expect(region.getAllByRole('row')).toHaveLength(31);
  });

  it('keeps currencies apart, and orders without one out of the totals', () => {
    const vnd = { ...usd, currency: 'VND', todayMinor: 500_000 };
    show({ summary: makeSummary({ revenue: [usd, vnd, { ...usd, currency: 'XXX' }] }) });
    const region = within(screen.getByRole('region', { name: 'Revenue' }));
    region.getByText('₫500,000');
    region.getByText('Orders without a currency are in no total.');
    expect(region.getAllByRole('img')).toHaveLength(2);
  });

  it('says in words when it has not been seen for long', () => {
    show({ accounts: [makeAccount({ lastSeenAt: NOW - 50 * HOUR_MS })] });
    expect(screen.getByRole('status').textContent).toBe('Not seen for 2 d. Open Seller Center to refresh.');
    fireEvent.click(screen.getByRole('button', { name: 'Open Seller Center' }));
    expect(fake.opened).toEqual([`https://${HOST}/order`]);
    cleanup();
    show();
    screen.getByText('Seen 4 min ago');
  });

  it('offers the shops only where there are several', () => {
    show();
    expect(screen.queryByRole('combobox', { name: 'Shop' })).toBeNull();
    cleanup();
    const onShop = vi.fn();
    const accounts = [makeAccount(), makeAccount({ key: 'seller|acc_2', account: 'acc_2', label: HOSTILE })];
    show({ accounts }, { onShop });
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Shop' });
    expect([...select.options].map((option) => option.textContent)).toEqual([
      'All shops',
      'US shop',
      HOSTILE,
    ]);
    fireEvent.change(select, { target: { value: 'acc_2' } });
    expect(onShop).toHaveBeenCalledWith('acc_2');
  });

  it('offers to turn on the Seller Center that the user looks at, in the click', () => {
    show({}, { activeHost: 'seller-vn.tiktok.com' });
    const callout = screen.getByRole('complementary', { name: 'Turn on' });
    expect(callout.textContent).toContain('Turn on OrderLens for seller-vn.tiktok.com');
    fireEvent.click(screen.getByRole('button', { name: 'Turn on' }));
    // Nothing was awaited: the question is out before the click is over.
    expect(fake.asked).toEqual(['https://seller-vn.tiktok.com/*']);
  });

  it.each([HOST, 'www.tiktok.com', null])('offers nothing to turn on for %s', (activeHost) => {
    show({}, { activeHost });
    expect(screen.queryByRole('button', { name: 'Turn on' })).toBeNull();
  });

  it('says how many alerts are open as the icon does, and leads to them', () => {
    const open = [
      makeAlert('ship-by', { id: 'a', severity: 'critical', dueAt: NOW - HOUR_MS }),
      makeAlert('buyer-note', { id: 'b', title: 'The buyer left a note' }),
      makeAlert('delivery-failed', { id: 'c', severity: 'low', title: 'Old news' }),
    ];
    show({ open });
    const button = screen.getByRole('button', { name: '2 alerts: 1 overdue, 1 buyer’s note' });
    expect(button.textContent).toBe('2 alerts');
    fireEvent.click(button);
    expect(fake.opened).toEqual(['chrome-extension://orderlens/dashboard.html#alerts']);
    // A ship-by time is among the facts already.
    const rows = within(screen.getByRole('region', { name: 'Needs you' })).getAllByRole('button');
    expect(rows.map((row) => row.querySelector('strong')?.textContent)).toEqual([
      'The buyer left a note',
      'Old news',
    ]);
  });

  it('marks an alert as read when its order is opened', () => {
    show({ open: [makeAlert('buyer-note', { title: 'The buyer left a note' })] });
    fireEvent.click(screen.getByRole('button', { name: /The buyer left a note/ }));
    expect(fake.messages).toEqual([
      { command: 'alerts.mark', data: { ids: ['buyer-note|stage'], as: 'read' } },
    ]);
    expect(fake.opened).toEqual([`https://${HOST}/order/detail?order_no=576786105183000001`]);
  });

  it('says what to do before the first order', () => {
    show({ accounts: [] }, { hosts: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Turn on a market' }));
    cleanup();
    show({ accounts: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Open Seller Center' }));
    expect(fake.opened).toEqual(['chrome-extension://orderlens/welcome.html', `https://${HOST}/order`]);
  });
});
