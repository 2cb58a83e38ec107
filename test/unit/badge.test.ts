import { expect, test } from 'vitest';
import { badgeOf } from '../../lib/background/badge.ts';
import { type AlertRow, openAlertsIn } from '../../lib/history/read/alerts.ts';
import { HOUR, makeAlert, NOW } from '../history/build.ts';

const many = (count: number, fields: Partial<AlertRow>): AlertRow[] =>
  Array.from({ length: count }, () => makeAlert(fields));
const late = (count: number) => many(count, { at: NOW, dueAt: NOW, severity: 'critical' });
const soon = (count: number) => many(count, { at: NOW, dueAt: NOW + 4 * HOUR });
const back = (count: number) => many(count, { kind: 'return-requested', dueAt: null });
const cancel = (count: number) => many(count, { kind: 'cancellation-requested', dueAt: null });

test.each<[AlertRow[], string, string]>([
  [[], '', 'OrderLens: nothing needs you'],
  [many(3, { kind: 'delivered', severity: 'low' }), '', 'OrderLens: nothing needs you'],
  [late(2), '2', 'OrderLens: 2 (2 overdue)'],
  [soon(3), '3', 'OrderLens: 3 (3 due in 24 h)'],
  [many(1, { at: NOW, dueAt: NOW + 48 * HOUR }), '1', 'OrderLens: 1 (1 to ship soon)'],
  [back(1), '1', 'OrderLens: 1 (1 return to answer)'],
  [back(2), '2', 'OrderLens: 2 (2 returns to answer)'],
  [cancel(1), '1', 'OrderLens: 1 (1 cancellation to answer)'],
  [
    [...cancel(4), ...back(3), ...soon(2), ...late(1)],
    '10',
    'OrderLens: 10 (1 overdue, 2 due in 24 h, 3 returns to answer, 4 cancellations to answer)',
  ],
  [many(2, { kind: 'own-rule' }), '2', 'OrderLens: 2 (2 by your own rules)'],
  [late(999), '999', 'OrderLens: 999 (999 overdue)'],
  [late(1000), '999+', 'OrderLens: 999+ (1000 overdue)'],
])('open alerts show %#', (open, text, title) => {
  const badge = badgeOf(openAlertsIn(open));
  expect(badge).toEqual({ text, title });
  expect(badge.text.length).toBeLessThanOrEqual(4);
});

test('the icon is late when something critical waits, and not for news', () => {
  expect(openAlertsIn(late(1)).isCritical).toBe(true);
  expect(openAlertsIn([...soon(1), ...many(1, { severity: 'low' })]).isCritical).toBe(false);
});
