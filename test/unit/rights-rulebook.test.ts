import { describe, expect, it, test } from 'vitest';
import * as z from 'zod/mini';
import { MARKETS } from '../../lib/model/market.ts';
import { ORDER_STATUSES } from '../../lib/model/order.ts';
import { findRule, RULES, ruleWords } from '../../lib/rulebook/find.ts';
import type { Rule } from '../../lib/rulebook/rule.ts';

const day = z.iso.date();
const dated = {
  market: z.enum(MARKETS.map((market) => market.code)),
  validFrom: z.nullable(day),
  source: z.string().check(z.minLength(10)),
  checkedOn: day,
  certainty: z.enum(['official', 'reported']),
  note: z.optional(z.string().check(z.regex(/^[A-Z].+\.$/))),
};
const count = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const mmdd = z.string().check(z.regex(/^(\d{4} )*\d{4}$/));
const RuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...dated,
    kind: z.enum(['return-window', 'guarantee', 'undelivered-refund']),
    days: z.int().check(z.minimum(1), z.maximum(365)),
  }),
  z.strictObject({ ...dated, kind: z.literal('free-cancel'), untilStatus: z.enum(ORDER_STATUSES) }),
  z.strictObject({
    ...dated,
    kind: z.enum(['dispatch', 'collection', 'auto-cancel', 'delivery']),
    workingDays: count(0, 60),
    cutOff: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
    timeZone: z.nullable(z.enum(MARKETS.map(({ timeZone }) => timeZone))),
  }),
  z.strictObject({ ...dated, kind: z.literal('working-week'), days: z.array(count(1, 7)) }),
  z.strictObject({ ...dated, kind: z.literal('holidays'), years: z.record(z.string(), mmdd) }),
  z.strictObject({
    ...dated,
    kind: z.enum(['return-answer', 'cancellation-answer', 'refund-review']),
    amount: count(1, 240),
    unit: z.enum(['hours', 'working-days']),
  }),
  z.strictObject({
    ...dated,
    kind: z.literal('chat-answer'),
    hours: count(1, 72),
    percent: z.nullable(count(1, 100)),
  }),
  z.strictObject({
    ...dated,
    kind: z.enum(['late-dispatch', 'seller-fault-cancellation', 'valid-tracking']),
    percent: z.number().check(z.minimum(0), z.maximum(100)),
    limit: z.enum(['max', 'min']),
    windowDays: z.nullable(count(1, 365)),
  }),
]);

const [first] = RULES;
const at = (text: string) => Date.parse(text);

describe('the rulebook', () => {
  test.each(RULES.map((rule) => [`${rule.market} ${rule.kind} ${rule.validFrom}`, rule] as const))(
    '%s is whole',
    (_name, rule) => {
      expect(RuleSchema.safeParse(rule).success).toBe(true);
      expect(rule.validFrom === null || rule.validFrom <= rule.checkedOn).toBe(true);
    },
  );

  it.each(['source', 'checkedOn', 'certainty', 'market', 'validFrom'])(
    'refuses a rule without %s',
    (name) => {
      expect(RuleSchema.safeParse({ ...first, [name]: undefined }).success).toBe(false);
      expect(RuleSchema.safeParse({ ...first, [name]: '' }).success).toBe(false);
    },
  );

  it.each([
    ...['checkedOn', 'validFrom'].flatMap((name) =>
      ['2026-13-01', '2026-02-30', '21 Nov 2026', ' ', 20261121].map((bad) => [name, bad] as const),
    ),
    ['source', 'x'],
    ['source', 7],
    ['certainty', 'sure'],
    ['market', 'XX'],
  ] as const)('refuses a rule with the %s %j', (name, bad) => {
    expect(RuleSchema.safeParse({ ...first, [name]: bad }).success).toBe(false);
  });

  it('calls nothing official that another than TikTok says', () => {
    const others = RULES.filter(({ source }) => !/^(seller-|shop\.)|TikTok Shop/.test(source));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ certainty }) => certainty === 'official')).toEqual([]);
  });

  it('has one rule of a kind and market at a time', () => {
    const names = RULES.map((rule) => `${rule.kind} ${rule.market} ${rule.validFrom}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['2025-02-13T23:59-08:00', 2],
    ['2025-02-14T00:00-08:00', 4],
    ['2025-02-14T07:59Z', 2],
    ['2026-11-21T00:00Z', 4],
  ])('finds the rule that held on %s in the market’s own zone', (when, days) => {
    expect(findRule('undelivered-refund', 'US', at(when))?.days).toBe(days);
  });

  it('takes the latest of several, in whatever order they stand', () => {
    const rule = (validFrom: string | null, days: number): Rule => ({
      kind: 'return-window',
      market: 'JP',
      days,
      validFrom,
      source: 'made up for this test',
      checkedOn: '2026-11-21',
      certainty: 'official',
    });
    const rules = [rule('2026-01-01', 9), rule(null, 7), rule('2027-01-01', 11)];
    const find = (when: string) => findRule('return-window', 'JP', at(when), rules)?.days;
    expect([find('2025-12-31'), find('2026-06-01'), find('2027-06-01')]).toEqual([7, 9, 11]);
  });

  it.each(['JP', 'VN', 'TH', 'BR', null])(
    'knows no return window of %s, and does not guess one',
    (market) => {
      expect(findRule('return-window', market, at('2026-11-21'))).toBeNull();
    },
  );

  it.each(['GB', 'ID'])('says of %s that others report its rule', (market) => {
    const rule = findRule('return-window', market, at('2026-11-21'));
    expect(rule && ruleWords(rule, 'x')).toMatch(
      /^Rule: x \(reported by summaries of .*, checked 21 Nov 2026\)$/,
    );
  });

  it('names the source and the day on which it was read', () => {
    const rule = findRule('return-window', 'US', at('2026-11-21'));
    expect(rule && ruleWords(rule, '30 days from delivery')).toBe(
      'Rule: 30 days from delivery (shop.tiktok.com/us/protections, checked 21 Nov 2026)',
    );
    const reported = findRule('undelivered-refund', 'US', at('2026-11-21'));
    expect(reported && ruleWords(reported, 'x')).toContain('reported by ');
  });
});
