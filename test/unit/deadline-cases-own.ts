/** Rules of the user's own, as a shop in a market without one would set them. */
export interface OwnRule {
  workingDays: number;
  cutOff: string | null;
  /** 5: Monday to Friday; 6: with Saturday. */
  week: 5 | 6;
}

/** A dated case by hand: whose rule, what it shows, when the order was placed, when it must be shipped. */
export type OwnCase = readonly [
  market: string,
  rule: OwnRule,
  what: string,
  placed: string,
  due: string | null,
];

const TWO: OwnRule = { workingDays: 2, cutOff: null, week: 5 };
const NOON: OwnRule = { workingDays: 1, cutOff: '12:00', week: 5 };
const THREE_PM: OwnRule = { workingDays: 1, cutOff: '15:00', week: 5 };
const SIX: OwnRule = { workingDays: 2, cutOff: null, week: 6 };

export const OWN_CASES: readonly OwnCase[] = [
  // London: UTC, UTC+1 from the last Sunday of March to that of October.
  ['GB', NOON, 'a minute before noon on Friday', '2026-11-20T11:59Z', '2026-11-23T23:59:59Z'],
  ['GB', NOON, 'noon on Friday', '2026-11-20T12:00Z', '2026-11-24T23:59:59Z'],
  ['GB', NOON, 'a Saturday morning counts as of Monday', '2026-11-21T09:00Z', '2026-11-24T23:59:59Z'],
  ['GB', NOON, 'over Easter', '2026-04-02T09:00Z', '2026-04-07T22:59:59Z'],
  ['GB', NOON, 'noon is an hour earlier in summer', '2026-06-09T11:00Z', '2026-06-11T22:59:59Z'],
  ['GB', NOON, 'clocks go forward', '2026-03-27T10:00Z', '2026-03-30T22:59:59Z'],
  ['GB', NOON, 'clocks go back', '2026-10-23T09:00Z', '2026-10-26T23:59:59Z'],
  ['GB', NOON, 'Christmas with a substitute day', '2026-12-24T13:00Z', '2026-12-30T23:59:59Z'],
  ['GB', NOON, 'a bank holiday in May', '2026-05-01T09:00Z', '2026-05-05T22:59:59Z'],
  // Berlin, Paris, Madrid, Rome: UTC+1, UTC+2 in summer.
  ['DE', TWO, 'Ascension Day', '2026-05-13T08:00Z', '2026-05-18T21:59:59Z'],
  ['DE', TWO, 'Whit Monday', '2026-05-22T08:00Z', '2026-05-27T21:59:59Z'],
  ['DE', TWO, 'a holiday on a Saturday takes no day', '2026-10-01T08:00Z', '2026-10-05T21:59:59Z'],
  ['DE', TWO, 'clocks go back', '2026-10-23T08:00Z', '2026-10-27T22:59:59Z'],
  ['DE', TWO, 'clocks go forward', '2026-03-27T09:00Z', '2026-03-31T21:59:59Z'],
  ['FR', TWO, 'the 14th of July', '2026-07-13T08:00Z', '2026-07-16T21:59:59Z'],
  ['FR', TWO, 'the 11th of November', '2026-11-10T08:00Z', '2026-11-13T22:59:59Z'],
  ['ES', TWO, 'the 8th of December', '2026-12-07T08:00Z', '2026-12-10T22:59:59Z'],
  ['IT', TWO, 'the 2nd of June', '2026-06-01T08:00Z', '2026-06-04T21:59:59Z'],
  ['IE', TWO, 'a holiday the day after clocks go back', '2026-10-23T09:00Z', '2026-10-28T23:59:59Z'],
  ['IE', TWO, 'St Patrick’s Day', '2026-03-16T09:00Z', '2026-03-19T23:59:59Z'],
  // Southeast Asia.
  ['TH', SIX, 'the market’s own rule would be the same', '2026-11-16T03:00Z', '2026-11-18T16:59:59Z'],
  ['TH', SIX, 'over Songkran', '2026-04-10T03:00Z', '2026-04-16T16:59:59Z'],
  ['TH', SIX, 'a Saturday before Chakri Day', '2026-04-04T03:00Z', '2026-04-08T16:59:59Z'],
  ['MY', TWO, 'over Chinese New Year', '2026-02-16T02:00Z', '2026-02-20T15:59:59Z'],
  ['SG', TWO, 'Deepavali on a Sunday: Monday is off', '2026-11-06T02:00Z', '2026-11-11T15:59:59Z'],
  ['PH', TWO, 'over Holy Week', '2026-04-01T02:00Z', '2026-04-07T15:59:59Z'],
  ['ID', TWO, 'over Independence Day', '2026-08-14T03:00Z', '2026-08-19T16:59:59Z'],
  // Latin America: São Paulo UTC-3, Mexico City UTC-6, no summer time.
  ['BR', TWO, 'a holiday on a Friday', '2026-11-19T12:00Z', '2026-11-25T02:59:59Z'],
  ['BR', TWO, 'over Independence Day', '2026-09-04T12:00Z', '2026-09-10T02:59:59Z'],
  ['BR', TWO, 'late in the evening is still that day', '2026-11-17T02:30Z', '2026-11-19T02:59:59Z'],
  ['BR', TWO, 'Carnival is no public holiday', '2026-02-16T12:00Z', '2026-02-19T02:59:59Z'],
  ['MX', TWO, 'over Revolution Day', '2026-11-13T18:00Z', '2026-11-19T05:59:59Z'],
  ['MX', TWO, 'over the 16th of September', '2026-09-15T18:00Z', '2026-09-19T05:59:59Z'],
  ['MX', TWO, 'over the year', '2026-12-31T18:00Z', '2027-01-06T05:59:59Z'],
  ['MX', TWO, 'no clocks change in April', '2026-04-03T18:00Z', '2026-04-08T05:59:59Z'],
  // Tokyo: UTC+9.
  ['JP', TWO, 'over Golden Week', '2026-05-01T01:00Z', '2026-05-08T14:59:59Z'],
  ['JP', TWO, 'into Golden Week', '2026-04-28T01:00Z', '2026-05-01T14:59:59Z'],
  ['JP', TWO, 'over three days in September', '2026-09-18T01:00Z', '2026-09-25T14:59:59Z'],
  ['JP', TWO, 'the first second of Monday there', '2026-11-15T15:00:00Z', '2026-11-18T14:59:59Z'],
  ['JP', TWO, 'the last second of Sunday there', '2026-11-15T14:59:59Z', '2026-11-17T14:59:59Z'],
  ['JP', THREE_PM, 'a minute before three', '2026-11-19T05:59Z', '2026-11-20T14:59:59Z'],
  ['JP', THREE_PM, 'three, and a holiday on Monday', '2026-11-19T06:00Z', '2026-11-24T14:59:59Z'],
  ['JP', TWO, 'beyond the table', '2027-12-30T01:00Z', null],
];
