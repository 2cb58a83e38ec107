import { expect, test } from 'vitest';
import { type OverrideKind, RuleOverride } from '../../lib/model/rule-override.ts';
import { checkOverride, type TypedOverride } from '../../lib/rulebook/check-override.ts';

const check = (kind: OverrideKind, typed: TypedOverride) => checkOverride('seller|acc', kind, typed, 7);

test.each<[OverrideKind, TypedOverride, object]>([
  ['dispatch', { workingDays: ' 2 ' }, { workingDays: 2, cutOff: null, timeZone: null }],
  ['collection', { workingDays: '0', cutOff: '14:00' }, { workingDays: 0, cutOff: '14:00' }],
  ['auto-cancel', { workingDays: '7', timeZone: 'Europe/London' }, { timeZone: 'Europe/London' }],
  ['working-week', { days: '6, 1 2;3 1' }, { days: [1, 2, 3, 6] }],
  ['holidays', { dates: '2028-02-29\n2026-12-25' }, { dates: ['2026-12-25', '2028-02-29'] }],
  ['holidays', { dates: '' }, { dates: [] }],
  ['return-answer', { amount: '48', unit: 'hours' }, { amount: 48, unit: 'hours' }],
  ['cancellation-answer', { amount: '1', unit: 'working-days' }, { amount: 1, unit: 'working-days' }],
  ['late-dispatch', { percent: '2.5', windowDays: '30' }, { percent: 2.5, windowDays: 30 }],
  ['valid-tracking', { percent: '95' }, { percent: 95, windowDays: null }],
])('%s %j is kept', (kind, typed, values) => {
  const checked = check(kind, typed);
  const override = 'override' in checked ? checked.override : null;
  expect(override).toMatchObject({ kind, accountKey: 'seller|acc', setAt: 7, ...values });
  // What the form lets through, the background takes.
  expect(RuleOverride.safeParse(override)).toEqual({ success: true, data: override });
});

test.each<[OverrideKind, TypedOverride, string, string]>([
  ['dispatch', {}, 'workingDays', 'Working days must be a whole number from 0 to 60, not “”.'],
  [
    'dispatch',
    { workingDays: 'two' },
    'workingDays',
    'Working days must be a whole number from 0 to 60, not “two”.',
  ],
  ['dispatch', { workingDays: '-1' }, 'workingDays', 'whole number'],
  ['dispatch', { workingDays: '1.5' }, 'workingDays', 'whole number'],
  ['dispatch', { workingDays: '61' }, 'workingDays', 'from 0 to 60'],
  ['delivery', { workingDays: '1e1' }, 'workingDays', 'whole number'],
  [
    'dispatch',
    { workingDays: '1', cutOff: '2 pm' },
    'cutOff',
    'The cut-off must be a time of day such as 14:00, not “2 pm”.',
  ],
  ['dispatch', { workingDays: '1', cutOff: '24:00' }, 'cutOff', 'such as 14:00'],
  [
    'dispatch',
    { workingDays: '1', timeZone: 'London' },
    'timeZone',
    '“London” is no time zone. Type one such as Europe/London, or nothing.',
  ],
  ['working-week', { days: '' }, 'days', 'Choose at least one working day'],
  ['working-week', { days: '0,8' }, 'days', 'from 1 for Monday to 7 for Sunday'],
  ['holidays', { dates: '2026-02-30' }, 'dates', '“2026-02-30” is no date.'],
  ['holidays', { dates: '2026-12-25 25.12.2027' }, 'dates', '“25.12.2027” is no date.'],
  ['return-answer', { amount: '0', unit: 'hours' }, 'amount', 'from 1 to 240'],
  ['return-answer', { amount: '2', unit: 'days' }, 'unit', 'Choose hours or working days.'],
  ['late-dispatch', { percent: '4 %' }, 'percent', 'a number from 0 to 100, such as 2.5, not “4 %”.'],
  ['late-dispatch', { percent: '101' }, 'percent', 'from 0 to 100'],
  ['late-dispatch', { percent: '4', windowDays: '0' }, 'windowDays', 'from 1 to 365'],
])('%s %j is refused at %s: %s', (kind, typed, field, problem) => {
  expect(check(kind, typed)).toEqual({ field, problem: expect.stringContaining(problem) });
});
