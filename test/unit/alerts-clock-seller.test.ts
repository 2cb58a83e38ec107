import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockEvents, liveTopics, nextClockAt, passedEvents } from '../../lib/alerts/clock-events.ts';
import { isOver } from '../../lib/alerts/matter.ts';
import type { AlertRules } from '../../lib/model/alert.ts';
import type { Order } from '../../lib/model/order.ts';
import { DAY, HOUR, makeDeadlines, makeReturn, NOW } from '../history/build.ts';
import { makeRule, named, RULES, rulesWith, seen, sold } from './alerts-support.ts';

const DUE = NOW + 30 * HOUR;
const toShip = (fields: Partial<Order['deadlines']> = {}, rest: Partial<Order> = {}) =>
  seen(sold({ deadlines: makeDeadlines({ shipByAt: DUE, ...fields }), ...rest }));
const due = (order: Order, rules: AlertRules = RULES) =>
  named(clockEvents(seen(order), NOW - 40 * DAY, NOW + 40 * DAY, rules));

describe('ship-by', () => {
  it('is told 24, 12 and 4 hours before, and when it has passed', () => {
    const events = clockEvents(toShip(), NOW, DUE, RULES);
    expect(events.map(({ at, severity, title }) => [(DUE - at) / HOUR, severity, title])).toEqual([
      [24, 'normal', 'Ship within 24 h'],
      [12, 'normal', 'Ship within 12 h'],
      [4, 'critical', 'Ship within 4 h'],
      [0, 'critical', 'Past its ship-by time'],
    ]);
    const [first] = events;
    expect(first).toEqual({
      id: `ship-by|seller|acc_shop|577000000000000001|${DUE}|24h`,
      kind: 'ship-by',
      topic: `ship-by|seller|acc_shop|577000000000000001|${DUE}`,
      role: 'seller',
      orderKey: 'seller|acc_shop|577000000000000001',
      accountKey: 'seller|acc_shop',
      at: DUE - 24 * HOUR,
      severity: 'normal',
      title: 'Ship within 24 h',
      detail: 'Mug · $82.00 · …000001',
      dueAt: DUE,
      why: 'Page: must be shipped by then',
      endsAt: null,
      ruleId: null,
    });
  });

  it('takes the moment that ends the interval in and the one that begins it not', () => {
    const at = DUE - 12 * HOUR;
    expect(named(clockEvents(toShip(), at - 1, at, RULES))).toEqual(['ship-by 12h']);
    expect(named(clockEvents(toShip(), at, at + 1, RULES))).toEqual([]);
  });

  it('follows the hours that the user chose, each once', () => {
    const rules = rulesWith({ shipByHours: [72, 48, 6, 6, 2] });
    const events = clockEvents(toShip(), DUE - 80 * HOUR, DUE, rules);
    expect(events.map(({ title, severity }) => [title, severity])).toEqual([
      ['Ship within 3 d', 'normal'],
      ['Ship within 48 h', 'normal'],
      ['Ship within 6 h', 'normal'],
      ['Ship within 2 h', 'critical'],
      ['Past its ship-by time', 'critical'],
    ]);
    expect(due(toShip().order, rulesWith({ shipByHours: [] }))).toEqual(['ship-by overdue']);
  });

  it.each(['IN_TRANSIT', 'AWAITING_COLLECTION', 'CANCELLED', 'UNPAID', 'ON_HOLD', 'UNKNOWN'] as const)(
    'says nothing of an order that is %s',
    (status) => expect(due(toShip({}, { status }).order)).toEqual([]),
  );

  it('still waits for what is shipped in part', () => {
    expect(due(toShip({}, { status: 'PARTIALLY_SHIPPING' }).order)).toHaveLength(4);
  });

  it('invents no time where neither page nor rule gives one', () => {
    const order = sold({ market: null, placedAt: NOW });
    expect(due(order)).toEqual([]);
    expect(nextClockAt(seen(order), NOW, RULES)).toBeNull();
  });

  it('names the rule where the page gives no time', () => {
    const [event] = clockEvents(seen(sold({ placedAt: NOW })), NOW, NOW + 10 * DAY, RULES);
    expect(event?.kind).toBe('ship-by');
    expect(event?.why).toMatch(/^Rule: .*working days/);
  });

  it('is told of no order of a buyer', () => {
    expect(due({ ...toShip().order, role: 'buyer' })).toEqual([]);
  });

  it('is off where the user switched it off', () => {
    const rules = rulesWith({ channels: { 'ship-by': 'off' } });
    expect(due(toShip().order, rules)).toEqual([]);
    expect(nextClockAt(toShip(), NOW, rules)).toBeNull();
    expect(due(toShip().order, rulesWith({ channels: { 'ship-by': 'list' } }))).toHaveLength(4);
  });
});

describe('auto-cancel', () => {
  it('is told a day and 4 hours before', () => {
    const at = DUE + 5 * DAY;
    const events = clockEvents(toShip({ autoCancelAt: at }), DUE, at, RULES);
    expect(events.map((event) => [event.title, event.severity, event.endsAt])).toEqual([
      ['Cancels itself within 24 h', 'normal', at],
      ['Cancels itself within 4 h', 'critical', at],
    ]);
  });

  it('ends what is said of the ship-by time, which is not told after it', () => {
    const order = toShip({ autoCancelAt: DUE + HOUR });
    const [overdue] = clockEvents(order, DUE - 1, DUE, RULES);
    expect(overdue?.endsAt).toBe(DUE + HOUR);
    expect(liveTopics(order, DUE).has(overdue?.topic ?? '')).toBe(true);
    expect(liveTopics(order, DUE + HOUR).has(overdue?.topic ?? '')).toBe(false);
    expect(passedEvents(order, DUE + 2 * HOUR, RULES)).toEqual([]);
  });

  it('keeps both where both are due at one moment', () => {
    const order = toShip({ autoCancelAt: DUE });
    expect(named(clockEvents(order, DUE - 5 * HOUR, DUE, RULES))).toEqual([
      'ship-by 4h',
      'auto-cancel 4h',
      'ship-by overdue',
    ]);
    expect(named(passedEvents(order, DUE - 1, RULES))).toEqual(['ship-by 4h', 'auto-cancel 4h']);
  });
});

describe('requests', () => {
  const open = (fields: Parameters<typeof makeReturn>[0]) =>
    sold({ status: 'IN_TRANSIT', returns: [makeReturn({ openedAt: NOW, respondByAt: DUE, ...fields })] });

  it('escalate a day and 4 hours before they approve themselves', () => {
    const events = clockEvents(seen(open({ type: 'CANCELLATION' })), NOW, DUE, RULES);
    expect(events.map(({ kind, title, severity, dueAt }) => [kind, title, severity, dueAt])).toEqual([
      ['cancellation-requested', 'Answer the cancellation within 24 h', 'normal', DUE],
      ['cancellation-requested', 'Answer the cancellation within 4 h', 'critical', DUE],
    ]);
    expect(clockEvents(seen(open({})), NOW, DUE, RULES)[0]?.title).toBe('Answer the return within 24 h');
    expect(clockEvents(seen(open({ type: 'REFUND' })), NOW, DUE, RULES)[0]?.title).toBe(
      'Answer the refund within 24 h',
    );
  });

  it('are over when they are closed, or the order is cancelled', () => {
    expect(due(open({ closedAt: NOW }))).toEqual([]);
    expect(due(open({ status: 'COMPLETE' }))).toEqual([]);
    expect(due({ ...open({ type: 'CANCELLATION' }), status: 'CANCELLED' })).toEqual([]);
    expect(due({ ...open({}), status: 'CANCELLED' })).toHaveLength(2);
  });

  it('have no stages where no page says until when', () => {
    const order = open({ respondByAt: null });
    expect(due(order)).toEqual([]);
    expect([...liveTopics(seen(order), NOW)]).toContain(`return-requested|${seen(order).key}|r1`);
  });

  it('are told again of a time that was moved', () => {
    const [before] = clockEvents(seen(open({})), NOW, DUE, RULES);
    const [after] = clockEvents(seen(open({ respondByAt: DUE + 3 * DAY })), DUE, DUE + 3 * DAY, RULES);
    expect(after?.topic).toBe(before?.topic);
    expect(after?.id).not.toBe(before?.id);
  });
});

describe('at first sight', () => {
  it('tells the latest stage that has passed, with the id that it would have had in time', () => {
    const [late] = passedEvents(toShip(), DUE - HOUR, RULES);
    const inTime = clockEvents(toShip(), NOW, DUE - HOUR, RULES);
    expect(late).toEqual(inTime.at(-1));
    expect(passedEvents(toShip(), NOW, RULES)).toEqual([]);
  });

  it('says nothing of a clock that ran out more than 7 days ago', () => {
    expect(named(passedEvents(toShip(), DUE + 7 * DAY, RULES))).toEqual(['ship-by overdue']);
    expect(passedEvents(toShip(), DUE + 7 * DAY + 1, RULES)).toEqual([]);
  });
});

describe('the user’s own rules', () => {
  it('tell so many hours before the ship-by time', () => {
    const rules = rulesWith({ shipByHours: [] }, [makeRule({ when: { event: 'ship-by', hours: 6 } })]);
    const [event] = clockEvents(toShip(), NOW, DUE, rules);
    expect(event).toMatchObject({ at: DUE - 6 * HOUR, title: 'Big ones', ruleId: 'r-1', kind: 'own-rule' });
    expect(event?.detail).toBe('Mug · $82.00 · …000001 · ship within 6 h');
    expect(nextClockAt(toShip(), NOW, rules)).toBe(DUE - 6 * HOUR);
  });

  it('tell that an order is still where it was, so many days after it was placed', () => {
    const still = makeRule({ when: { event: 'still', status: 'IN_TRANSIT', days: 10 } });
    const order = sold({ status: 'IN_TRANSIT', placedAt: NOW });
    const [event] = clockEvents(seen(order), NOW, NOW + 10 * DAY, rulesWith({}, [still]));
    expect(event).toMatchObject({ at: NOW + 10 * DAY, dueAt: null });
    expect(due({ ...order, placedAt: null }, rulesWith({}, [still]))).toEqual([]);
    expect(due({ ...order, status: 'DELIVERED' }, rulesWith({}, [still]))).toEqual([]);
    expect(due(order, rulesWith({}, [{ ...still, isOn: false }]))).toEqual([]);
    expect(due(order, rulesWith({}, [{ ...still, channel: 'off' }]))).toEqual([]);
  });

  it('live as long as what they are about', () => {
    const rules = rulesWith({}, [
      makeRule({ id: 'a|b', when: { event: 'ship-by', hours: 6 } }),
      makeRule({ id: 'c', when: { event: 'still', status: 'AWAITING_SHIPMENT', days: 1 } }),
    ]);
    const order = toShip({}, { placedAt: NOW - DAY });
    const events = clockEvents(order, NOW - 2 * DAY, DUE, rules).filter(({ kind }) => kind === 'own-rule');
    expect(events.map(({ ruleId }) => ruleId)).toEqual(['c', 'a|b']);
    const later = toShip({ shipByAt: DUE + HOUR });
    const gone = toShip({}, { status: 'IN_TRANSIT' });
    const over = (now: typeof order) => events.map((event) => isOver(event, liveTopics(now, NOW), NOW));
    expect(over(order)).toEqual([false, false]);
    expect(over(later)).toEqual([false, true]);
    expect(over(gone)).toEqual([true, true]);
  });
});

const order = fc
  .record({
    status: fc.constantFrom('AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING', 'IN_TRANSIT'),
    shipBy: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }),
    autoCancel: fc.option(fc.integer({ min: -5, max: 9 }), { nil: null }),
    respondBy: fc.option(fc.integer({ min: -5, max: 9 }), { nil: null }),
  })
  .map(({ status, shipBy, autoCancel, respondBy }) => {
    const at = (days: number | null) => (days === null ? null : NOW + days * DAY);
    return seen(
      sold({
        status,
        market: null,
        deadlines: makeDeadlines({ shipByAt: at(shipBy), autoCancelAt: at(autoCancel) }),
        returns: [makeReturn({ respondByAt: at(respondBy) })],
      }),
    );
  });
const moments = fc
  .array(fc.integer({ min: -200, max: 300 }), { minLength: 1, maxLength: 12 })
  .map((hours) => hours.sort((a, b) => a - b).map((hour) => NOW + hour * HOUR));

it('tells the same in many steps as in one, and wakes for every stage', () => {
  fc.assert(
    fc.property(order, moments, (one, times) => {
      const [from = NOW, to = NOW] = [times[0], times.at(-1)];
      const steps = times
        .slice(1)
        .flatMap((time, index) => clockEvents(one, times[index] ?? from, time, RULES));
      const whole = clockEvents(one, from, to, RULES);
      expect(steps).toEqual(whole);
      const woken = [];
      for (let at = nextClockAt(one, from, RULES); at !== null && at <= to; at = nextClockAt(one, at, RULES))
        woken.push(...clockEvents(one, at - 1, at, RULES));
      expect(woken.map(({ id }) => id).sort()).toEqual(whole.map(({ id }) => id).sort());
      // First sight is the last of what would have been told in time.
      for (const event of passedEvents(one, to, RULES))
        expect(clockEvents(one, to - 60 * DAY, to, RULES)).toContainEqual(event);
    }),
  );
});
