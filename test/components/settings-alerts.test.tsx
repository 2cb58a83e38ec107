// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Alerts } from '../../components/dashboard/settings/Alerts.tsx';
import { readAlertRules } from '../../lib/history/read/alert-settings.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import browser, { fake } from './fake-polyfill.ts';
import { answerAsBackground, cleanHistoryAfterEach } from './live.ts';
import { makeAccount } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();
beforeEach(() => answerAsBackground());

const SELLER = makeAccount();
const BUYER = makeAccount({ key: 'buyer|acc_me', role: 'buyer', account: 'acc_me' });
const stored = async () => (await readAlertRules(readingHistory())).settings;
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const howOf = (name: string) =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: `How “${name}” is told` });

async function show(accounts = [SELLER]) {
  const shown = render(<Alerts accounts={accounts} />);
  await screen.findByRole('region', { name: 'Alerts' });
  return shown;
}

describe('the switch for notifications', () => {
  it('asks the browser in the click, and is on once it said yes', async () => {
    await show();
    expect(box('Show notifications').checked).toBe(false);
    fireEvent.click(box('Show notifications'));
    // Nothing was awaited: the question is out before the click is over.
    expect(fake.asked).toEqual(['notifications']);
    await waitFor(() => expect(box('Show notifications').checked).toBe(true));
    await waitFor(async () => expect((await stored()).notifies).toBe(true));
    fireEvent.click(box('Show notifications'));
    await waitFor(async () => expect((await stored()).notifies).toBe(false));
    expect(fake.granted.size).toBe(0);
    // What is stored comes back to the view a moment later.
    await waitFor(() => expect(screen.queryByText(/Notifications stay off/)).toBeNull());
  });

  it('says what a refusal means, and what to do', async () => {
    fake.saysYes = false;
    await show();
    fireEvent.click(box('Show notifications'));
    await screen.findByText(/your browser was told no\. Alerts still stand in the list/);
    expect(box('Show notifications').checked).toBe(false);
    expect((await stored()).notifies).toBe(false);
  });

  it('follows a permission that is taken back', async () => {
    fake.granted.add('notifications');
    await readingHistory().meta.put({ key: 'alerts.settings', value: { notifies: true } });
    await show();
    await waitFor(() => expect(box('Show notifications').checked).toBe(true));
    await browser.permissions.remove({ permissions: ['notifications'] });
    await screen.findByText(/your browser took the permission back/);
    expect(box('Show notifications').checked).toBe(false);
  });
});

describe('how each kind is told', () => {
  it('shows the default, saves another, and stores no default', async () => {
    await show();
    expect(howOf('Ship-by time').value).toBe('notify');
    fireEvent.change(howOf('Ship-by time'), { target: { value: 'list' } });
    fireEvent.change(howOf('Buyer’s note'), { target: { value: 'off' } });
    await screen.findByText('Saved');
    // The second change builds upon the first, though that was not stored yet.
    await waitFor(async () =>
      expect((await stored()).channels).toEqual({ 'ship-by': 'list', 'buyer-note': 'off' }),
    );
    fireEvent.change(howOf('Ship-by time'), { target: { value: 'notify' } });
    await waitFor(async () => expect((await stored()).channels).toEqual({ 'buyer-note': 'off' }));
  });

  it.each([
    ['a seller', [SELLER], ['Selling']],
    ['a buyer', [BUYER], ['Buying']],
    ['both', [SELLER, BUYER], ['Selling', 'Selling and buying', 'Buying']],
    ['nobody yet', [], ['Selling', 'Selling and buying', 'Buying']],
  ])('shows %s what concerns them', async (_who, accounts, groups) => {
    const { container } = await show([...accounts]);
    const names = [...container.querySelectorAll('[scope="rowgroup"]')].map((head) => head.textContent);
    expect(names).toEqual(groups);
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('when alerts are told', () => {
  it('saves hours, and says what is wrong with others', async () => {
    await show();
    fireEvent.input(field('Before a ship-by time'), { target: { value: '0, 2' } });
    fireEvent.change(field('Before a ship-by time'));
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain('whole hours from 1 to 168');
    expect(field('Before a ship-by time').getAttribute('aria-describedby')).toBe(said.id);
    expect((await stored()).shipByHours).toEqual([24, 12, 4]);
    fireEvent.input(field('Before a ship-by time'), { target: { value: '2 48' } });
    fireEvent.change(field('Before a ship-by time'));
    await waitFor(async () => expect((await stored()).shipByHours).toEqual([48, 2]));
    expect(field('Before a ship-by time').value).toBe('48, 2');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has quiet hours with two ends, and a word about critical ones', async () => {
    await show();
    fireEvent.click(box('Quiet hours'));
    await waitFor(() => expect(field('From').value).toBe('22:00'));
    fireEvent.input(field('To'), { target: { value: '22:00' } });
    fireEvent.change(field('To'));
    await screen.findByText(/have no length/);
    fireEvent.input(field('To'), { target: { value: '06:30' } });
    fireEvent.change(field('To'));
    fireEvent.click(box('Hold critical ones too'));
    await waitFor(async () =>
      expect((await stored()).quiet).toEqual({ from: '22:00', to: '06:30', holdsCritical: true }),
    );
    await screen.findByText(/a ship-by time may pass before you hear of it/);
    fireEvent.click(box('Quiet hours'));
    await waitFor(async () => expect((await stored()).quiet).toBeNull());
  });

  it('goes back to the defaults, and leaves notifications as they are', async () => {
    await readingHistory().meta.put({
      key: 'alerts.settings',
      value: { notifies: true, staleHours: 5, digestAt: '19:15', channels: { delivered: 'off' } },
    });
    await show([SELLER, BUYER]);
    expect(field('Daily digest at').value).toBe('19:15');
    fireEvent.click(screen.getByRole('button', { name: 'Back to the defaults' }));
    await waitFor(async () => expect(await stored()).toEqual({ ...DEFAULT_ALERT_SETTINGS, notifies: true }));
    expect(field('Not seen for long: after').value).toBe('24');
  });

  it('shows what is stored when it could not be saved, and why', async () => {
    await show();
    fake.answer = async () => ({ ok: false, error: 'The disk is full' });
    fireEvent.change(howOf('Ship-by time'), { target: { value: 'off' } });
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain('The disk is full');
    expect(howOf('Ship-by time').value).toBe('notify');
  });

  it('follows what another tab saves', async () => {
    await show();
    fireEvent.change(howOf('Ship-by time'), { target: { value: 'off' } });
    await screen.findByText('Saved');
    await readingHistory().meta.put({ key: 'alerts.settings', value: { staleHours: 48 } });
    await waitFor(() => expect(field('Not seen for long: after').value).toBe('48'));
    expect(howOf('Ship-by time').value).toBe('notify');
  });
});
