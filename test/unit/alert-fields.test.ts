import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readClock,
  readHours,
  readQuietEnd,
  readWhole,
} from '../../components/dashboard/settings/alert-fields.ts';
import { listOf } from '../../components/dashboard/settings/alert-groups.ts';
import { ALERT_KINDS } from '../../lib/model/alert.ts';
import { AlertSettings } from '../../lib/model/alert-schema.ts';

describe('hours before a ship-by time', () => {
  it.each([
    ['24, 12, 4', [24, 12, 4]],
    ['4 12 24', [24, 12, 4]],
    ['24;12/4,4', [24, 12, 4]],
    ['168', [168]],
    ['  ', []],
    [',', []],
  ])('reads %j', (text, value) => expect(readHours(text)).toEqual({ value }));

  it.each(['0', '169', '2.5', '-4', '4h', 'four', '1e2', '24, , x', '9999'])('refuses %j', (text) =>
    expect(readHours(text)).toEqual({ wrong: expect.stringContaining('from 1 to 168') }),
  );

  it('takes six at most, each counted once', () => {
    expect(readHours('1 2 3 4 5 6 6 6')).toEqual({ value: [6, 5, 4, 3, 2, 1] });
    expect(readHours('1 2 3 4 5 6 7')).toEqual({ wrong: 'At most 6 times before each ship-by time.' });
  });

  it('gives nothing that the settings refuse', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readHours(text);
        return 'wrong' in read || AlertSettings.shape.shipByHours.safeParse(read.value).success;
      }),
    );
  });
});

describe('numbers and times', () => {
  it.each(['0', '61', '', '1.5', 'x', '00005'])('refuses %j as 1 to 60 days', (text) =>
    expect(readWhole(text, 1, 60)).toEqual({ wrong: 'Write a whole number from 1 to 60.' }),
  );

  it('reads whole numbers and times of day', () => {
    expect(readWhole(' 60 ', 1, 60)).toEqual({ value: 60 });
    expect(readClock('23:59')).toEqual({ value: '23:59' });
    for (const text of ['', '24:00', '8:00', '08:60', '08:00:30'])
      expect(readClock(text)).toHaveProperty('wrong');
  });

  it('refuses quiet hours without a length', () => {
    expect(readQuietEnd('07:00', '22:00')).toEqual({ value: '07:00' });
    expect(readQuietEnd('22:00', '22:00')).toEqual({ wrong: expect.stringContaining('no length') });
    expect(readQuietEnd('', '22:00')).toEqual({ wrong: expect.stringContaining('08:00') });
  });
});

describe('the groups of kinds', () => {
  it.each([[['seller']], [['buyer']], [['seller', 'buyer']]] as const)(
    'has each kind of %j once',
    (roles) => {
      const kinds = listOf(roles)
        .flat()
        .flatMap((group) => group.kinds);
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(kinds).not.toContain('own-rule');
      if (roles.length > 1) expect([...kinds, 'own-rule'].sort()).toEqual([...ALERT_KINDS].sort());
    },
  );

  it('keeps from sellers what concerns buyers alone', () => {
    const [[selling] = []] = listOf(['seller']);
    expect(selling?.name).toBe('Selling');
    expect(selling?.kinds).toContain('delivery-failed');
    expect(selling?.kinds).not.toContain('refund-late');
  });
});
