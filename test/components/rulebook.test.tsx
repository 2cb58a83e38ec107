// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { Rulebook } from '../../components/dashboard/settings/Rulebook.tsx';
import { DAY_MS } from '../../lib/model/time.ts';
import { RULE_KINDS } from '../../lib/rulebook/rule.ts';
import { cleanAfterEach, makeAccount, NOW } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanAfterEach();

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
