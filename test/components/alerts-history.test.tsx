// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { AlertHistory } from '../../components/dashboard/alerts/AlertHistory.tsx';
import { readHistoryPage } from '../../components/dashboard/alerts/history-page.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';
import { alertsAre, answerAboutAlerts, makeAlert } from './alerts.ts';
import { fake } from './fake-polyfill.ts';
import { cleanHistoryAfterEach } from './live.ts';
import { makeAccount } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const NOW = new Date(2026, 10, 21, 12).getTime();
const show = () => {
  answerAboutAlerts();
  return render(<AlertHistory accounts={[makeAccount()]} now={NOW} />);
};
const past = (id: string, hoursAgo: number, fields: Parameters<typeof makeAlert>[1] = {}) =>
  makeAlert(id, { at: NOW - hoursAgo * HOUR_MS, ...fields });
const rowOf = (title: string) => screen.getByText(title).closest('li');

describe('the history of alerts', () => {
  it('says in a friendly line that there is none', async () => {
    show();
    await screen.findByText('No alerts yet');
  });

  it('is told day by day, newest first, with what became of each', async () => {
    await alertsAre(
      past('1', 1, { title: 'Ship within 4 h' }),
      past('2', 26, { title: 'Buyer’s note', doneAt: NOW - HOUR_MS, openKind: undefined }),
      past('3', 50, { title: 'Ship within 24 h', overAt: NOW - HOUR_MS, openKind: undefined }),
      past('4', 2, { title: 'Return to answer', tellAt: NOW + DAY_MS, openKind: undefined }),
      past('5', 3, { title: 'Order changed', readAt: NOW, openKind: undefined }),
    );
    show();
    await screen.findByText('Ship within 4 h');
    expect(screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Yesterday',
      'Nov 19',
    ]);
    const states = [...document.querySelectorAll('.pill')].map(({ textContent }) => textContent);
    expect(states).toEqual(['Open', 'Until Sun 12:00', 'Read', 'Done', 'Over']);
  });

  it('marks what it shows as read, and keeps the mark of what was new', async () => {
    await alertsAre(
      past('1', 1, { title: 'New one' }),
      past('2', 2, { title: 'Read one', readAt: NOW }),
      past('3', 3, { title: 'Over one', overAt: NOW, openKind: undefined }),
    );
    show();
    await screen.findByText('New one');
    await waitFor(async () =>
      expect((await readingHistory().alerts.get('ship-by|seller|acc_us|1|4'))?.readAt).not.toBeNull(),
    );
    expect(fake.messages).toHaveLength(1);
    expect(rowOf('New one')?.textContent).toContain('New');
    expect(within(document.body).getAllByText('New')).toHaveLength(1);
    // What was read is open still: it was looked at, not dealt with.
    expect((await readingHistory().alerts.get('ship-by|seller|acc_us|1|4'))?.openKind).toBe('ship-by');
  });

  it('says so where what is shown could not be marked as read', async () => {
    await alertsAre(past('1', 1));
    render(<AlertHistory accounts={[makeAccount()]} now={NOW} />);
    fake.answer = () => Promise.reject(new Error('The disk is full'));
    await screen.findByText('They stay marked as new: The disk is full');
  });

  it('opens again what was done by mistake', async () => {
    await alertsAre(past('1', 1, { doneAt: NOW, openKind: undefined }));
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Open again' }));
    await screen.findByText('1 alert open again.');
    await waitFor(() => expect(document.querySelector('.pill')?.textContent).toBe('Open'));
    expect(screen.queryByRole('button', { name: 'Open again' })).toBeNull();
  });

  it('goes back page by page, and can be narrowed to a kind', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      past(String(index), index, { readAt: NOW, kind: index % 60 === 0 ? 'buyer-note' : 'ship-by' }),
    );
    await alertsAre(...many);
    show();
    await screen.findByText('History of alerts');
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    fireEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(100));
    fireEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(120));
    expect(screen.queryByRole('button', { name: 'Show 50 more' })).toBeNull();
    const kind = screen.getByRole('combobox', { name: 'Kind of alert' });
    fireEvent.change(kind, { target: { value: 'buyer-note' } });
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
    fireEvent.change(kind, { target: { value: 'order-changed' } });
    await screen.findByText('Nothing of this kind so far.');
  });
});

describe('a page of the history', () => {
  it('holds each alert once, where many came due at the same moment', async () => {
    const rows = Array.from({ length: 1203 }, (_, index) =>
      past(String(index), Math.floor(index / 400), { kind: index % 3 === 0 ? 'buyer-note' : 'ship-by' }),
    );
    await alertsAre(...rows);
    const all = await readHistoryPage(readingHistory(), null, 2000);
    expect(new Set(all.alerts.map(({ id }) => id)).size).toBe(1203);
    expect(all.alerts).toHaveLength(1203);
    expect(all.hasMore).toBe(false);
    const notes = await readHistoryPage(readingHistory(), 'buyer-note', 401);
    expect(new Set(notes.alerts.map(({ id }) => id)).size).toBe(401);
    expect(notes.hasMore).toBe(false);
    expect((await readHistoryPage(readingHistory(), 'buyer-note', 400)).hasMore).toBe(true);
  });
});
