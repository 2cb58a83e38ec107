import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeEvents } from '../../lib/alerts/change-events.ts';
import { clockEvents, liveTopics, nextClockAt, passedEvents } from '../../lib/alerts/clock-events.ts';
import { toRow } from '../../lib/history/row.ts';
import { clocksOf } from '../../lib/insights/clocks.ts';
import { deadlinesOf } from '../../lib/insights/deadlines.ts';
import { ORDER_STATUSES, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { MAX_TIME_MS } from '../../lib/model/time.ts';
import { makeAmounts, makeDeadlines, makeItem, makePackage, makeReturn, NOW } from '../history/build.ts';
import { bought, changed, makeRule, RULES, rulesWith, seen, sold } from './alerts-support.ts';

// Every time that a file may tell.
const time = fc.constantFrom(null, 0, 1, NOW, 4e12, MAX_TIME_MS - 1, MAX_TIME_MS);
const market = fc.constantFrom('US', 'GB', 'DE', 'VN', 'JP', 'BR', 'ZZ', null);
const entry = fc
  .record({
    type: fc.constantFrom('CANCELLATION', 'REFUND', 'RETURN_AND_REFUND'),
    status: fc.constantFrom('REQUEST_PENDING', 'COMPLETE', '7'),
    openedAt: time,
    respondByAt: time,
    closedAt: time,
    amount: fc.constantFrom(null, 500),
    received: fc.constantFrom(null, 200),
  })
  .map(makeReturn);
const parcel = fc
  .record({ etaAt: time, at: time, title: fc.constantFrom('Packed', 'Out for delivery', 'Delivery failed') })
  .map(({ etaAt, at, title }) => makePackage({ etaAt, events: [{ at, title, text: null }] }));
const fields = fc.record({
  status: fc.constantFrom(...ORDER_STATUSES),
  market,
  placedAt: time,
  shippedAt: time,
  deliveredAt: time,
  cancelledAt: time,
  updatedAt: time,
  hasBuyerNote: fc.boolean(),
  currency: fc.constantFrom(null, 'USD', 'QQQ'),
  deadlines: fc
    .record({ shipByAt: time, autoCancelAt: time, collectByAt: time, deliverByAt: time, returnByAt: time })
    .map(makeDeadlines),
  returns: fc.array(entry, { maxLength: 2 }),
  packages: fc.array(parcel, { maxLength: 2 }),
  items: fc.array(
    fc.constant('Mug').map((name) => makeItem({ name })),
    { maxLength: 1 },
  ),
  amounts: fc.constantFrom(makeAmounts({}), makeAmounts({ total: 8200, refunded: 100 })),
});
const order: fc.Arbitrary<Order> = fc
  .tuple(fields, fc.boolean())
  .map(([told, isSeller]) => (isSeller ? sold(told) : bought(told)))
  .map((told) => ({ ...told, stage: stageOf(told) }));
const own = [
  makeRule({ when: { event: 'ship-by', hours: 6 } }),
  makeRule({ id: 'r-2', role: 'buyer', when: { event: 'still', status: 'IN_TRANSIT', days: 365 } }),
];

test('no time that can be told breaks an alert, a clock or a row', () => {
  fc.assert(
    fc.property(order, order, fc.constantFrom(NOW, MAX_TIME_MS - 5), (first, second, now) => {
      const after = { ...second, role: first.role, account: first.account, id: first.id };
      const rules = rulesWith({}, own);
      const events = [
        ...clockEvents(seen(after), 0, now, rules),
        ...passedEvents(seen(after), now, rules),
        ...changeEvents(changed(first, after, now), rules),
        ...changeEvents(changed(null, after, now), RULES),
      ];
      nextClockAt(seen(after), now, rules);
      liveTopics(seen(after), now);
      toRow(after);
      if (after.role === 'seller') clocksOf(after);
      deadlinesOf(after, now);
      for (const { dueAt } of events) expect(dueAt ?? 0).toBeLessThanOrEqual(MAX_TIME_MS);
    }),
    { numRuns: 3000 },
  );
});
