// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Rates } from '../../components/dashboard/alerts/Rates.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { RULE_OVERRIDES_KEY } from '../../lib/history/read/rulebook.ts';
import type { Order } from '../../lib/model/order.ts';
import type { RuleOverride } from '../../lib/model/rule-override.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { makeAccount, makeDeadlines, makeItem, makeOrder, NOW } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

let ids = 0;
function due(shipByAt: number | null, fields: Partial<Order> = {}): Order {
  ids += 1;
  return makeOrder(String(576_786_105_183_000_000n + BigInt(ids)), {
    placedAt: NOW - 3 * DAY_MS,
    deadlines: makeDeadlines({ shipByAt }),
    items: [makeItem('Mug')],
    ...fields,
  });
}
const shipped = () => due(NOW - DAY_MS, { status: 'IN_TRANSIT', shippedAt: NOW - 2 * DAY_MS });
const shop = makeAccount();
const show = (accounts = [shop], now = NOW) => render(<Rates accounts={accounts} now={now} />);

const line = async (name: string) => {
  const title = await screen.findByText(name, { selector: '.rate-head strong' });
  return within(title.closest('li') as HTMLElement);
};

describe('the card Rates', () => {
  it('shows a rate with its bar, what is left, what today brings, and who set the target', async () => {
    const orders = Array.from({ length: 96 }, shipped);
    await capture([...orders, due(NOW - DAY_MS), due(NOW - DAY_MS), due(NOW + HOUR_MS)]);
    show();
    const late = await line('Late dispatch rate');
    late.getByText('2.04 %');
    late.getByText('On target');
    late.getByText('2 of 98 orders late. 2 more late orders reach 4 %.');
    late.getByText(/^1 order to ship by .*: 2\.02 % if it is shipped in time, 3\.03 % if it is late\./);
    const meter = late.getByRole('meter', { name: 'Late dispatch rate, US shop' });
    expect(meter.getAttribute('aria-valuetext')).toBe('2.04 %, target at most 4 %');
    expect(meter.getAttribute('aria-valuenow')).toBe('51');
    late.getByText(
      /^Rule: at most 4 % \(seller-us\.tiktok\.com.*checked 21 Nov 2026\); window not known, last 30 days shown\./,
    );
    expect(late.queryByText(/Checked more than/)).toBeNull();
  });

  it('says what no page told, as a range and in words', async () => {
    const many = Array.from({ length: 9 }, shipped);
    await capture([...many, due(null, { status: 'CANCELLED' }), due(null, { status: 'IN_TRANSIT' })]);
    show();
    const cancelled = await line('Seller-fault cancellation rate');
    cancelled.getByText('0 % to 9.09 %');
    cancelled.getByText('Not certain');
    cancelled.getByText('Not known for 1 cancellation: no page tells whose fault it was.');
    const tracked = await line('Valid tracking rate');
    tracked.getByText('0 % to 100 %');
    const late = await line('Late dispatch rate');
    late.getByText('1 order without a ship-by time on any page: not counted.');
  });

  it('marks a rule that was not checked for long, and says when none is known', async () => {
    const old = show([shop], Date.UTC(2027, 5, 1));
    (await line('Late dispatch rate')).getByText('Checked more than 90 days ago');
    old.unmount();
    show([makeAccount({ market: 'JP' })]);
    const late = await line('Late dispatch rate');
    late.getByText('No target is known for Japan; window not known, last 30 days shown.');
    late.getByText('–');
    late.getByText('No orders yet');
    expect(late.queryByRole('meter')).toBeNull();
  });

  it('follows the user’s own rule as soon as it is set', async () => {
    await capture([due(NOW - DAY_MS), ...Array.from({ length: 9 }, shipped)]);
    show();
    (await line('Late dispatch rate')).getByText('Off target');
    const own: RuleOverride = {
      kind: 'late-dispatch',
      accountKey: shop.key,
      setAt: NOW,
      percent: 20,
      windowDays: 7,
    };
    await readingHistory().meta.put({ key: RULE_OVERRIDES_KEY, value: [own] });
    await screen.findByText('Your own rule: at most 20 % over 7 days, set 21 Nov 2026; last 7 days shown.');
    (await line('Late dispatch rate')).getByText('On target');
  });

  it('has a table of all shops behind it', async () => {
    await capture([due(NOW - DAY_MS), ...Array.from({ length: 9 }, shipped)]);
    show([shop, makeAccount({ key: 'seller|acc_jp', account: 'acc_jp', market: 'JP', label: 'Kyoto' })]);
    await screen.findByRole('heading', { name: 'Kyoto' });
    fireEvent.click(screen.getByRole('button', { name: /Show as table/ }));
    const rows = within(screen.getByRole('table', { name: 'Rates' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'RateNowTargetOrders',
      'US shop: Late dispatch rate10 %at most 4 %1 of 10 orders late',
      'US shop: Seller-fault cancellation rate0 %at most 2.5 %0 of 10 orders cancelled by your fault',
      'US shop: Valid tracking rate0 % to 100 %at least 95 %0 of 9 orders without valid tracking, 9 not known',
      'Kyoto: Late dispatch rate–not known0 of 0 orders late',
      'Kyoto: Seller-fault cancellation rate–not known0 of 0 orders cancelled by your fault',
      'Kyoto: Valid tracking rate–not known0 of 0 orders without valid tracking',
    ]);
  });

  it('is not there for who only buys', () => {
    const { container } = show([makeAccount({ key: 'buyer|me', role: 'buyer', account: 'me' })]);
    expect(container.innerHTML).toBe('');
  });
});
