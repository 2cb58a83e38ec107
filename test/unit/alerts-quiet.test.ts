import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellTimeOf } from '../../lib/alerts/quiet.ts';
import type { AlertChannel, AlertSettings, AlertSeverity } from '../../lib/model/alert.ts';

const NEW_YORK = 'America/New_York';
const at = (text: string, zone = NEW_YORK) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const clockAt = (atMs: number | null, zone = NEW_YORK) =>
  atMs === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDateTime().toString();

const NIGHT = { from: '22:00', to: '07:30', holdsCritical: false };

interface Asked {
  severity?: AlertSeverity;
  channel?: AlertChannel;
  quiet?: AlertSettings['quiet'];
  digestAt?: string;
  zone?: string;
}

function tell(now: number, asked: Asked = {}): number | null {
  const {
    severity = 'normal',
    channel = 'notify',
    quiet = NIGHT,
    digestAt = '08:00',
    zone = NEW_YORK,
  } = asked;
  return tellTimeOf({ severity }, channel, { quiet, digestAt }, now, zone);
}
const told = (now: string, asked: Asked = {}) => clockAt(tell(at(now, asked.zone), asked), asked.zone);

describe('when an alert is told', () => {
  it.each([
    ['by day', '2026-11-21T12:00', '2026-11-21T12:00:00'],
    ['a moment before quiet hours', '2026-11-21T21:59:59', '2026-11-21T21:59:59'],
    ['as they begin', '2026-11-21T22:00', '2026-11-22T07:30:00'],
    ['before midnight', '2026-11-21T23:30', '2026-11-22T07:30:00'],
    ['after midnight', '2026-11-21T03:00', '2026-11-21T07:30:00'],
    ['as they end', '2026-11-21T07:30', '2026-11-21T07:30:00'],
    ['over the end of a month', '2026-12-31T23:00', '2027-01-01T07:30:00'],
  ])('%s', (_name, now, then) => {
    expect(told(now)).toBe(then);
  });

  it('keeps quiet hours within one day', () => {
    const quiet = { from: '12:00', to: '14:00', holdsCritical: false };
    expect(told('2026-11-21T13:00', { quiet })).toBe('2026-11-21T14:00:00');
    expect(told('2026-11-21T11:00', { quiet })).toBe('2026-11-21T11:00:00');
    expect(told('2026-11-21T14:00', { quiet })).toBe('2026-11-21T14:00:00');
  });

  it('tells what is critical at once, unless the user holds it too', () => {
    expect(told('2026-11-21T23:30', { severity: 'critical' })).toBe('2026-11-21T23:30:00');
    const quiet = { ...NIGHT, holdsCritical: true };
    expect(told('2026-11-21T23:30', { severity: 'critical', quiet })).toBe('2026-11-22T07:30:00');
  });

  it('has no quiet hours where they end as they begin', () => {
    const quiet = { from: '09:00', to: '09:00', holdsCritical: true };
    expect(told('2026-11-21T09:00', { quiet })).toBe('2026-11-21T09:00:00');
    expect(told('2026-11-21T20:00', { quiet })).toBe('2026-11-21T20:00:00');
  });

  it('tells nothing that is only in the list, or off', () => {
    expect(tell(0, { channel: 'list' })).toBeNull();
    expect(tell(0, { channel: 'off', severity: 'critical' })).toBeNull();
  });
});

describe('the digest', () => {
  const digest = { channel: 'digest' } as const;

  it('comes at its next hour, once a day', () => {
    expect(told('2026-11-21T07:59', digest)).toBe('2026-11-21T08:00:00');
    expect(told('2026-11-21T08:00', digest)).toBe('2026-11-21T08:00:00');
    expect(told('2026-11-21T08:01', digest)).toBe('2026-11-22T08:00:00');
  });

  it('waits for the end of quiet hours, what is critical too', () => {
    expect(told('2026-11-21T18:00', { ...digest, digestAt: '23:00' })).toBe('2026-11-22T07:30:00');
    expect(told('2026-11-21T18:00', { ...digest, digestAt: '06:00', severity: 'critical' })).toBe(
      '2026-11-22T07:30:00',
    );
  });
});

describe('days on which the clocks change', () => {
  it('ends at the hour of the clock, however long the night was', () => {
    // 8 March 2026: 02:00 becomes 03:00; 1 November 2026: 02:00 becomes 01:00 again.
    expect(told('2026-03-07T23:30')).toBe('2026-03-08T07:30:00');
    expect(tell(at('2026-03-07T23:30'))).toBe(at('2026-03-07T23:30') + 7 * 3_600_000);
    expect(told('2026-10-31T23:30')).toBe('2026-11-01T07:30:00');
    expect(tell(at('2026-10-31T23:30'))).toBe(at('2026-10-31T23:30') + 9 * 3_600_000);
  });

  it('takes an hour that the clock jumps over as much later', () => {
    expect(told('2026-03-08T00:30', { channel: 'digest', digestAt: '02:15', quiet: null })).toBe(
      '2026-03-08T03:15:00',
    );
    const quiet = { from: '23:00', to: '02:30', holdsCritical: false };
    expect(told('2026-03-08T01:59', { quiet })).toBe('2026-03-08T03:30:00');
  });

  it('has no quiet hours on a day on which the clock jumps over all of them', () => {
    const quiet = { from: '02:30', to: '03:15', holdsCritical: false };
    expect(told('2026-03-08T03:45', { quiet })).toBe('2026-03-08T03:45:00');
    expect(told('2026-03-08T03:05', { quiet })).toBe('2026-03-08T03:05:00');
  });

  it('tells a digest once where the clock shows its hour twice', () => {
    const twice = { channel: 'digest', digestAt: '01:30', quiet: null } as const;
    const first = tell(at('2026-11-01T00:30'), twice) ?? 0;
    expect(clockAt(first)).toBe('2026-11-01T01:30:00');
    expect(tell(first + 1, twice)).toBe(at('2026-11-02T01:30'));
  });
});

it('goes by the clock where the reader is now', () => {
  const moment = at('2026-11-21T23:30');
  expect(tell(moment)).toBe(at('2026-11-22T07:30'));
  // 13:30 of the next day in Tokyo.
  expect(tell(moment, { zone: 'Asia/Tokyo' })).toBe(moment);
  expect(clockAt(tell(moment, { zone: 'Asia/Tokyo', channel: 'digest' }), 'Asia/Tokyo')).toBe(
    '2026-11-23T08:00:00',
  );
});

const clock = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 15, 30, 59) })
  .map(({ hour, minute }) => `${`${hour}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`);

it('tells within a day or so, never in quiet hours, and at once outside of them', () => {
  fc.assert(
    fc.property(
      fc.record({ from: clock, to: clock, holdsCritical: fc.boolean() }),
      clock,
      fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00') }),
      fc.constantFrom('notify', 'digest'),
      fc.constantFrom(NEW_YORK, 'Europe/London', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Africa/Casablanca'),
      (quiet, digestAt, now, channel, zone) => {
        const then = tell(now, { quiet, digestAt, channel, zone }) ?? 0;
        expect(then).toBeGreaterThanOrEqual(now);
        expect(then - now).toBeLessThanOrEqual((channel === 'digest' ? 50 : 25) * 3_600_000);
        // What is told then would be told then if it were found then.
        expect(tell(then, { quiet, digestAt, channel: 'notify', zone })).toBe(then);
      },
    ),
    { numRuns: 500 },
  );
});
