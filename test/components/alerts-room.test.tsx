// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { alertsAre, answerAboutAlerts, makeAlert } from './alerts.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const HOSTILE = '<img src=x onerror="globalThis.hit=1">';
const goTo = (hash: string) => {
  location.hash = hash;
  dispatchEvent(new Event('hashchange'));
};
const part = (name: string) =>
  within(screen.getByRole('navigation', { name: 'Alerts' })).getByRole('link', { name });

describe('the room Alerts', () => {
  it('is one of the links, with the number of open alerts beside its name', async () => {
    await alertsAre(
      makeAlert('1'),
      makeAlert('2'),
      makeAlert('3', { kind: 'delivered', severity: 'low' }),
      makeAlert('4', { doneAt: 1, openKind: undefined }),
    );
    render(<Dashboard />);
    const rooms = within(screen.getByRole('navigation', { name: 'Dashboard' }));
    expect(rooms.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#orders',
      '#spending',
      '#alerts',
      '#data',
      '#settings',
    ]);
    const link = rooms.getByRole('link', { name: 'Alerts' });
    await waitFor(() => expect(link.textContent).toBe('Alerts2'));
    await readingHistory().alerts.clear();
    await waitFor(() => expect(link.textContent).toBe('Alerts'));
  });

  it('leads from part to part by its address', async () => {
    answerAboutAlerts();
    await capture([makeOrder('576786105183000001')]);
    await alertsAre(makeAlert('576786105183000001'));
    goTo('#alerts');
    render(<Dashboard />);
    await screen.findByRole('region', { name: 'Needs you' });
    await screen.findByRole('region', { name: 'Everything with a clock' });
    expect(part('Now').getAttribute('aria-current')).toBe('page');
    goTo('#alerts/changes');
    await screen.findByRole('region', { name: 'Since you last looked' });
    goTo('#alerts/history');
    await screen.findByRole('region', { name: 'History of alerts' });
    goTo('#alerts/rules');
    await screen.findByRole('region', { name: 'Your own rules' });
    expect(part('Rules').getAttribute('aria-current')).toBe('page');
    expect(screen.queryByRole('region', { name: 'Needs you' })).toBeNull();
  });

  it('shows markup in an alert as the text that it is', async () => {
    await alertsAre(makeAlert('1', { title: HOSTILE, detail: HOSTILE, why: HOSTILE }));
    goTo('#alerts');
    render(<Dashboard />);
    await screen.findByRole('link', { name: HOSTILE });
    expect(document.querySelector('img')).toBeNull();
    expect(Reflect.get(globalThis, 'hit')).toBeUndefined();
  });

  it('says what failed, why and what to do when the history can’t be read', async () => {
    const failing = vi.spyOn(readingHistory(), 'open').mockRejectedValue(new Error('The disk is full'));
    goTo('#alerts');
    render(<Dashboard />);
    const [alert] = await screen.findAllByRole('alert');
    expect(alert?.textContent).toContain('Your order history can’t be opened');
    expect(alert?.textContent).toContain('The disk is full');
    failing.mockRestore();
  });
});
