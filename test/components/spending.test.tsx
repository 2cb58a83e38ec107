// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { SpendingRoom } from '../../components/dashboard/spending/SpendingRoom.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { writeReading } from '../../lib/history/write.ts';
import { emptyOrder, type Order } from '../../lib/model/order.ts';
import { emptyReading } from '../../lib/sources/source.ts';
import { fake } from './fake-polyfill.ts';
import { answerAsBackground, cleanHistoryAfterEach } from './live.ts';
import { makeItem } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const BUYER = { role: 'buyer', account: 'acc_buyer', market: 'US' } as const;
const NOW = new Date(2026, 10, 21, 12).getTime();
const HOSTILE = '<img src=x onerror="globalThis.hit=1">';

let ids = 0;
type Fields = Partial<Omit<Order, 'amounts'>> & { amounts?: Partial<Order['amounts']> };
function bought(month: number, total: number | null, { amounts, ...fields }: Fields = {}): Order {
  ids += 1;
  const placedAt = new Date(2026, month - 1, 5).getTime();
  const order = emptyOrder(String(576_000_000_000 + ids), BUYER);
  return {
    ...order,
    currency: 'USD',
    status: 'COMPLETED',
    counterparty: 'Lamp House',
    placedAt,
    sources: [{ id: 'buyer/order-list', seenAt: NOW }],
    ...fields,
    amounts: { ...order.amounts, total, ...amounts },
  };
}

async function buy(...orders: Order[]): Promise<void> {
  const page = {
    id: 'c1',
    at: NOW,
    sourceId: 'buyer/order-list',
    origin: 'www.tiktok.com',
    kind: 'page',
  } as const;
  await writeReading(readingHistory(), { ...page, owner: BUYER }, { ...emptyReading(), orders });
}

function show() {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  answerAsBackground();
  const shown = render(<SpendingRoom now={NOW} />);
  vi.useRealTimers();
  return shown;
}
const region = async (name: string) => within(await screen.findByRole('region', { name }));
const rowsIn = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);

describe('the room Spending', () => {
  it('shows the month net of refunds, what came back and what is awaited', async () => {
    const back = {
      id: 'r',
      type: 'REFUND',
      status: 'PENDING',
      amount: 1500,
      openedAt: null,
      respondByAt: null,
      closedAt: null,
      lineIds: [],
      received: null,
    };
    await buy(
      bought(11, 30_000, { amounts: { refunded: 1000 } }),
      bought(11, 2000, { returns: [back] }),
      bought(11, null),
      bought(10, 10_000),
    );
    show();
    const spent = await region('Spent, net of refunds');
    spent.getByText('$310.00');
    spent.getByText('3 orders');
    spent.getByText('· 1 order without an amount');
    (await region('Came back')).getByText('3.1 % of $320.00 paid');
    const awaited = await region('Refunds awaited');
    awaited.getByText('$15.00');
    awaited.getByText('1 refund');
    const usual = await region('Against your usual month');
    usual.getByText('+$210.00');
    usual.getByText('Usual: $100.00, the median of 1 month. November is not over yet.');
  });

  it('counts beside the total what has a status that is not known', async () => {
    await buy(bought(11, 1000), bought(11, 700, { status: 'UNKNOWN', statusLabel: 'Gone fishing' }));
    show();
    const spent = await region('Spent, net of refunds');
    spent.getByText('$10.00');
    spent.getByText('· 1 order with a status OrderLens does not know');
  });

  it('leads from a bar to its month, by mouse and by keys, and shows the same as a table', async () => {
    await buy(bought(11, 1000), bought(9, 4000));
    show();
    const months = await region('By month');
    const bars = months.getAllByRole('button', { name: /2025|2026/ });
    expect(bars).toHaveLength(12);
    expect(bars.filter((bar) => bar.getAttribute('tabindex') === '0')).toHaveLength(1);
    const november = months.getByRole('button', { name: 'November 2026: $10.00', pressed: true });
    fireEvent.keyDown(november, { key: 'ArrowLeft' });
    const october = months.getByRole('button', { name: 'October 2026: $0.00' });
    expect(document.activeElement).toBe(october);
    fireEvent.keyDown(october, { key: 'ArrowLeft' });
    fireEvent.keyDown(months.getByRole('button', { name: 'September 2026: $40.00' }), { key: 'Enter' });
    (await region('Spent, net of refunds')).getByText('$10.00');
    await waitFor(async () => (await region('Spent, net of refunds')).getByText('$40.00'));
    fireEvent.click(months.getByRole('button', { name: /^Show as table/ }));
    const rows = rowsIn(months.getByRole('table', { name: 'By month' }));
    expect(rows).toHaveLength(13);
    expect(rows.at(-1)).toBe('November 2026$10.00$10.00$0.00100');
  });

  it('keeps currencies apart: one is looked at', async () => {
    await buy(
      bought(11, 1000),
      bought(11, 500_000, { currency: 'VND' }),
      bought(10, 1),
      bought(11, 7, { currency: null }),
    );
    show();
    (await region('Spent, net of refunds')).getByText('$10.00');
    screen.getByText('1 order without a currency: in no total.');
    fireEvent.change(screen.getByRole('combobox', { name: 'Currency' }), { target: { value: 'VND' } });
    await waitFor(async () => (await region('Spent, net of refunds')).getByText('₫500,000'));
  });

  it('tells a year and all time', async () => {
    await buy(bought(11, 1000), bought(3, 4000), bought(2, 20, { placedAt: null }));
    show();
    await region('By month');
    fireEvent.click(screen.getByRole('radio', { name: 'Year' }));
    await waitFor(async () => (await region('Spent, net of refunds')).getByText('$50.00'));
    fireEvent.click(screen.getByRole('radio', { name: 'All' }));
    await waitFor(async () => (await region('Spent, net of refunds')).getByText('$50.20'));
    (await region('By year')).getByRole('button', { name: '2026: $50.00' });
    screen.getByText(/1 order without a date/);
  });

  it('says what it was made of, and what is not known', async () => {
    await buy(
      bought(11, 1000, { amounts: { items: 1050, shipping: 0, tax: 0, sellerDiscount: 50 } }),
      bought(11, 3000),
    );
    show();
    const table = (await region('What it was made of')).getByRole('table');
    expect(rowsIn(table).slice(1)).toEqual([
      'Items1 order not known; share of $10.00$10.50105 %',
      'Shipping1 order not known; share of $10.00$0.000 %',
      'Tax1 order not known; share of $10.00$0.000 %',
      'Shop discounts1 order not known; share of $10.00−$0.505 %',
      'TikTok discounts2 orders not knownnot known–',
    ]);
    screen.getByText('Items are told before discounts: they can come to more than was paid.');
  });

  it('shows shops as text, and many of them on demand', async () => {
    const shops = Array.from({ length: 120 }, (_, index) =>
      bought(11, 100 + index, { counterparty: `Shop ${index}` }),
    );
    await buy(
      bought(11, 9000, { counterparty: HOSTILE }),
      bought(11, 8000, { counterparty: null }),
      ...shops,
    );
    const { container } = show();
    const own = await region('By shop');
    expect(rowsIn(own.getByRole('table'))).toHaveLength(9);
    own.getByText(HOSTILE);
    own.getByText('Shop not known');
    expect(container.querySelector('img')).toBeNull();
    fireEvent.click(own.getByRole('button', { name: 'Show 100 more of 114 shops' }));
    fireEvent.click(own.getByRole('button', { name: 'Show 14 more shops' }));
    expect(rowsIn(own.getByRole('table'))).toHaveLength(123);
  });

  it('sorts orders by rules that are added, moved and removed', async () => {
    await buy(
      bought(11, 1000, { items: [makeItem('Desk lamp')] }),
      bought(11, 300, { items: [makeItem('Mug')] }),
    );
    show();
    const card = await region('By category');
    card.getByText(/Everything is “Other” so far/);
    fireEvent.click(card.getByRole('button', { name: 'Edit rules' }));
    const type = (name: string, value: string) =>
      fireEvent.input(card.getByLabelText(name), { target: { value } });
    type('Word', 'lamp');
    type('Category', 'Light');
    fireEvent.click(card.getByRole('button', { name: 'Add rule' }));
    await card.findByText('Saved. 2 orders sorted again.');
    await waitFor(() =>
      expect(rowsIn(card.getByRole('table')).slice(1)).toEqual([
        'Light1 order$10.0076.9 %',
        'Other1 order$3.0023.1 %',
      ]),
    );
    fireEvent.change(card.getByLabelText('Rule looks at'), { target: { value: 'seller' } });
    type('Shop', 'Lamp House');
    type('Category', 'Home');
    fireEvent.click(card.getByRole('button', { name: 'Add rule' }));
    fireEvent.click(await card.findByRole('button', { name: 'Move up: Lamp House' }));
    await waitFor(() =>
      expect(rowsIn(card.getByRole('table')).slice(1)).toEqual(['Home2 orders$13.00100 %']),
    );
    fireEvent.click(card.getByRole('button', { name: 'Remove the rule for Lamp House' }));
    await waitFor(() => expect(rowsIn(card.getByRole('table'))).toHaveLength(3));
  });

  it('sets a budget, says its pace, and says what is wrong with an amount', async () => {
    await buy(bought(11, 30_000));
    show();
    const card = await region('Budgets');
    const amount = card.getByLabelText('Amount per month');
    fireEvent.input(amount, { target: { value: 'lots' } });
    fireEvent.click(card.getByRole('button', { name: 'Set budget' }));
    expect((await card.findByRole('alert')).textContent).toBe(
      'That is no amount in USD. Write it like 400 or 400.50.',
    );
    fireEvent.input(amount, { target: { value: '400,50' } });
    fireEvent.click(card.getByRole('button', { name: 'Set budget' }));
    await card.findByText('$300.00 of $400.50, 75 %');
    card.getByText('Too fast');
    expect(card.getByRole('meter').getAttribute('aria-valuetext')).toBe('$300.00 of $400.50, 75 %');
    fireEvent.click(card.getByRole('button', { name: 'Remove the budget for All shops, USD' }));
    await card.findByText(/No budget yet/);
  });

  it('says why a budget could not be saved', async () => {
    await buy(bought(11, 30_000));
    show();
    fake.answer = async () => ({ ok: false, error: 'The disk is full' });
    const card = await region('Budgets');
    fireEvent.input(card.getByLabelText('Amount per month'), { target: { value: '400' } });
    fireEvent.click(card.getByRole('button', { name: 'Set budget' }));
    expect((await card.findByRole('alert')).textContent).toContain('The disk is full');
  });

  it('tells what differs most from the usual', async () => {
    await buy(
      bought(11, 9000),
      bought(10, 1000),
      bought(9, 2000, { counterparty: 'Mug Shop' }),
      bought(11, 700, { counterparty: 'New Shop' }),
    );
    show();
    const card = await region('Largest changes');
    await card.findByText('+$85.00');
    expect(card.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Lamp House+$85.00$90.00, usually $5.00',
      'New Shop+$7.00$7.00, new',
    ]);
    card.getByText('November is not over: what is below the usual may still come.');
  });

  it('tells the year, with the shops or without them', async () => {
    await buy(bought(11, 30_000), bought(3, 500, { counterparty: 'Mug Shop' }));
    show();
    const card = await region('Year in review');
    card.getByText('2026 in review');
    expect(card.queryByText('Mug Shop')).toBeNull();
    fireEvent.click(card.getByRole('checkbox', { name: 'Name the top shops, here and in the picture' }));
    await card.findByText('Mug Shop');
  });

  it('says what to do before the first order', async () => {
    show();
    await screen.findByText('Nothing bought yet');
    screen.getByRole('link', { name: 'Import a file' });
    cleanup();
    await buy(bought(11, 7, { currency: null }));
    show();
    await screen.findByText('No amounts yet');
  });

  it('says what failed when the history can’t be opened', async () => {
    const failing = vi.spyOn(readingHistory(), 'open').mockRejectedValue(new Error('The disk is full'));
    show();
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    failing.mockRestore();
  });
});
