// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import type { ComponentProps } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../components/popup/PopupView.tsx';
import type { BuyerSummary } from '../../lib/history/read/buyer.ts';
import type { OrderRow } from '../../lib/history/read/rows.ts';
import { toRow } from '../../lib/history/row.ts';
import { askForChange } from '../../lib/insights/change-request.ts';
import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';
import { fake } from './fake-polyfill.ts';
import {
  cleanAfterEach,
  makeAccount,
  makeAlert,
  makeDeadlines,
  makeItem,
  makeSummary,
  NOW,
} from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanAfterEach();

const BUYER: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const HOST = 'www.tiktok.com';
const ME = makeAccount({ key: 'buyer|acc_me', ...BUYER, host: HOST });
const HOSTILE = '<img src=x onerror="globalThis.hit=1">';

function bought(id: string, fields: Partial<Order> = {}): OrderRow {
  const order = {
    ...emptyOrder(id, BUYER),
    currency: 'USD',
    placedAt: NOW - 9 * DAY_MS,
    sources: [{ id: 'buyer/order-detail', seenAt: NOW }],
    ...fields,
  };
  return toRow({ ...order, stage: stageOf(order) });
}

const onTheWay = (id: string, name: string, etaAt: number | null) =>
  bought(id, {
    status: 'IN_TRANSIT',
    items: [makeItem(name)],
    packages: [{ id, unitId: null, trackingNumber: null, carrier: 'USPS', etaAt, events: [] }],
  });

const nothing: BuyerSummary = {
  orderCount: 1,
  onTheWayCount: 0,
  late: [],
  expected: [],
  withoutEta: [],
  arrived: [],
  toPay: [],
  returnsEnding: [],
  owed: [],
  isMoreOwed: false,
  changes: [],
};

type Props = ComponentProps<typeof PopupView>;

function show(
  summary: Partial<BuyerSummary>,
  fields: Partial<Props['data']> = {},
  props: Partial<Props> = {},
) {
  const data: Props['data'] = {
    accounts: [],
    chosen: [],
    summary: makeSummary(),
    drift: { fields: 0, brokenOrders: 0 },
    open: [],
    buyer: {
      accounts: [ME],
      summary: { ...nothing, ...summary },
      spending: { day: '2026-11-21', currencies: [], withoutCurrency: 0 },
    },
    ...fields,
  };
  const view = { shop: null, onShop: () => {}, hosts: [HOST], activeHost: null, now: NOW, ...props };
  return render(<PopupView data={data} {...view} />);
}

const region = (name: string) => within(screen.getByRole('region', { name }));

async function violations(container: Element): Promise<string[]> {
  const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return found.violations.map(({ id }) => id);
}

describe('the popup of who only buys', () => {
  it('has the regions of a buyer, and no tabs', async () => {
    const { container } = show({});
    region('Needs you').getByText(/Nothing needs you right now/);
    region('Deliveries').getByText('Nothing is on its way.');
    region('Spending');
    expect(screen.queryByRole('tablist')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Selling' })).toBeNull();
    expect(await violations(container)).toEqual([]);
  });

  it('says what comes when, late first, with the source of each time', () => {
    const gone = bought('4', { status: 'DELIVERED', deliveredAt: NOW - HOUR_MS, items: [makeItem('Case')] });
    show({
      onTheWayCount: 3,
      late: [onTheWay('1', 'Lamp', NOW - 2 * DAY_MS)],
      expected: [onTheWay('2', 'Gummies', NOW)],
      withoutEta: [onTheWay('3', HOSTILE, null)],
      arrived: [gone],
    });
    const deliveries = region('Deliveries');
    deliveries.getByText('3 on the way');
    const rows = deliveries.getAllByRole('button').map((row) => row.textContent);
    expect(rows).toEqual([
      'LampUSPS2 d late',
      'GummiesUSPSToday',
      `${HOSTILE}USPSOn its way`,
      'Case1 h agoDelivered',
    ]);
    expect(deliveries.getByText('Today').title).toMatch(/^Page: estimated delivery /);
    expect(document.querySelector('img')).toBeNull();
    fireEvent.click(deliveries.getByRole('button', { name: /Gummies/ }));
    expect(fake.opened).toEqual(['chrome-extension://orderlens/dashboard.html#orders/buyer%7Cacc_me%7C2']);
  });

  it('tells what needs the buyer, and why', () => {
    const ending = bought('1', {
      status: 'COMPLETED',
      items: [makeItem('Trainers')],
      deadlines: makeDeadlines({ returnByAt: NOW + 2 * DAY_MS }),
    });
    const refund = {
      ...{ id: 'r', type: 'REFUND', status: 'PENDING', amount: 2590, openedAt: NOW - 3 * DAY_MS },
      ...{ respondByAt: null, closedAt: null, lineIds: [], received: 2000 },
    };
    const unpaid = bought('4', {
      status: 'UNPAID',
      items: [makeItem('Kettle')],
      deadlines: makeDeadlines({ autoCancelAt: NOW + 5 * HOUR_MS }),
    });
    const owing = bought('2', { status: 'DELIVERED', items: [makeItem('Mug')], returns: [refund] });
    const moved = bought('3', { status: 'IN_TRANSIT', shipTo: '12 Elm St', items: [makeItem('Mat')] });
    const request = askForChange(moved.order, 'address', NOW - DAY_MS);
    const note = { key: 'n', orderKey: moved.key, at: NOW, kind: 'change', text: '', request } as const;
    show({ toPay: [unpaid], returnsEnding: [ending], owed: [owing], changes: [{ note, row: moved }] });
    const needs = region('Needs you');
    expect(needs.getAllByRole('button').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Shipped to the old addressMat · You asked 1 d ago/),
      expect.stringMatching(/^Pay, or it is cancelledKettle/),
      expect.stringMatching(/^Last days to returnTrainers2 d/),
      expect.stringMatching(
        /^Money owed to you: \$5\.90Promised \$25\.90, received \$20\.00, asked for 3 d ago · Mug/,
      ),
    ]);
    expect(needs.getByText('2 d').closest('.pill')?.getAttribute('title')).toMatch(/^Page: /);
  });

  it('leads to TikTok when the session is over, and tells what could not be read', () => {
    const buyer = {
      accounts: [{ ...ME, session: 'signed-out' as const }],
      summary: nothing,
      spending: { day: '2026-11-21', currencies: [], withoutCurrency: 0 },
    };
    show({}, { buyer, drift: { fields: 2, brokenOrders: 1 } });
    fireEvent.click(region('Needs you').getByRole('button', { name: /TikTok asks you to sign in again/ }));
    expect(fake.opened).toEqual(['https://www.tiktok.com/shop/order_list']);
    region('Needs you').getByText('2 fields and 1 order could not be read');
  });

  it('says how to refresh what is old', () => {
    const old = { ...ME, lastSeenAt: NOW - 2 * DAY_MS };
    const spending = { day: '2026-11-21', currencies: [], withoutCurrency: 0 };
    show({}, { buyer: { accounts: [old], summary: nothing, spending } });
    fireEvent.click(screen.getByRole('button', { name: 'Open your orders on TikTok' }));
    expect(fake.opened).toEqual(['https://www.tiktok.com/shop/order_list']);
  });
});

describe('the popup of who buys and sells', () => {
  const both = { accounts: [makeAccount()], chosen: [makeAccount()] };

  it('has a tab for each side, and shows one at a time', async () => {
    const { container } = show({}, both);
    expect(screen.getByRole('tab', { name: 'Buying' }).getAttribute('aria-selected')).toBe('true');
    region('Deliveries');
    expect(await violations(container)).toEqual([]);
    fireEvent.click(screen.getByRole('tab', { name: 'Selling' }));
    for (const name of ['Needs you', 'Selling', 'Revenue']) region(name);
    expect(screen.queryByRole('region', { name: 'Spending' })).toBeNull();
    expect(screen.getByRole('tabpanel', { name: 'Selling' })).toBeTruthy();
  });

  it('says on each tab how much waits there', () => {
    show({}, { ...both, open: [makeAlert('ship-by'), makeAlert('buyer-note')] });
    expect(screen.getByRole('tab', { name: 'Selling' }).textContent).toBe('Selling2');
    expect(screen.getByRole('tab', { name: 'Buying' }).textContent).toBe('Buying');
  });

  it.each([
    ['ArrowRight', 'Selling'],
    ['ArrowLeft', 'Selling'],
    ['End', 'Selling'],
    ['Home', 'Buying'],
    ['a', 'Buying'],
  ])('goes with %s to "%s"', (key, name) => {
    show({}, both);
    const buying = screen.getByRole('tab', { name: 'Buying' });
    buying.focus();
    fireEvent.keyDown(buying, { key });
    const chosen = screen.getByRole('tab', { selected: true });
    expect([chosen.textContent, document.activeElement?.textContent]).toEqual([name, name]);
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual(
      name === 'Buying' ? [0, -1] : [-1, 0],
    );
  });
});

describe('the call-out', () => {
  const offer = () => screen.queryByRole('complementary', { name: 'Turn on' });

  it('offers the buyers’ host to who buys, and not to who only sells', () => {
    const buyer = show({}, {}, { hosts: [], activeHost: HOST });
    expect(offer()).not.toBeNull();
    buyer.unmount();
    const nobody = show({}, { buyer: null }, { hosts: [], activeHost: HOST });
    expect(offer()).not.toBeNull();
    nobody.unmount();
    show(
      {},
      { buyer: null, accounts: [makeAccount()], chosen: [makeAccount()] },
      { hosts: [], activeHost: HOST },
    );
    expect(offer()).toBeNull();
  });

  it('sends who has turned it on to their orders', () => {
    show({}, { buyer: null });
    fireEvent.click(screen.getByRole('button', { name: 'Open your orders on TikTok' }));
    expect(fake.opened).toEqual(['https://www.tiktok.com/shop/order_list']);
  });
});
