import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, endOfDay, epochMs } from '../../lib/model/time.ts';

test.each([
  [1_767_225_600, 1_767_225_600_000],
  ['1767225600', 1_767_225_600_000],
  [1_767_225_600_123, 1_767_225_600_123],
  ['1767225600123', 1_767_225_600_123],
  ['1', 1000],
  [1, 1000],
  [1_767_225_600.9, 1_767_225_600_900],
  [999_999_999_999, 999_999_999_999_000],
  [1_000_000_000_000, 1_000_000_000_000],
  [8.64e15, 8.64e15],
  ['8640000000000000', 8.64e15],
])('%j is %j', (value, ms) => {
  expect(epochMs(value)).toBe(ms);
});

test.each([
  null,
  undefined,
  '',
  '0',
  0,
  '<UNSET>',
  -5,
  '-5',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  8.64e15 + 1000,
  '8640000000001000',
  '999999999999999999',
  '1e10',
  '1767225600.5',
  ' 1767225600',
  '2026/9/20 18:30:00',
  '2026-09-20',
  '0x10',
])('%j is no time', (value) => {
  expect(epochMs(value)).toBeNull();
});

test('seconds and milliseconds of one instant agree', () => {
  const seconds = fc.integer({ min: 1_000_000_000, max: 99_999_999_999 });
  fc.assert(
    fc.property(seconds, (value) => {
      expect(epochMs(value)).toBe(value * 1000);
      expect(epochMs(String(value))).toBe(value * 1000);
      expect(epochMs(value * 1000)).toBe(value * 1000);
      expect(epochMs(String(value * 1000))).toBe(value * 1000);
    }),
  );
});

// Offsets from the time zone rules: PST -8, PDT -7, GMT 0, BST +1, BRT -3 (no summer time since 2019).
test.each([
  ['2026-01-15', 'America/Los_Angeles', '2026-01-15T23:59:59-08:00'],
  ['2026-03-07', 'America/Los_Angeles', '2026-03-07T23:59:59-08:00'],
  ['2026-03-08', 'America/Los_Angeles', '2026-03-08T23:59:59-07:00'],
  ['2026-07-04', 'America/Los_Angeles', '2026-07-04T23:59:59-07:00'],
  ['2026-10-31', 'America/Los_Angeles', '2026-10-31T23:59:59-07:00'],
  ['2026-11-01', 'America/Los_Angeles', '2026-11-01T23:59:59-08:00'],
  ['2026-03-29', 'Europe/London', '2026-03-29T23:59:59+01:00'],
  ['2026-10-24', 'Europe/London', '2026-10-24T23:59:59+01:00'],
  ['2026-10-25', 'Europe/London', '2026-10-25T23:59:59+00:00'],
  ['2026-02-15', 'America/Sao_Paulo', '2026-02-15T23:59:59-03:00'],
  ['2026-11-01', 'America/Sao_Paulo', '2026-11-01T23:59:59-03:00'],
  // The day after begins at 01:00: 2018 was the last year in which Brazil's clocks jumped at midnight.
  ['2018-11-03', 'America/Sao_Paulo', '2018-11-03T23:59:59-03:00'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T23:59:59-02:00'],
  ['2026-12-31', 'Asia/Ho_Chi_Minh', '2026-12-31T23:59:59+07:00'],
  ['2028-02-29', 'Asia/Tokyo', '2028-02-29T23:59:59+09:00'],
])('the day %s in %s ends at %s', (day, zone, instant) => {
  expect(endOfDay(day, zone)).toBe(Date.parse(instant));
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '', 'tomorrow', '2026-01-01T00:00:00Z'])(
  '%j is no day',
  (day) => {
    expect(endOfDay(day, 'UTC')).toBeNull();
  },
);

test('an unknown zone has no day end', () => {
  expect(endOfDay('2026-01-01', 'Mars/Olympus')).toBeNull();
});

test.each([
  ['America/Los_Angeles', '2026-11-21T07:59:59.999Z', '2026-11-20'],
  ['America/Los_Angeles', '2026-11-21T08:00:00.000Z', '2026-11-21'],
  ['America/Los_Angeles', '2026-07-04T06:59:59.999Z', '2026-07-03'],
  ['America/Los_Angeles', '2026-07-04T07:00:00.000Z', '2026-07-04'],
  ['Asia/Ho_Chi_Minh', '2026-01-31T16:59:59.999Z', '2026-01-31'],
  ['Asia/Ho_Chi_Minh', '2026-01-31T17:00:00.000Z', '2026-02-01'],
  ['Europe/London', '2026-06-30T22:59:59.999Z', '2026-06-30'],
  ['Europe/London', '2026-06-30T23:00:00.000Z', '2026-07-01'],
  ['America/Sao_Paulo', '2027-01-01T02:59:59.999Z', '2026-12-31'],
  ['America/Sao_Paulo', '2027-01-01T03:00:00.000Z', '2027-01-01'],
  ['Asia/Tokyo', '1970-01-01T00:00:00.000Z', '1970-01-01'],
])('in %s, %s is on %s', (zone, instant, day) => {
  expect(dayOf(Date.parse(instant), zone)).toBe(day);
});

test('a day ends on itself, and one second later is the next', () => {
  const zone = fc.constantFrom('America/Los_Angeles', 'Europe/London', 'America/Sao_Paulo', 'Asia/Jakarta');
  const at = fc.integer({ min: Date.UTC(2016, 0), max: Date.UTC(2035, 0) });
  fc.assert(
    fc.property(at, zone, (instant, timeZone) => {
      const day = dayOf(instant, timeZone);
      const end = endOfDay(day, timeZone) ?? Number.NaN;
      expect(end).toBeGreaterThanOrEqual(instant - 999);
      expect(dayOf(end, timeZone)).toBe(day);
      expect(dayOf(end + 1000, timeZone) > day).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the first and last instants of the platform have a day', () => {
  expect(dayOf(0, 'UTC')).toBe('1970-01-01');
  expect(dayOf(8.64e15, 'UTC')).toContain('275760');
});
