import type { WorkdaysRule } from '../../lib/rulebook/rule.ts';

/**
 * One dated case: what it shows, the rule, when the order was placed, and when that falls due; or what is missing to
 * know it. Worked out by hand with a calendar: nothing here is computed.
 */
export type Case = readonly [
  what: string,
  kind: WorkdaysRule['kind'],
  placed: string | null,
  due: string | null,
  why?: RegExp,
];

const NEW_RULE = /6179821974439723/;
const OLD_RULE = /3995852763301633/;
const TABLE = /^Not known: its public holidays are known for 2025 to 2027 only$/;
const NO_RULE = /^Not known: no rule of .+ is known to OrderLens$/;

/** Los Angeles: UTC-8 in winter, UTC-7 from the second Sunday of March to the first of November. */
export const US_CASES: readonly Case[] = [
  // A plain week: Monday, 16 November 2026.
  ['a Monday', 'dispatch', '2026-11-16T18:00Z', '2026-11-19T07:59:59Z', NEW_RULE],
  ['a Tuesday', 'dispatch', '2026-11-17T18:00Z', '2026-11-20T07:59:59Z'],
  ['a Wednesday', 'dispatch', '2026-11-18T18:00Z', '2026-11-21T07:59:59Z'],
  ['a Thursday: over the weekend', 'dispatch', '2026-11-19T18:00Z', '2026-11-24T07:59:59Z'],
  ['a Friday: over the weekend', 'dispatch', '2026-11-20T18:00Z', '2026-11-25T07:59:59Z'],
  ['a Saturday: Monday is the first day', 'dispatch', '2026-11-21T18:00Z', '2026-11-25T07:59:59Z'],
  ['a Sunday: Monday is the first day', 'dispatch', '2026-11-22T18:00Z', '2026-11-25T07:59:59Z'],
  ['the last second of Monday', 'dispatch', '2026-11-17T07:59:59Z', '2026-11-19T07:59:59Z'],
  ['the first second of Tuesday', 'dispatch', '2026-11-17T08:00:00Z', '2026-11-20T07:59:59Z'],
  // Holidays.
  ['two days before Thanksgiving', 'dispatch', '2026-11-24T18:00Z', '2026-11-28T07:59:59Z'],
  ['the day before Thanksgiving', 'dispatch', '2026-11-25T18:00Z', '2026-12-01T07:59:59Z'],
  ['Thanksgiving', 'dispatch', '2026-11-26T18:00Z', '2026-12-01T07:59:59Z'],
  ['two days before Christmas', 'dispatch', '2026-12-23T18:00Z', '2026-12-29T07:59:59Z'],
  ['Christmas Eve', 'dispatch', '2026-12-24T18:00Z', '2026-12-30T07:59:59Z'],
  ['the 4th of July on a Saturday: the 3rd is off', 'dispatch', '2026-07-01T18:00Z', '2026-07-07T06:59:59Z'],
  ['the day before that', 'dispatch', '2026-07-02T18:00Z', '2026-07-08T06:59:59Z'],
  ['Juneteenth on a Friday', 'dispatch', '2026-06-17T18:00Z', '2026-06-23T06:59:59Z'],
  ['Presidents’ Day', 'dispatch', '2026-02-13T18:00Z', '2026-02-19T07:59:59Z'],
  ['Memorial Day', 'dispatch', '2026-05-21T18:00Z', '2026-05-27T06:59:59Z'],
  ['Labor Day', 'dispatch', '2026-09-04T18:00Z', '2026-09-10T06:59:59Z'],
  ['Columbus Day', 'dispatch', '2026-10-08T18:00Z', '2026-10-14T06:59:59Z'],
  ['Veterans Day', 'dispatch', '2026-11-09T18:00Z', '2026-11-13T07:59:59Z'],
  // Ends of months and years.
  ['the end of February', 'dispatch', '2026-02-26T18:00Z', '2026-03-03T07:59:59Z'],
  ['the end of 2025', 'dispatch', '2025-12-31T18:00Z', '2026-01-06T07:59:59Z'],
  ['the end of 2026', 'dispatch', '2026-12-30T18:00Z', '2027-01-05T07:59:59Z'],
  ['New Year’s Eve', 'dispatch', '2026-12-31T18:00Z', '2027-01-06T07:59:59Z'],
  // Clocks change.
  ['clocks go forward: Thursday before', 'dispatch', '2026-03-05T18:00Z', '2026-03-10T06:59:59Z'],
  ['clocks go forward: Friday before', 'dispatch', '2026-03-06T18:00Z', '2026-03-11T06:59:59Z'],
  ['clocks go forward in 2027', 'dispatch', '2027-03-12T18:00Z', '2027-03-17T06:59:59Z'],
  ['clocks go back: Thursday before', 'dispatch', '2026-10-29T17:00Z', '2026-11-03T07:59:59Z'],
  ['clocks go back: Friday before', 'dispatch', '2026-10-30T17:00Z', '2026-11-04T07:59:59Z'],
  ['the hour that comes twice', 'dispatch', '2026-11-01T09:30Z', '2026-11-04T07:59:59Z'],
  ['clocks go back in 2025', 'dispatch', '2025-10-31T17:00Z', '2025-11-05T07:59:59Z'],
  // Versions of the rule, and the ends of what is known.
  ['the last second before the rule', 'dispatch', '2025-10-23T06:59:59Z', null, NO_RULE],
  ['the first second of the rule', 'dispatch', '2025-10-23T07:00:00Z', '2025-10-28T06:59:59Z', OLD_RULE],
  ['the day before the newer rule', 'dispatch', '2026-01-16T18:00Z', '2026-01-22T07:59:59Z', OLD_RULE],
  [
    'the newer rule, over Martin Luther King Day',
    'dispatch',
    '2026-01-17T18:00Z',
    '2026-01-22T07:59:59Z',
    NEW_RULE,
  ],
  ['the last days of the table', 'dispatch', '2027-12-28T18:00Z', '2027-12-31T07:59:59Z'],
  ['beyond the table by a day', 'dispatch', '2027-12-29T18:00Z', null, TABLE],
  ['a leap day beyond the table', 'dispatch', '2028-02-29T18:00Z', null, TABLE],
  ['no time of the order', 'dispatch', null, null, /^Not known: no page told when it was ordered$/],
  // Seven working days until it cancels itself.
  ['over Veterans Day', 'auto-cancel', '2026-11-02T18:00Z', '2026-11-13T07:59:59Z', /8064131472115499/],
  ['over Thanksgiving and the month', 'auto-cancel', '2026-11-20T18:00Z', '2026-12-03T07:59:59Z'],
  ['over Christmas', 'auto-cancel', '2026-12-17T18:00Z', '2026-12-30T07:59:59Z'],
  ['to the last second of the year', 'auto-cancel', '2026-12-21T18:00Z', '2027-01-01T07:59:59Z'],
  ['over the year', 'auto-cancel', '2026-12-22T18:00Z', '2027-01-05T07:59:59Z'],
  ['over the change of clocks', 'auto-cancel', '2026-02-26T18:00Z', '2026-03-10T06:59:59Z'],
  ['a rule without a first day', 'auto-cancel', '2025-06-02T18:00Z', '2025-06-12T06:59:59Z'],
  ['before the table', 'auto-cancel', '2024-06-03T18:00Z', null, TABLE],
  ['from before the table into it', 'auto-cancel', '2024-12-30T18:00Z', null, TABLE],
  // Six working days to deliver.
  ['over a weekend', 'delivery', '2026-11-16T18:00Z', '2026-11-25T07:59:59Z', /8064131472115499/],
  ['over Thanksgiving', 'delivery', '2026-11-19T18:00Z', '2026-12-01T07:59:59Z'],
  ['over the end of July', 'delivery', '2026-07-31T18:00Z', '2026-08-11T06:59:59Z'],
  ['a kind that the market has no rule for', 'collection', '2026-11-16T18:00Z', null, NO_RULE],
];

/** Ho Chi Minh City: UTC+7; Sundays and holidays are off. Orders from 14:00 on are the next working day's. */
export const VN_CASES: readonly Case[] = [
  [
    'a second before the cut-off',
    'dispatch',
    '2026-11-16T06:59:59Z',
    '2026-11-16T16:59:59Z',
    /2898390371550978/,
  ],
  ['the cut-off itself', 'dispatch', '2026-11-16T07:00:00Z', '2026-11-17T16:59:59Z'],
  ['a Friday afternoon', 'dispatch', '2026-11-20T08:00Z', '2026-11-21T16:59:59Z'],
  ['a Saturday morning', 'dispatch', '2026-11-21T03:00Z', '2026-11-21T16:59:59Z'],
  ['a Saturday afternoon', 'dispatch', '2026-11-21T07:30Z', '2026-11-23T16:59:59Z'],
  ['the first second of Sunday', 'dispatch', '2026-11-21T17:00:00Z', '2026-11-23T16:59:59Z'],
  ['a Sunday morning', 'dispatch', '2026-11-22T02:00Z', '2026-11-23T16:59:59Z'],
  ['the eve of National Day', 'dispatch', '2026-09-01T08:00Z', '2026-09-03T16:59:59Z'],
  ['National Day', 'dispatch', '2026-09-02T03:00Z', '2026-09-03T16:59:59Z'],
  ['the Saturday before Tết 2026', 'dispatch', '2026-02-14T08:00Z', '2026-02-21T16:59:59Z'],
  ['in Tết 2026', 'dispatch', '2026-02-16T03:00Z', '2026-02-21T16:59:59Z'],
  ['the Monday before Tết 2025', 'dispatch', '2025-01-27T08:00Z', '2025-02-03T16:59:59Z'],
  ['two holidays over the end of April', 'dispatch', '2026-04-29T07:00Z', '2026-05-02T16:59:59Z'],
  ['a holiday on a Sunday', 'dispatch', '2026-04-25T08:00Z', '2026-04-27T16:59:59Z'],
  ['New Year’s Eve', 'dispatch', '2026-12-31T09:00Z', '2027-01-02T16:59:59Z'],
  ['the day before the rule', 'dispatch', '2024-08-25T16:59:59Z', null, NO_RULE],
  ['the rule, but no holidays', 'dispatch', '2024-08-25T17:00:00Z', null, TABLE],
  ['the last morning but one of the table', 'dispatch', '2027-12-30T03:00Z', '2027-12-30T16:59:59Z'],
  ['the last afternoon of the table', 'dispatch', '2027-12-31T08:00Z', null, TABLE],
  ['a Monday', 'auto-cancel', '2026-11-16T03:00Z', '2026-11-18T16:59:59Z'],
  ['a Friday: Saturday counts', 'auto-cancel', '2026-11-20T03:00Z', '2026-11-23T16:59:59Z'],
  ['a Saturday', 'auto-cancel', '2026-11-21T03:00Z', '2026-11-24T16:59:59Z'],
  ['a Sunday', 'auto-cancel', '2026-11-22T03:00Z', '2026-11-24T16:59:59Z'],
  ['over a weekend', 'collection', '2026-11-19T03:00Z', '2026-11-23T16:59:59Z'],
  ['over Tết', 'collection', '2026-02-13T03:00Z', '2026-02-23T16:59:59Z'],
  ['no rule to deliver', 'delivery', '2026-11-16T03:00Z', null, NO_RULE],
];

/** Rules that the rulebook lacks, or of which it lacks a part: nothing is invented. */
export const UNKNOWN_CASES: readonly (readonly [market: string | null, ...Case])[] = [
  ['TH', 'a rule, but no working days', 'dispatch', '2026-11-16T03:00Z', null, /working days of Thailand/],
  ['TH', 'likewise', 'auto-cancel', '2026-11-16T03:00Z', null, /working days of Thailand/],
  ['TH', 'likewise', 'collection', '2026-11-16T03:00Z', null, /working days of Thailand/],
  ...['GB', 'DE', 'ES', 'IT', 'FR', 'IE', 'ID', 'MY', 'PH', 'SG', 'BR', 'MX', 'JP'].flatMap((market) =>
    (['dispatch', 'auto-cancel'] as const).map(
      (kind) => [market, 'no rule', kind, '2026-11-16T03:00Z', null, NO_RULE] as const,
    ),
  ),
  [
    null,
    'no market',
    'dispatch',
    '2026-11-16T03:00Z',
    null,
    /^Not known: the market of this order is not known$/,
  ],
  ['XX', 'no such market', 'dispatch', '2026-11-16T03:00Z', null, /market of this order is not known/],
];
