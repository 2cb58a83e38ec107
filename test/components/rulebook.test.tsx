// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { Rulebook } from '../../components/dashboard/settings/Rulebook.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { readRuleOverrides } from '../../lib/history/read/rulebook.ts';
import { DAY_MS } from '../../lib/model/time.ts';
import { RULE_KINDS } from '../../lib/rulebook/rule.ts';
import { fake } from './fake-polyfill.ts';
import { answerAsBackground, cleanHistoryAfterEach } from './live.ts';
import { makeAccount, NOW } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const card = () => within(screen.getByRole('region', { name: 'Rulebook' }));
const line = (title: string) => {
  const item = card().getByText(title, { selector: 'strong' }).closest('li');
  if (!item) throw new Error(`no rule ${title}`);
  return item;
};

describe('the rulebook', () => {
  it('has every kind of rule of the user’s market, with its source, its day and how sure it is', async () => {
    const { container } = render(<Rulebook accounts={[makeAccount()]} now={NOW} />);
    expect(card().getByRole<HTMLSelectElement>('combobox', { name: 'Rules of' }).value).toBe('US');
    expect(card().getAllByRole('listitem')).toHaveLength(Object.keys(RULE_KINDS).length);
    const dispatch = line('Ship by').textContent;
    expect(dispatch).toContain('2 working days after the order');
    expect(dispatch).toMatch(/Since 17 Jan 2026|Since Jan 17, 2026/);
    expect(dispatch).toContain('6179821974439723');
    expect(dispatch).toMatch(/checked (21 Nov|Nov 21,) 2026/);
    expect(dispatch).not.toContain('Reported');
    expect(line('Refund of what never came').textContent).toContain('Reported');
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });

  it('says plainly what is not known', () => {
    render(<Rulebook accounts={[makeAccount({ market: 'JP' })]} now={NOW} />);
    expect(line('Return window').textContent).toBe('Return windowNot known for Japan');
  });

  it('marks what was not checked for more than 90 days', () => {
    render(<Rulebook accounts={[makeAccount()]} now={NOW + 91 * DAY_MS} />);
    expect(line('Ship by').textContent).toContain('Not checked lately');
  });

  it('has the other markets behind a choice', () => {
    render(<Rulebook accounts={[makeAccount({ market: 'VN' })]} now={NOW} />);
    const choice = card().getByRole<HTMLSelectElement>('combobox', { name: 'Rules of' });
    const groups = [...choice.querySelectorAll('optgroup')];
    expect(groups.map(({ label, children }) => [label, children.length])).toEqual([
      ['Your markets', 1],
      ['Other markets', 15],
    ]);
    fireEvent.change(choice, { target: { value: 'US' } });
    expect(line('Ship by').textContent).toContain('6179821974439723');
  });

  it('shows nothing of any market to who has none, until one is chosen', () => {
    render(<Rulebook accounts={[]} now={NOW} />);
    expect(card().queryAllByRole('listitem')).toEqual([]);
    fireEvent.change(card().getByRole('combobox', { name: 'Rules of' }), { target: { value: 'GB' } });
    expect(card().getAllByRole('listitem').length).toBeGreaterThan(10);
  });
});

describe('a rule of the user’s own', () => {
  const stored = () => readRuleOverrides(readingHistory());
  const open = (title: string) =>
    fireEvent.click(card().getByRole('button', { name: `${title}: set your own` }));
  const type = (label: string, value: string) =>
    fireEvent.input(card().getByLabelText(label), { target: { value } });
  const save = () => fireEvent.click(card().getByRole('button', { name: 'Save' }));

  it('takes the keyboard into its form, and gives it back', async () => {
    answerAsBackground();
    render(<Rulebook accounts={[makeAccount()]} now={NOW} />);
    open('Ship by');
    const days = () => card().getByLabelText<HTMLInputElement>('Working days');
    await waitFor(() => expect(document.activeElement).toBe(days()));
    card().getByRole('button', { name: 'Save' }).focus();
    type('Working days', 'soon');
    save();
    await waitFor(() => expect(document.activeElement).toBe(days()));
    fireEvent.click(card().getByRole('button', { name: 'Cancel' }));
    const opener = () => card().getByRole('button', { name: 'Ship by: set your own' });
    await waitFor(() => expect(document.activeElement).toBe(opener()));
  });

  it('begins with what holds, is kept for the shop, and can be taken back', async () => {
    answerAsBackground();
    render(<Rulebook accounts={[makeAccount()]} now={NOW} />);
    open('Ship by');
    expect(card().getByLabelText<HTMLInputElement>('Working days').value).toBe('2');
    type('Working days', '1');
    type('Cut-off', '14:00');
    save();
    await waitFor(() => expect(line('Ship by').textContent).toContain('Your own rule: 1 working day'));
    expect(await stored()).toMatchObject([
      { accountKey: 'seller|acc_us', kind: 'dispatch', workingDays: 1, cutOff: '14:00' },
    ]);
    open('Ship by');
    expect(card().getByLabelText<HTMLInputElement>('Cut-off').value).toBe('14:00');
    type('Working days', '3');
    save();
    await waitFor(async () => expect(await stored()).toMatchObject([{ workingDays: 3 }]));
    fireEvent.click(await card().findByRole('button', { name: 'Ship by: remove your own rule' }));
    await waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('says what is wrong with what was typed, beside it, and keeps nothing', async () => {
    answerAsBackground();
    render(<Rulebook accounts={[makeAccount()]} now={NOW} />);
    open('Late dispatch rate');
    type('Percent', 'four');
    save();
    const said = card().getByRole('alert');
    expect(said.textContent).toContain('not “four”');
    expect(card().getByLabelText('Percent').getAttribute('aria-describedby')).toBe(said.id);
    expect(await stored()).toEqual([]);
    fireEvent.click(card().getByRole('button', { name: 'Cancel' }));
    expect(card().queryByRole('form')).toBeNull();
  });

  it('is for one of several shops of the market, and names it', async () => {
    answerAsBackground();
    const shops = [makeAccount(), makeAccount({ key: 'seller|acc_2', account: 'acc_2', label: 'Mugs' })];
    render(<Rulebook accounts={shops} now={NOW} />);
    open('Public holidays');
    expect(card().getByLabelText<HTMLInputElement>('Days off').value).toContain('2026-12-25');
    fireEvent.change(card().getByRole('combobox', { name: 'For' }), { target: { value: 'seller|acc_2' } });
    type('Days off', '2026-12-24 2026-12-31');
    save();
    await waitFor(() =>
      expect(line('Public holidays').textContent).toContain('Mugs. Your own rule: 2 days off'),
    );
  });

  it('says why it could not be kept', async () => {
    fake.answer = async () => ({ ok: false, error: 'The disk is full' });
    render(<Rulebook accounts={[makeAccount()]} now={NOW} />);
    open('Answer a return');
    type('Time to answer', '24');
    save();
    expect((await card().findByRole('alert')).textContent).toContain('The disk is full');
    card().getByRole('form', { name: 'Answer a return: your own rule' });
  });

  it('is not offered where the user has no shop', () => {
    render(<Rulebook accounts={[makeAccount({ role: 'buyer', key: 'buyer|acc_us' })]} now={NOW} />);
    expect(card().queryByRole('button', { name: /set your own/ })).toBeNull();
  });
});
