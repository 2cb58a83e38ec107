// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { RulesPart } from '../../components/dashboard/alerts/RulesPart.tsx';
import { draftOf, ruleOf } from '../../components/dashboard/alerts/rule-draft.ts';
import { ruleWords } from '../../components/dashboard/alerts/rule-words.ts';
import { OWN_RULES_KEY, readAlertRules } from '../../lib/history/read/alert-settings.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import type { OwnRule } from '../../lib/model/alert.ts';
import { DAY_MS, HOUR_MS } from '../../lib/model/time.ts';
import { answerAboutAlerts } from './alerts.ts';
import { fake } from './fake-polyfill.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { makeAccount, makeDeadlines, makeItem, makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const LARGE: OwnRule = {
  id: 'large',
  name: 'Large orders',
  isOn: true,
  role: 'seller',
  when: { event: 'new' },
  only: { minTotal: { amountMinor: 5000, currency: 'USD' }, text: 'mug' },
  channel: 'notify',
};

const stored = async () => (await readAlertRules(readingHistory())).own;
const rulesAre = (...rules: OwnRule[]) => readingHistory().meta.put({ key: OWN_RULES_KEY, value: rules });
const show = () => {
  answerAboutAlerts();
  return render(<RulesPart accounts={[makeAccount()]} now={Date.now()} />);
};
const own = async () => within(await screen.findByRole('region', { name: 'Your own rules' }));
const type = (name: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

describe('the user’s own rules', () => {
  it('are made in a small form', async () => {
    show();
    const card = await own();
    card.getByText(/^No rule yet/);
    fireEvent.click(card.getByRole('button', { name: 'New rule' }));
    type('Name', '  Slow ones ');
    choose('When', 'still');
    choose('Status', 'ON_HOLD');
    type('Days after it was placed', '3');
    type('Only of at least', '49.90');
    type('Only with the text', ' mug ');
    choose('Tell me', 'digest');
    fireEvent.click(card.getByRole('button', { name: 'Save rule' }));
    await card.findByText('Saved.');
    const [rule] = await stored();
    expect(rule).toEqual({
      id: rule?.id,
      name: 'Slow ones',
      isOn: true,
      role: 'seller',
      when: { event: 'still', status: 'ON_HOLD', days: 3 },
      only: { minTotal: { amountMinor: 4990, currency: 'USD' }, text: 'mug' },
      channel: 'digest',
    });
    await card.findByText(
      'When an order that you sold is still “On hold” 3 days after it was placed, of at least $49.90, with “mug” · Daily digest',
    );
    expect(card.queryByRole('form', { name: 'Rule' })).toBeNull();
  });

  it('keep the keyboard: in the form that opens, at what is wrong, and where it was when it closes', async () => {
    await rulesAre(LARGE, { ...LARGE, id: 'other', name: 'Another' });
    show();
    const card = await own();
    const press = (name: string, index = 0) => {
      const button = card.getAllByRole('button', { name })[index];
      button?.focus();
      fireEvent.click(button ?? document.body);
    };
    await card.findByText('Another');
    press('New rule');
    await waitFor(() => expect(document.activeElement).toBe(card.getByRole('textbox', { name: 'Name' })));
    press('Save rule');
    await waitFor(() => expect(document.activeElement).toBe(card.getByRole('textbox', { name: 'Name' })));
    press('Cancel');
    await waitFor(() => expect(document.activeElement).toBe(card.getByRole('button', { name: 'New rule' })));
    press('Delete');
    await waitFor(() => expect(card.getAllByRole('button', { name: 'Delete' })).toHaveLength(1));
    await waitFor(() => expect(document.activeElement).toBe(card.getByRole('button', { name: 'Delete' })));
  });

  it('say in words what was typed wrong, and store nothing', async () => {
    show();
    const card = await own();
    fireEvent.click(card.getByRole('button', { name: 'New rule' }));
    expect(card.queryByRole('alert')).toBeNull();
    choose('When', 'ship-by');
    type('Hours before', 'soon');
    type('Only of at least', 'a lot');
    fireEvent.click(card.getByRole('button', { name: 'Save rule' }));
    const wrong = card.getAllByRole('alert').map(({ textContent }) => textContent);
    expect(wrong).toHaveLength(3);
    expect(wrong[0]).toMatch(/^Give the rule a name/);
    expect(wrong[1]).toMatch(/^Type whole hours/);
    expect(wrong[2]).toMatch(/^Type an amount/);
    expect(screen.getByRole('textbox', { name: 'Hours before' }).getAttribute('aria-invalid')).toBe('true');
    expect(fake.messages).toEqual([]);
    type('Name', 'Soon');
    expect(card.getAllByRole('alert')).toHaveLength(2);
  });

  it('are switched, changed and deleted', async () => {
    await rulesAre(LARGE, { ...LARGE, id: 'other', name: 'Other' });
    show();
    const card = await own();
    const box = card.getByRole<HTMLInputElement>('checkbox', { name: 'Large orders' });
    fireEvent.click(box);
    await card.findByText('Switched off.');
    expect((await stored()).map(({ isOn }) => isOn)).toEqual([false, true]);
    await waitFor(() => expect(box.closest('li')?.className).toContain('off'));
    const line = within(card.getByRole('checkbox', { name: 'Large orders' }).closest('li') as HTMLElement);
    fireEvent.click(line.getByRole('button', { name: 'Edit' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Only of at least' }).value).toBe('50.00');
    type('Only of at least', '');
    fireEvent.click(card.getByRole('button', { name: 'Save rule' }));
    await card.findByText('Saved.');
    expect((await stored())[0]).toEqual({ ...LARGE, isOn: false, only: { minTotal: null, text: 'mug' } });
    fireEvent.click(line.getByRole('button', { name: 'Delete' }));
    await card.findByText('Deleted.');
    expect((await stored()).map(({ id }) => id)).toEqual(['other']);
    fireEvent.click(card.getByRole('button', { name: 'Undo' }));
    await card.findByText('It is back.');
    expect((await stored()).map(({ id }) => id)).toEqual(['other', 'large']);
  });

  it('stay as they are, and say so, when they could not be saved', async () => {
    await rulesAre(LARGE);
    render(<RulesPart accounts={[]} now={Date.now()} />);
    fake.answer = () => Promise.reject(new Error('The disk is full'));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The rules could not be saved');
    expect(await stored()).toEqual([LARGE]);
  });

  it('offer a buyer nothing about shipping', async () => {
    render(<RulesPart accounts={[makeAccount({ role: 'buyer' })]} now={Date.now()} />);
    fireEvent.click(await screen.findByRole('button', { name: 'New rule' }));
    const when = screen.getByRole<HTMLSelectElement>('combobox', { name: 'When' });
    expect([...when.options].map(({ value }) => value)).toEqual(['new', 'status', 'still']);
    expect(screen.queryByRole('combobox', { name: 'Orders' })).toBeNull();
  });
});

describe('trying alerts', () => {
  const items = [makeItem('Mug, white')];
  const placedAt = Date.now() - 3 * HOUR_MS;

  it('says how often a rule would have fired, with the list', async () => {
    await capture([
      makeOrder('576786105183000001', { items, placedAt }),
      makeOrder('576786105183000002', { items, placedAt }),
      makeOrder('576786105183000003', { placedAt }),
    ]);
    await rulesAre({ ...LARGE, isOn: false });
    show();
    const card = await own();
    fireEvent.click(card.getByRole('button', { name: 'Try' }));
    await card.findByText('This rule would have fired 2 times in the last 30 days.', {}, { timeout: 20_000 });
    expect(card.getAllByRole('link', { name: 'Large orders' })).toHaveLength(2);
    expect(await readingHistory().alerts.count()).toBe(0);
  });

  it('tries a built-in kind, also where it is switched off', async () => {
    const deadlines = makeDeadlines({ shipByAt: Date.now() + 2 * HOUR_MS });
    await capture([makeOrder('576786105183000001', { placedAt: Date.now() - DAY_MS, deadlines })]);
    await readingHistory().meta.put({ key: 'alerts.settings', value: { channels: { 'ship-by': 'off' } } });
    show();
    const card = within(await screen.findByRole('region', { name: 'What comes built in' }));
    fireEvent.click(card.getByRole('button', { name: 'Try on the last 30 days' }));
    await card.findByText(
      /^“Ship-by time” would have fired .* in the last 30 days\.$/,
      {},
      { timeout: 20_000 },
    );
    choose('Kind to try', 'buyer-note');
    fireEvent.click(card.getByRole('button', { name: 'Try on the last 30 days' }));
    await card.findByText(
      '“Buyer’s note” would not have fired in the last 30 days.',
      {},
      { timeout: 20_000 },
    );
  });

  it('can be stopped', async () => {
    await rulesAre(LARGE);
    show();
    const card = await own();
    fireEvent.click(card.getByRole('button', { name: 'Try' }));
    fireEvent.click(await card.findByRole('button', { name: 'Cancel' }));
    await card.findByText('Stopped. Nothing was changed.');
    await waitFor(() => expect(card.queryByRole('progressbar')).toBeNull());
  });
});

describe('a rule in the form', () => {
  const RULES: OwnRule[] = [
    LARGE,
    { ...LARGE, when: { event: 'ship-by', hours: 6 }, only: { minTotal: null, text: null } },
    { ...LARGE, role: 'buyer', when: { event: 'status', status: 'DELIVERED' } },
    {
      ...LARGE,
      when: { event: 'still', status: 'ON_HOLD', days: 10 },
      only: { minTotal: { amountMinor: 584901, currency: 'VND' }, text: null },
    },
  ];

  it.each(RULES)('comes back as it was: %j', (rule) => {
    expect(ruleOf(draftOf(rule, 'USD'))).toEqual(rule);
  });

  it('is told in one sentence', () => {
    expect(RULES.map(ruleWords)).toEqual([
      'When an order that you sold is new, of at least $50.00, with “mug” · At once',
      '6 hours before an order that you sold must be shipped · At once',
      'When an order that you bought becomes “Delivered”, of at least $50.00, with “mug” · At once',
      'When an order that you sold is still “On hold” 10 days after it was placed, of at least ₫584,901 · At once',
    ]);
  });
});
