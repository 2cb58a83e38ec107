import { describe, expect, it } from 'vitest';
import { checkOwnRule, isAbout } from '../../lib/alerts/own-rules.ts';
import type { OwnRule } from '../../lib/model/alert.ts';
import { OwnRule as OwnRuleSchema } from '../../lib/model/alert-schema.ts';
import type { Order } from '../../lib/model/order.ts';
import { makeAmounts, makeItem, makeOrder } from '../history/build.ts';
import { makeRule } from './alerts-support.ts';

function order(fields: Partial<Order> = {}): Order {
  return makeOrder({ currency: 'USD', amounts: makeAmounts({ total: 5000 }), ...fields });
}

describe('which orders a rule is about', () => {
  it('is about its own side, while it is on', () => {
    expect(isAbout(makeRule(), order())).toBe(true);
    expect(isAbout(makeRule({ role: 'buyer' }), order())).toBe(false);
    expect(isAbout(makeRule({ isOn: false }), order())).toBe(false);
  });

  it.each([
    ['as much', 5000, 'USD', true],
    ['more than that', 5001, 'USD', false],
    ['nothing at least', 0, 'USD', true],
    ['another currency', 1, 'VND', false],
  ])('asks for an amount: %s', (_name, amountMinor, currency, expected) => {
    const only = { minTotal: { amountMinor, currency }, text: null };
    expect(isAbout(makeRule({ only }), order())).toBe(expected);
  });

  it('holds an amount that is not known for none, not for 0', () => {
    const only = { minTotal: { amountMinor: 0, currency: 'USD' }, text: null };
    expect(isAbout(makeRule({ only }), order({ amounts: makeAmounts({}) }))).toBe(false);
    expect(isAbout(makeRule({ only }), order({ currency: null }))).toBe(false);
  });

  const named = order({
    counterparty: 'Đặng V***',
    items: [makeItem({ name: 'Crème  Brûlée set', sellerSku: 'CB-Größe-4' }), makeItem({ sellerSku: null })],
  });

  it.each([
    ['brulee', true],
    ['CRÈME BRÛLÉE', true],
    ['  creme brulee ', true],
    ['cb-grosse', true],
    ['dang', true],
    ['ĐẶNG', true],
    ['ＭＵＧ', true],
    ['brulees', false],
    ['blue', false],
  ])('looks for a text in names, SKUs and the counterparty: %s', (text, expected) => {
    expect(isAbout(makeRule({ only: { minTotal: null, text } }), named)).toBe(expected);
  });

  it('asks for all of it', () => {
    const only = { minTotal: { amountMinor: 5000, currency: 'USD' }, text: 'mug' };
    expect(isAbout(makeRule({ only }), order({ items: [makeItem({})] }))).toBe(true);
    expect(isAbout(makeRule({ only }), order({ items: [] }))).toBe(false);
  });
});

describe('what is wrong with a rule', () => {
  const fieldsOf = (fields: Partial<OwnRule>) => checkOwnRule(makeRule(fields)).map(({ field }) => field);

  it('finds nothing wrong with a good one', () => {
    expect(checkOwnRule(makeRule())).toEqual([]);
    expect(fieldsOf({ when: { event: 'ship-by', hours: 6 } })).toEqual([]);
    expect(fieldsOf({ when: { event: 'still', status: 'ON_HOLD', days: 365 } })).toEqual([]);
    expect(fieldsOf({ only: { minTotal: { amountMinor: 0, currency: 'JPY' }, text: 'mug' } })).toEqual([]);
  });

  it.each<[string, Partial<OwnRule>, string[]]>([
    ['no name', { name: '  ' }, ['name']],
    ['a long name', { name: 'x'.repeat(81) }, ['name']],
    ['no hours', { when: { event: 'ship-by', hours: Number.NaN } }, ['hours']],
    ['half an hour', { when: { event: 'ship-by', hours: 0.5 } }, ['hours']],
    ['too many hours', { when: { event: 'ship-by', hours: 721 } }, ['hours']],
    ['a buyer who ships', { role: 'buyer', when: { event: 'ship-by', hours: 6 } }, ['hours']],
    ['no day', { when: { event: 'still', status: 'ON_HOLD', days: 0 } }, ['days']],
    ['too many days', { when: { event: 'still', status: 'ON_HOLD', days: 366 } }, ['days']],
    [
      'no amount',
      { only: { minTotal: { amountMinor: Number.NaN, currency: 'USD' }, text: null } },
      ['amount'],
    ],
    [
      'less than nothing',
      { only: { minTotal: { amountMinor: -1, currency: 'USD' }, text: null } },
      ['amount'],
    ],
    ['no currency', { only: { minTotal: { amountMinor: 100, currency: '' }, text: null } }, ['currency']],
    ['an empty text', { only: { minTotal: null, text: ' ' } }, ['text']],
    ['a long text', { only: { minTotal: null, text: 'x'.repeat(81) } }, ['text']],
    ['several things', { name: '', when: { event: 'ship-by', hours: 0 } }, ['name', 'hours']],
  ])('names what is wrong: %s', (_name, fields, expected) => {
    expect(fieldsOf(fields)).toEqual(expected);
    for (const { words } of checkOwnRule(makeRule(fields))) expect(words).toMatch(/^[A-Z].*\.$/);
  });

  it('lets nothing through that the background would refuse', () => {
    const parts: Partial<OwnRule>[] = [
      { name: '' },
      { when: { event: 'ship-by', hours: 721 } },
      { when: { event: 'still', status: 'ON_HOLD', days: 366 } },
      { only: { minTotal: { amountMinor: 0.5, currency: 'USD' }, text: null } },
      { only: { minTotal: { amountMinor: 1e12 + 1, currency: 'USD' }, text: null } },
      { only: { minTotal: { amountMinor: 1, currency: 'usd' }, text: null } },
      { only: { minTotal: null, text: '' } },
      {},
    ];
    for (const part of parts)
      expect(checkOwnRule(makeRule(part)).length === 0).toBe(OwnRuleSchema.safeParse(makeRule(part)).success);
  });
});
