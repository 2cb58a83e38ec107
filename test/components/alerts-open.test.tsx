// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { OpenAlerts } from '../../components/dashboard/alerts/OpenAlerts.tsx';
import { snoozeTimes } from '../../components/dashboard/alerts/snooze-times.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { alertsAre, answerAboutAlerts, makeAlert } from './alerts.ts';
import { fake } from './fake-polyfill.ts';
import { cleanHistoryAfterEach } from './live.ts';
import { makeAccount } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const show = (...accounts: AccountRow[]) => {
  answerAboutAlerts();
  return render(<OpenAlerts accounts={[makeAccount(), ...accounts]} now={Date.now()} />);
};
const card = async (name = 'Needs you') => within(await screen.findByRole('region', { name }));
const titles = (region: HTMLElement) =>
  within(region)
    .queryAllByRole('listitem')
    .map((row) => row.querySelector('.text > :first-child')?.textContent);
const stored = (id: string) => readingHistory().alerts.get(`ship-by|seller|acc_us|${id}|4`);
const makeMany = (count: number, fields: Parameters<typeof makeAlert>[1] = {}) =>
  Array.from({ length: count }, (_, index) => makeAlert(String(576786105183000000n + BigInt(index)), fields));

describe('what needs the user', () => {
  it('says in a friendly line that there is nothing', async () => {
    show();
    await (await card()).findByText('Nothing needs you right now.');
    expect(screen.queryByRole('region', { name: 'News' })).toBeNull();
  });

  it('shows the most urgent first, each with its clock and why, and news apart', async () => {
    await alertsAre(
      makeAlert('1', { title: 'Ship within 24 h', dueAt: Date.now() + 20.5 * HOUR_MS }),
      makeAlert('2', {
        title: 'Past its ship-by time',
        severity: 'critical',
        dueAt: Date.now() - 2.5 * HOUR_MS,
      }),
      makeAlert('4', { title: 'Buyer’s note', dueAt: null, at: Date.now() - 9 * HOUR_MS }),
      makeAlert('5', { title: 'Order changed', dueAt: null }),
      makeAlert('3', { kind: 'delivered', severity: 'low', title: 'Delivered', dueAt: null }),
    );
    show();
    const needs = await screen.findByRole('region', { name: 'Needs you' });
    expect(titles(needs)).toEqual([
      'Past its ship-by time',
      'Ship within 24 h',
      'Order changed',
      'Buyer’s note',
    ]);
    const clock = within(needs).getByText('2 h late').parentElement;
    expect(clock?.title).toMatch(/^Page: ship by then \(/);
    expect(clock?.className).toContain('tone-late');
    expect(titles(screen.getByRole('region', { name: 'News' }))).toEqual(['Delivered']);
  });

  it('says whose it is where there are several shops, unless its title does', async () => {
    await alertsAre(
      makeAlert('1'),
      makeAlert('2', {
        kind: 'stale-data',
        orderKey: null,
        title: 'Not seen for 24 h: US shop',
        detail: '3',
      }),
    );
    show(makeAccount({ key: 'seller|acc_vn', account: 'acc_vn', market: 'VN' }));
    const needs = await card();
    await needs.findByText(/ · US shop$/, { selector: 'small' });
    needs.getByText('3', { selector: 'small' });
  });

  it('leads to the order here, and to its page on the shop', async () => {
    await alertsAre(makeAlert('576786105183999937'));
    show();
    const needs = await card();
    expect(needs.getByRole('link', { name: 'Ship within 4 h' }).getAttribute('href')).toBe(
      '#orders/seller%7Cacc_us%7C576786105183999937',
    );
    fireEvent.click(needs.getByRole('button', { name: 'Open' }));
    await waitFor(() =>
      expect(fake.opened).toEqual(['https://seller-us.tiktok.com/order/detail?order_no=576786105183999937']),
    );
  });

  it('marks one done, moves the keyboard on, and takes it back', async () => {
    await alertsAre(makeAlert('1'), makeAlert('2', { dueAt: Date.now() + 5 * HOUR_MS }));
    show();
    const needs = await card();
    const [first, second] = await needs.findAllByRole('button', { name: 'Done' });
    first?.focus();
    if (first) fireEvent.click(first);
    await needs.findByText('1 alert marked done.');
    await waitFor(() => expect(first?.isConnected).toBe(false));
    expect((await stored('1'))?.doneAt).not.toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(second));
    fireEvent.click(needs.getByRole('button', { name: 'Undo' }));
    await needs.findByText('1 alert open again.');
    expect((await stored('1'))?.openKind).toBe('ship-by');
    expect(needs.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('keeps the keyboard in the list, row after row, and then at its heading', async () => {
    await alertsAre(...makeMany(3));
    show();
    const needs = await card();
    const buttons = await needs.findAllByRole('button', { name: 'Done' });
    buttons[0]?.focus();
    for (const [index, button] of buttons.entries()) {
      expect(document.activeElement).toBe(button);
      fireEvent.click(button);
      const next = buttons[index + 1] ?? needs.getByRole('heading', { name: 'Needs you' });
      await waitFor(() => expect(document.activeElement === next).toBe(true));
    }
  });

  it('snoozes an alert until a moment of choice', async () => {
    await alertsAre(makeAlert('1'));
    show();
    const needs = await card();
    const snooze = await needs.findByRole('button', { name: 'Snooze' });
    fireEvent.click(snooze);
    expect(snooze.getAttribute('aria-expanded')).toBe('true');
    fireEvent.keyDown(needs.getByRole('button', { name: 'For 1 hour' }), { key: 'Escape' });
    await waitFor(() => expect(snooze.getAttribute('aria-expanded')).toBe('false'));
    expect(document.activeElement).toBe(snooze);
    const from = Date.now();
    fireEvent.click(snooze);
    fireEvent.click(needs.getByRole('button', { name: 'For 1 hour' }));
    await needs.findByText(/^1 alert snoozed until /);
    const row = await stored('1');
    expect(row?.openKind).toBeUndefined();
    expect(row?.tellAt).toBeGreaterThanOrEqual(from + HOUR_MS);
    await needs.findByText('Nothing needs you right now.');
  });

  it('marks those that are selected, or all', async () => {
    await alertsAre(...makeMany(4));
    show();
    const needs = await card();
    await needs.findByRole('button', { name: 'Mark all done' });
    for (const box of needs.getAllByRole('checkbox', { name: 'Select' }).slice(0, 2)) fireEvent.click(box);
    const all = needs.getByRole<HTMLInputElement>('checkbox', { name: '2 selected' });
    expect(all.indeterminate).toBe(true);
    fireEvent.click(needs.getByRole('button', { name: 'Mark 2 done' }));
    await waitFor(() => expect(needs.getAllByRole('listitem')).toHaveLength(2));
    fireEvent.click(needs.getByRole('button', { name: 'Mark all done' }));
    await needs.findByText('Nothing needs you right now.');
    expect(
      await readingHistory()
        .alerts.filter(({ doneAt }) => doneAt !== null)
        .count(),
    ).toBe(4);
  });

  it('groups a kind that has many, and draws how it begins', async () => {
    await alertsAre(
      ...makeMany(1100, { severity: 'critical' }),
      ...makeMany(3, { kind: 'buyer-note', title: 'Buyer’s note', dueAt: null }),
    );
    show();
    const needs = await card();
    expect(
      (await needs.findAllByRole('heading', { level: 4 })).map(({ textContent }) => textContent),
    ).toEqual(['Ship-by time 1,100', 'Everything else 3']);
    expect(needs.getAllByRole('listitem')).toHaveLength(8);
    fireEvent.click(needs.getByRole('button', { name: 'Show 100 more of 1,095' }));
    expect(needs.getAllByRole('listitem')).toHaveLength(108);
    fireEvent.click(needs.getByRole('button', { name: 'Mark 1,100 done: Ship-by time' }));
    await needs.findByText('1,100 alerts marked done.', {}, { timeout: 30_000 });
    await waitFor(() => expect(needs.getAllByRole('listitem')).toHaveLength(3));
  });

  it('says what failed, and what to do', async () => {
    await alertsAre(makeAlert('1'));
    render(<OpenAlerts accounts={[]} now={Date.now()} />);
    fake.answer = () => Promise.reject(new Error('The disk is full'));
    fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The alerts could not be changed');
    expect(alert.textContent).toContain('The disk is full');
    screen.getByRole('link', { name: 'Ship within 4 h' });
  });
});

describe('the times to snooze until', () => {
  const at = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds;

  it.each([
    ['2026-11-21T12:00[Europe/Berlin]', '2026-11-22T09:00[Europe/Berlin]', '2026-11-23T09:00[Europe/Berlin]'],
    ['2026-11-23T08:00[Asia/Tokyo]', '2026-11-24T09:00[Asia/Tokyo]', '2026-11-30T09:00[Asia/Tokyo]'],
    // The night in which the clocks go back.
    ['2026-10-24T12:00[Europe/Berlin]', '2026-10-25T09:00[Europe/Berlin]', '2026-10-26T09:00[Europe/Berlin]'],
  ])('are an hour on, the next morning and Monday, at %s', (now, morning, monday) => {
    const zone = now.slice(now.indexOf('[') + 1, -1);
    expect(snoozeTimes(at(now), zone).map(({ untilAt }) => untilAt)).toEqual([
      at(now) + HOUR_MS,
      at(morning),
      at(monday),
    ]);
  });

  it('name Monday once on a Sunday', () => {
    expect(snoozeTimes(at('2026-11-22T20:00[UTC]'), 'UTC').map(({ words }) => words)).toEqual([
      'For 1 hour',
      'Until tomorrow, 9:00',
    ]);
  });
});
