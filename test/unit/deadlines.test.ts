import { describe, expect, it, test } from 'vitest';
import { clocksOf } from '../../lib/insights/clocks.ts';
import { type DeadlineKind, deadlinesOf, goalPage } from '../../lib/insights/deadlines.ts';
import { answerDue, dueOf } from '../../lib/insights/due.ts';
import type { Order } from '../../lib/model/order.ts';
import type { RuleOverride } from '../../lib/model/rule-override.ts';
import type { WorkdaysRule } from '../../lib/rulebook/rule.ts';
import { makeDeadlines, makeOrder, makePackage, makeReturn } from '../history/build.ts';
import { UNKNOWN_CASES, US_CASES, VN_CASES } from './deadline-cases.ts';
import { OWN_CASES, type OwnRule } from './deadline-cases-own.ts';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-21T12:00Z');
const KIND: Record<WorkdaysRule['kind'], DeadlineKind> = {
  dispatch: 'ship-by',
  collection: 'collect-by',
  'auto-cancel': 'auto-cancel',
  delivery: 'deliver-by',
};

const sold = (market: string | null, fields: Partial<Order> = {}) =>
  makeOrder({ status: 'AWAITING_SHIPMENT', ...fields }, { role: 'seller', account: 'acc_shop', market });
const bought = (fields: Partial<Order>, market: string | null = 'US') =>
  makeOrder(fields, { role: 'buyer', account: 'acc_b', market });
const only = (order: Order, kind: DeadlineKind, overrides: RuleOverride[] = [], now = NOW) =>
  deadlinesOf(order, now, overrides).find((entry) => entry.kind === kind);
const iso = (atMs: number | null | undefined) =>
  atMs == null ? null : new Date(atMs).toISOString().replace('.000Z', 'Z');

const own = (fields: Partial<RuleOverride> & Pick<RuleOverride, 'kind'>) =>
  ({ accountKey: 'seller|acc_shop', setAt: at('2026-11-01T12:00Z'), ...fields }) as RuleOverride;
const rulesOf = ({ workingDays, cutOff, week }: OwnRule): RuleOverride[] => [
  own({ kind: 'dispatch', workingDays, cutOff, timeZone: null }),
  own({ kind: 'working-week', days: [1, 2, 3, 4, 5, 6].slice(0, week) }),
];

const CASES = [
  ...US_CASES.map((entry) => ['US', ...entry] as const),
  ...VN_CASES.map((entry) => ['VN', ...entry] as const),
  ...UNKNOWN_CASES,
].map(([market, what, kind, placed, due, why]) => ({ market, what, kind, placed, due, why }));

describe('a rule of working days', () => {
  test.each(CASES)('$market, $what: $kind of $placed is $due', ({ market, kind, placed, due, why }) => {
    const order = sold(market, { placedAt: placed === null ? null : at(placed) });
    const found = only(order, KIND[kind]);
    expect(iso(found?.atMs)).toBe(due);
    expect(dueOf(kind, order).why).toMatch(
      due === null ? /^Not known: / : /^Rule: .+, checked 21 Nov 2026\)$/,
    );
    if (why) expect(dueOf(kind, order).why).toMatch(why);
    if (found) expect(found).toMatchObject({ isComputed: true, isPast: found.atMs < NOW });
  });
});

test.each(OWN_CASES)('%s with %j: %s (%s) is due %s', (market, rule, _what, placed, due) => {
  const found = only(sold(market, { placedAt: at(placed) }), 'ship-by', rulesOf(rule));
  expect(iso(found?.atMs)).toBe(due);
  if (found) expect(found.why).toMatch(/^Your own rule: .+, set 1 Nov 2026$/);
});

describe('what is told wins over what is computed', () => {
  const placedAt = at('2026-11-16T18:00Z');

  it.each([
    ['US', 'earlier than the rule', '2026-11-17T20:00Z'],
    ['US', 'later than the rule', '2026-11-30T20:00Z'],
    ['US', 'on a holiday', '2026-11-26T20:00Z'],
    ['VN', 'in the zone of a warehouse abroad', '2026-11-18T15:59:59Z'],
    ['TH', 'where the rulebook knows none', '2026-11-18T16:59:59Z'],
    ['JP', 'where the rulebook knows none', '2026-11-18T14:59:59Z'],
    [null, 'without a market', '2026-11-18T14:59:59Z'],
    ['US', 'before the order itself', '2026-11-01T00:00Z'],
  ])('%s: a page’s time %s', (market, _what, told) => {
    const times = { shipByAt: at(told), autoCancelAt: at(told) + 1, collectByAt: at(told) + 2 };
    const order = sold(market, { placedAt, deadlines: makeDeadlines(times) });
    const rules = rulesOf({ workingDays: 5, cutOff: null, week: 5 });
    for (const overrides of [[], rules]) {
      expect(only(order, 'ship-by', overrides)).toMatchObject({ atMs: at(told), isComputed: false });
      expect(only(order, 'ship-by', overrides)?.why).toBe('Page: must be shipped by then');
      expect(only(order, 'auto-cancel', overrides)?.atMs).toBe(at(told) + 1);
      expect(only(order, 'collect-by', overrides)?.atMs).toBe(at(told) + 2);
    }
    expect(clocksOf(order)).toMatchObject({ shipByAt: at(told), autoCancelAt: at(told) + 1 });
    expect(clocksOf(order)).not.toHaveProperty('shipByWhy');
  });

  it('a rule of the user’s own wins over the rulebook, for that shop alone', () => {
    const rules = rulesOf({ workingDays: 1, cutOff: null, week: 5 });
    expect(iso(only(sold('US', { placedAt }), 'ship-by', rules)?.atMs)).toBe('2026-11-18T07:59:59Z');
    const other = rules.map((rule) => ({ ...rule, accountKey: 'seller|acc_other' }));
    expect(iso(only(sold('US', { placedAt }), 'ship-by', other)?.atMs)).toBe('2026-11-19T07:59:59Z');
  });

  it.each([
    ['a zone of its own', 'Europe/London', '2026-11-18T23:59:59Z'],
    ['no zone at all', null, null],
  ])('without a market, a rule of the user’s own with %s', (_what, timeZone, due) => {
    const rules = [
      own({ kind: 'dispatch', workingDays: 2, cutOff: null, timeZone }),
      own({ kind: 'working-week', days: [1, 2, 3, 4, 5] }),
      own({ kind: 'holidays', dates: [] }),
    ];
    expect(iso(only(sold(null, { placedAt }), 'ship-by', rules)?.atMs)).toBe(due);
    if (due === null)
      expect(dueOf('dispatch', sold(null, { placedAt }), rules).why).toMatch(/time zone of its shop/);
  });

  it.each([
    ['over a leap day', '2028-02-28T18:00Z', '2028-03-02T07:59:59Z'],
    ['on a leap day', '2028-02-29T18:00Z', '2028-03-03T07:59:59Z'],
    ['a day off of the user’s own', '2028-03-01T18:00Z', '2028-03-07T07:59:59Z'],
  ])('days off of the user’s own reach beyond the table: %s', (_what, placed, due) => {
    const rules = [own({ kind: 'holidays', dates: ['2028-03-03'] })];
    expect(iso(only(sold('US', { placedAt: at(placed) }), 'ship-by', rules)?.atMs)).toBe(due);
  });
});

describe('a seller’s order', () => {
  const placedAt = at('2026-11-16T18:00Z');

  it('has only the clocks that its status leaves open', () => {
    const kinds = (status: Order['status']) =>
      deadlinesOf(sold('US', { status, placedAt }), NOW).map(({ kind }) => kind);
    expect(kinds('AWAITING_SHIPMENT')).toEqual(['ship-by', 'deliver-by', 'auto-cancel']);
    expect(kinds('AWAITING_COLLECTION')).toEqual(['deliver-by']);
    expect(kinds('IN_TRANSIT')).toEqual(['deliver-by']);
    for (const status of ['UNPAID', 'ON_HOLD', 'DELIVERED', 'COMPLETED', 'CANCELLED', 'UNKNOWN'] as const)
      expect(kinds(status)).toEqual([]);
  });

  it('has no computed time where it is a pre-order', () => {
    const order = sold('US', { placedAt, isPreOrder: true });
    expect(deadlinesOf(order, NOW)).toEqual([]);
    expect(clocksOf(order)).toMatchObject({ shipByAt: null, shipByWhy: expect.stringMatching(/pre-order/) });
  });

  it.each([0, 1, 253402300799000, 253402300800000, 8.64e15 - 1, 8.64e15])(
    'reads an order placed at %i',
    (ms) => {
      const asked = makeReturn({ status: 'RETURN_OR_REFUND_REQUEST_PENDING', openedAt: ms });
      const rules = [
        ...rulesOf({ workingDays: 2, cutOff: '12:00', week: 5 }),
        own({ kind: 'holidays', dates: [] }),
      ];
      for (const market of ['US', 'VN']) {
        const order = sold(market, { placedAt: ms, returns: [asked] });
        expect(deadlinesOf(order, NOW).filter(({ kind }) => kind !== 'return-answer')).toEqual([]);
        for (const { atMs } of deadlinesOf(order, NOW, rules))
          expect([atMs >= ms, atMs <= 8.64e15]).toEqual([true, true]);
        expect(() => deadlinesOf({ ...order, role: 'buyer', status: 'DELIVERED' }, NOW)).not.toThrow();
      }
    },
  );

  it('keeps equal times in one order, and says which are past', () => {
    const same = at('2026-11-20T00:00Z');
    const times = { shipByAt: same, autoCancelAt: same, collectByAt: same, deliverByAt: same };
    const found = deadlinesOf(sold('US', { deadlines: makeDeadlines(times) }), same + 1);
    expect(found.map(({ kind }) => kind)).toEqual(['ship-by', 'auto-cancel', 'collect-by', 'deliver-by']);
    expect(found.every(({ isPast }) => isPast)).toBe(true);
    expect(only(sold('US', { deadlines: makeDeadlines(times) }), 'ship-by', [], same)?.isPast).toBe(false);
  });

  it('names the rule in its clocks where no page gives the time', () => {
    const order = sold('US', { placedAt });
    expect(iso(clocksOf(order).shipByAt)).toBe('2026-11-19T07:59:59Z');
    expect(clocksOf(order).shipByWhy).toMatch(/^Rule: 2 working days after the order, until 23:59 \(/);
    expect(clocksOf(sold('GB', { placedAt })).shipByWhy).toMatch(/^Not known: no rule of United Kingdom/);
  });
});

describe('a request that waits for its seller', () => {
  const asked = (type: string, openedAt: string | null, status = 'RETURN_OR_REFUND_REQUEST_PENDING') =>
    makeReturn({ type, status, openedAt: openedAt === null ? null : at(openedAt) });
  const REFUND = 'RETURN_AND_REFUND';

  it.each<[string | null, string, string | null, string | null, string]>([
    ['US', REFUND, '2026-11-01T08:30Z', '2026-11-03T08:30:00Z', '48 hours over the hour that comes twice'],
    ['US', REFUND, '2026-03-07T20:00Z', '2026-03-09T20:00:00Z', '48 hours while clocks go forward'],
    ['US', REFUND, '2026-12-31T20:00Z', '2027-01-02T20:00:00Z', '48 hours over the year'],
    ['US', 'CANCELLATION', '2026-11-20T20:00Z', null, 'no rule for a cancellation'],
    ['ID', REFUND, '2026-11-20T20:00Z', '2026-11-22T20:00:00Z', '48 hours'],
    ['VN', REFUND, '2026-11-20T03:00Z', '2026-11-21T03:00:00Z', 'a working day: Saturday counts'],
    ['VN', REFUND, '2026-11-21T03:00Z', '2026-11-23T03:00:00Z', 'a working day: Sunday does not'],
    ['VN', REFUND, '2026-02-14T03:00Z', '2026-02-21T03:00:00Z', 'a working day: over Tết'],
    ['TH', REFUND, '2026-11-20T03:00Z', null, 'a working day, and no working week'],
    ['TH', 'CANCELLATION', '2026-11-21T05:00Z', '2026-11-22T05:00:00Z', '24 hours'],
    ['GB', REFUND, '2026-11-20T20:00Z', null, 'no rule'],
    ['BR', REFUND, '2026-11-20T20:00Z', null, 'no rule'],
    ['JP', REFUND, '2026-11-20T20:00Z', null, 'no rule'],
    [null, REFUND, '2026-11-20T20:00Z', null, 'no market'],
    ['US', REFUND, null, null, 'not told since when'],
  ])('%s %s of %s approves itself %s: %s', (market, type, opened, due) => {
    const order = sold(market, { status: 'DELIVERED', returns: [asked(type, opened)] });
    const [found] = deadlinesOf(order, NOW);
    expect(iso(found?.atMs)).toBe(due);
    if (found) expect(found.kind).toBe(type === REFUND ? 'return-answer' : 'cancellation-answer');
  });

  it('has the page’s time before any rule, and none once it is closed or answered', () => {
    const told = { ...asked(REFUND, '2026-11-20T00:00Z'), respondByAt: NOW };
    const order = sold('US', { status: 'DELIVERED', returns: [told] });
    expect(deadlinesOf(order, NOW)).toMatchObject([{ atMs: NOW, why: 'Page: approves itself then' }]);
    const answered = asked(REFUND, '2026-11-20T00:00Z', 'AWAITING_BUYER_SHIP');
    expect(answerDue(answered, order)).toEqual({
      atMs: null,
      why: 'Not known: no page told whose turn it is',
    });
    const closed = { ...told, closedAt: NOW - 1 };
    expect(deadlinesOf(sold('US', { status: 'DELIVERED', returns: [closed] }), NOW)).toEqual([]);
    const cancelled = sold('US', { status: 'CANCELLED', returns: [{ ...told, type: 'CANCELLATION' }] });
    expect(deadlinesOf(cancelled, NOW)).toEqual([]);
  });
});

describe('a buyer’s order', () => {
  const delivered = (market: string, deliveredAt: string) =>
    bought({ status: 'DELIVERED', deliveredAt: at(deliveredAt) }, market);

  it.each([
    ['US', 'return-window', '2026-03-23T22:08Z', '2026-04-22T22:08:00Z'],
    ['US', 'return-window', '2028-02-01T12:00Z', '2028-03-02T12:00:00Z'],
    ['US', 'return-window', '2026-12-15T12:00Z', '2027-01-14T12:00:00Z'],
    ['US', 'guarantee', '2026-10-01T12:00Z', '2026-12-30T12:00:00Z'],
    ['GB', 'return-window', '2026-10-20T12:00Z', '2026-11-19T12:00:00Z'],
    ['GB', 'guarantee', '2026-10-20T12:00Z', null],
    ['ID', 'return-window', '2026-11-20T12:00Z', '2026-11-26T12:00:00Z'],
    ['VN', 'return-window', '2026-11-20T12:00Z', null],
    ['TH', 'return-window', '2026-11-20T12:00Z', null],
    ['DE', 'return-window', '2026-11-20T12:00Z', null],
    ['BR', 'return-window', '2026-11-20T12:00Z', null],
    ['JP', 'return-window', '2026-11-20T12:00Z', null],
  ] as const)('%s %s of a delivery at %s ends %s', (market, kind, deliveredAt, end) => {
    expect(iso(only(delivered(market, deliveredAt), kind)?.atMs)).toBe(end);
  });

  it.each([
    ['2025-02-13T20:00Z', '2025-02-22T20:00:00Z'],
    ['2025-02-14T20:00Z', '2025-02-24T20:00:00Z'],
  ])('a parcel ordered %s and expected 20 February 2025 is refunded from %s', (placed, due) => {
    const order = bought({
      status: 'IN_TRANSIT',
      placedAt: at(placed),
      packages: [makePackage({ etaAt: at('2025-02-20T20:00Z') })],
    });
    expect(iso(only(order, 'undelivered-refund')?.atMs)).toBe(due);
    expect(only(order, 'delivery')).toMatchObject({ why: 'Page: estimated delivery', isComputed: false });
  });

  it('is cancelled unless it is paid, by the page alone', () => {
    const order = bought({ status: 'UNPAID', deadlines: makeDeadlines({ autoCancelAt: NOW + 5 }) });
    expect(deadlinesOf(order, NOW)).toMatchObject([{ kind: 'pay-by', atMs: NOW + 5, isComputed: false }]);
    expect(deadlinesOf(bought({ status: 'UNPAID', placedAt: NOW }), NOW)).toEqual([]);
  });

  it.each([
    ['US', '2026-11-20T18:00Z', '2026-11-28T07:59:59Z'],
    ['US', '2026-12-23T18:00Z', '2026-12-31T07:59:59Z'],
    ['GB', '2026-11-20T18:00Z', null],
    ['JP', '2026-11-20T18:00Z', null],
  ])('%s: money asked for %s should be answered by %s', (market, opened, due) => {
    const entry = makeReturn({ id: '403500000000000001', openedAt: at(opened), amount: 500 });
    const found = only(bought({ status: 'COMPLETED', returns: [entry] }, market), 'refund-expected');
    expect(iso(found?.atMs)).toBe(due);
    if (found)
      expect(goalPage(found.goal, 'www.tiktok.com', '577000000000000001')).toBe(
        'https://www.tiktok.com/feedback/view/fe_tiktok_ecommerce_in_web/reverse_detail/index.html?main_order_id=577000000000000001&reverse_main_order_id=403500000000000001',
      );
  });

  it('opens its own page for everything else', () => {
    const [found] = deadlinesOf(delivered('US', '2026-11-20T12:00Z'), NOW);
    expect(found && goalPage(found.goal, 'www.tiktok.com', '7')).toBe(
      'https://www.tiktok.com/shop/order_detail?main_order_id=7',
    );
  });
});
