import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MARKETS } from '../../lib/model/market.ts';
import { findRule, RULES, termsOf } from '../../lib/rulebook/find.ts';
import { HOLIDAY_RULES, HOLIDAY_YEARS } from '../../lib/rulebook/holidays.ts';
import { isStale, rulesOf } from '../../lib/rulebook/overview.ts';
import { RULE_KINDS } from '../../lib/rulebook/rule.ts';
import { termsWords } from '../../lib/rulebook/words.ts';
import { addWorkingDays, countingDay, isWorkingDay } from '../../lib/rulebook/working-days.ts';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-21T12:00Z');
const MARKET_CODES = MARKETS.map(({ code }) => code);

describe('the rules of a market', () => {
  it.each(MARKET_CODES)('of %s are every kind, each known or said not to be', (market) => {
    const entries = rulesOf(market, NOW);
    expect(entries.map(({ kind }) => kind)).toEqual(Object.keys(RULE_KINDS));
    for (const { rule, words, source } of entries) {
      if (rule === null) expect([words, source]).toEqual([expect.stringMatching(/^Not known for /), null]);
      else expect(source).toMatch(/^Rule: .+ \(.+, checked 21 Nov 2026\)$/);
    }
  });

  it('are all within reach: no rule is of a market or kind that nobody asks for', () => {
    const shown = MARKET_CODES.flatMap((market) => rulesOf(market, at('2027-01-01T12:00Z')));
    const newest = new Set(shown.flatMap(({ rule }) => (rule ? [`${rule.market} ${rule.kind}`] : [])));
    expect(new Set(RULES.map(({ market, kind }) => `${market} ${kind}`))).toEqual(newest);
  });

  it.each([
    ['US', 'dispatch', '2 working days after the order, until 23:59. By then the carrier'],
    ['US', 'working-week', 'Monday to Friday'],
    ['VN', 'working-week', 'Monday to Saturday'],
    ['VN', 'dispatch', 'the day of the order, until 23:59; from 14:00 on and on days off an order counts'],
    ['US', 'late-dispatch', 'at most 4 %. Recommended; above 10 % TikTok may act.'],
    ['US', 'valid-tracking', 'at least 95 %'],
    ['US', 'chat-answer', '24 hours, for at least 90 % of chats'],
    ['TH', 'chat-answer', '12 hours'],
    ['ID', 'return-answer', '48 hours after it was asked for'],
    ['VN', 'return-answer', '1 working day after it was asked for'],
    ['JP', 'holidays', 'the public holidays of 2025, 2026, 2027'],
    ['US', 'guarantee', '90 days from delivery'],
    ['JP', 'dispatch', 'Not known for Japan'],
    ['GB', 'dispatch', 'Not known for United Kingdom'],
    ['TH', 'working-week', 'Not known for Thailand'],
  ] as const)('%s, %s: %s', (market, kind, words) => {
    expect(rulesOf(market, NOW).find((entry) => entry.kind === kind)?.words).toContain(words);
  });

  it('keeps what held before beside what holds now', () => {
    const source = (when: string) => findRule('dispatch', 'US', at(when))?.source;
    expect(source('2026-01-16T20:00Z')).toContain('3995852763301633');
    expect(source('2026-01-17T20:00Z')).toContain('6179821974439723');
    expect(findRule('late-dispatch', 'US', at('2026-03-01T20:00Z'))?.note).toBeUndefined();
    expect(findRule('dispatch', 'VN', at('2024-08-25T12:00Z'))).toBeNull();
    expect(findRule('dispatch', 'VN', at('2024-08-26T12:00Z'))?.cutOff).toBe('14:00');
  });

  it.each([
    ['2026-11-21T00:00Z', false],
    ['2027-02-19T00:00Z', false],
    ['2027-02-19T00:00:01Z', true],
    ['2027-11-21T00:00Z', true],
  ])('checked on 21 November 2026, are stale on %s: %s', (when, stale) => {
    expect(isStale({ checkedOn: '2026-11-21' }, at(when))).toBe(stale);
    expect(rulesOf('US', at(when)).some((entry) => entry.isStale)).toBe(stale);
  });

  it('give way to the user’s own, of the same shop and kind alone', () => {
    const own = {
      kind: 'late-dispatch',
      accountKey: 'seller|a',
      setAt: NOW,
      percent: 2,
      windowDays: 30,
    } as const;
    const owner = { market: 'US', accountKey: 'seller|a' };
    expect(termsOf('late-dispatch', owner, NOW, [own])).toBe(own);
    expect(termsOf('late-dispatch', { ...owner, accountKey: 'seller|b' }, NOW, [own])).toMatchObject({
      percent: 4,
    });
    expect(termsOf('valid-tracking', owner, NOW, [own])).toMatchObject({ percent: 95 });
    expect(termsWords(own)).toBe('Your own rule: at most 2 % over 30 days, set 21 Nov 2026');
  });
});

describe('the table of holidays', () => {
  it('has every market and year, each day once, in order, and real', () => {
    expect(HOLIDAY_RULES.map(({ market }) => market)).toEqual(MARKET_CODES);
    for (const { years } of HOLIDAY_RULES) {
      expect(Object.keys(years)).toEqual(['2025', '2026', '2027']);
      for (const [year, text] of Object.entries(years)) {
        const days = text.split(' ');
        expect(days).toEqual([...new Set(days)].sort());
        for (const day of days) Temporal.PlainDate.from(`${year}-${day.slice(0, 2)}-${day.slice(2)}`);
      }
    }
    expect([HOLIDAY_YEARS.from, HOLIDAY_YEARS.to]).toEqual([2025, 2027]);
  });

  // By hand, from the calendars of those countries.
  test.each([
    ['US', '2026-11-26'],
    ['GB', '2026-12-28'],
    ['DE', '2026-10-03'],
    ['FR', '2026-07-14'],
    ['ES', '2026-10-12'],
    ['IT', '2026-06-02'],
    ['IE', '2026-03-17'],
    ['ID', '2026-08-17'],
    ['TH', '2026-04-13'],
    ['VN', '2026-02-17'],
    ['MY', '2026-08-31'],
    ['PH', '2026-06-12'],
    ['SG', '2026-08-10'],
    ['BR', '2026-11-20'],
    ['MX', '2026-11-16'],
    ['JP', '2026-05-06'],
  ])('%s has %s off', (market, day) => {
    const years = findRule('holidays', market, NOW)?.years ?? {};
    expect(years[day.slice(0, 4)]?.split(' ')).toContain(day.slice(5).replace('-', ''));
  });
});

describe('working days', () => {
  const week = [1, 2, 3, 4, 5];
  const free = { week, isHoliday: () => false };
  const dayIn2026 = fc
    .integer({ min: 0, max: 300 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }));

  it('end on a working day, that many of them later, in whatever steps', () => {
    fc.assert(
      fc.property(dayIn2026, fc.nat(20), fc.nat(20), (day, first, second) => {
        const end = addWorkingDays(day, first + second + 1, free);
        expect(end && isWorkingDay(end, free)).toBe(true);
        const middle = addWorkingDays(day, first + 1, free);
        expect(middle && addWorkingDays(middle, second, free)?.toString()).toBe(end?.toString());
      }),
    );
  });

  it('pass by as many days off as there are on the way', () => {
    fc.assert(
      fc.property(
        dayIn2026,
        fc.integer({ min: 1, max: 15 }),
        fc.uniqueArray(fc.nat(40)),
        (day, count, off) => {
          const holidays = new Set(off.map((days) => day.add({ days }).toString()));
          const calendar = { week, isHoliday: (at: Temporal.PlainDate) => holidays.has(at.toString()) };
          const end = addWorkingDays(day, count, calendar);
          let worked = 0;
          for (
            let at = day.add({ days: 1 });
            end && Temporal.PlainDate.compare(at, end) <= 0;
            at = at.add({ days: 1 })
          )
            if (at.dayOfWeek <= 5 && !holidays.has(at.toString())) worked += 1;
          expect(worked).toBe(count);
        },
      ),
    );
  });

  it('are not known where the table of holidays is left', () => {
    const until = Temporal.PlainDate.from('2026-06-30');
    const table = {
      week,
      isHoliday: (day: Temporal.PlainDate) => (Temporal.PlainDate.compare(day, until) > 0 ? null : false),
    };
    expect(addWorkingDays(until, 0, table)?.toString()).toBe('2026-06-30');
    expect(addWorkingDays(until, 1, table)).toBeNull();
    const july = until.add({ days: 1 });
    expect(countingDay(july, false, table)).toBeNull();
    expect(countingDay(until, false, table)?.toString()).toBe('2026-06-30');
    expect(countingDay(until, true, table)).toBeNull();
  });
});
