// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { Owed } from '../../components/dashboard/spending/Owed.tsx';
import { SpendingRoom } from '../../components/dashboard/spending/SpendingRoom.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { readOwed } from '../../lib/history/read/owed.ts';
import { writeReading } from '../../lib/history/write.ts';
import { sumOwed } from '../../lib/insights/owed.ts';
import { orderKey } from '../../lib/model/key.ts';
import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS } from '../../lib/model/time.ts';
import { emptyReading } from '../../lib/sources/source.ts';
import { cleanHistoryAfterEach } from './live.ts';
import { makeItem } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const ME: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const NOW = Date.now();
type Return = Order['returns'][number];

function refund(fields: Partial<Return> = {}): Return {
  return {
    id: 'r1',
    type: 'REFUND',
    status: 'PENDING',
    amount: 2590,
    openedAt: NOW - 3 * DAY_MS,
    respondByAt: null,
    closedAt: null,
    lineIds: [],
    received: null,
    ...fields,
  };
}

let ids = 0;
function bought(name: string, returns: Return[], fields: Partial<Order> = {}): Order {
  ids += 1;
  const order = {
    ...emptyOrder(String(577_000_000_000_000_000n + BigInt(ids)), ME),
    currency: 'USD',
    status: 'COMPLETED' as const,
    placedAt: NOW - 9 * DAY_MS,
    counterparty: 'Harbor & Pine',
    items: [makeItem(name)],
    returns,
    sources: [{ id: 'buyer/order-list', seenAt: NOW }],
    ...fields,
  };
  return { ...order, stage: stageOf(order) };
}

async function buy(...orders: Order[]): Promise<void> {
  const page = {
    id: `c${ids}`,
    at: NOW,
    sourceId: 'buyer/order-list',
    origin: 'www.tiktok.com',
    kind: 'page',
  } as const;
  await writeReading(readingHistory(), { ...page, owner: ME }, { ...emptyReading(), orders });
}

const card = () => screen.findByRole('region', { name: 'Money owed to you' });
const rowsIn = (place: HTMLElement) =>
  within(place)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));

describe('the card "Money owed to you"', () => {
  it('lists each refund with what was promised, came and is missing, the longest wait first', async () => {
    const half = bought('Half', [refund({ received: 2000 })]);
    const old = bought('Old', [refund({ openedAt: NOW - 40 * DAY_MS, amount: null })]);
    const two = bought('Two', [refund({ openedAt: null }), refund({ id: 'r2', amount: 10 })], {
      currency: 'EUR',
      placedAt: NOW - DAY_MS,
    });
    const short = bought('Short', [
      refund({ status: 'COMPLETE', received: 2500, openedAt: NOW - 5 * DAY_MS }),
    ]);
    const done = bought('Done', [refund({ status: 'COMPLETE', received: 2590 })]);
    await buy(half, old, two, short, done);
    const { container } = render(<Owed now={NOW} />);
    const shown = await card();
    const links = within(shown).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['Old', 'Short', 'Half', 'Two', 'Two']);
    expect(links[0]?.getAttribute('href')).toBe(`#orders/${encodeURIComponent(orderKey(old))}`);
    expect(rowsIn(shown)).toEqual([
      ['unknown', 'nothing yet', 'unknown', '40 d ago'],
      ['$25.90', '$25.00', '$0.90', '5 d ago'],
      ['$25.90', '$20.00', '$5.90', '3 d ago'],
      ['€25.90', 'nothing yet', '€25.90', 'unknown'],
      ['€0.10', 'nothing yet', '€0.10', '3 d ago'],
    ]);
    const sums = [...shown.querySelectorAll('.owed-sums li')].map((entry) => entry.textContent);
    expect(sums).toEqual(['€26.002 refunds', '$6.802 refunds', '1 refund without an amount, in no total']);
    within(shown).getByText('Closed short');
    within(shown).getByText('of 4 orders, the longest wait first');
    const checked = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(checked.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  it('shows a few of many, and the others on demand', async () => {
    await buy(...Array.from({ length: 130 }, (_, index) => bought(`Mug ${index}`, [refund()])));
    render(<Owed now={NOW} />);
    const shown = await card();
    expect(rowsIn(shown)).toHaveLength(5);
    within(shown).getByText('$3,367.00');
    fireEvent.click(within(shown).getByRole('button', { name: 'Show 100 more of 125 orders' }));
    await waitFor(() => expect(rowsIn(shown)).toHaveLength(105));
    fireEvent.click(within(shown).getByRole('button', { name: 'Show 25 more orders' }));
    await waitFor(() => expect(rowsIn(shown)).toHaveLength(130));
    expect(within(shown).queryByRole('button')).toBeNull();
  });

  it('sums up what the orders themselves tell, with what has no currency in no total', async () => {
    const orders = [
      bought('A', [refund({ amount: 5 }), refund({ id: 'r2', amount: null })]),
      bought('B', [refund({ amount: 7 })], { currency: 'VND' }),
      bought('C', [refund()], { currency: null }),
      bought('D', [refund({ status: 'REJECTED' })]),
      bought('E', [refund({ amount: 900 })], { status: 'CANCELLED' }),
    ];
    await buy(...orders);
    const { sum, orderCount } = await readOwed(readingHistory(), 1);
    expect(sum).toEqual(sumOwed(orders, NOW));
    expect(orderCount).toBe(4);
  });

  it('is there in the room Spending while something is owed, and is gone with it', async () => {
    const lamp = bought('Lamp', [refund()]);
    await buy(lamp, bought('Mug', []));
    render(<SpendingRoom now={NOW} />);
    within(await card()).getByRole('link', { name: 'Lamp' });
    ids += 1;
    await buy({
      ...lamp,
      returns: [refund({ status: 'COMPLETE', received: 2590, closedAt: NOW })],
      sources: [{ id: 'buyer/order-list', seenAt: NOW + 1 }],
    });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Money owed to you' })).toBeNull());
    screen.getByRole('region', { name: 'Refunds awaited' });
  });
});
