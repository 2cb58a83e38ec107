import { describe, expect, it } from 'vitest';
import {
  copyText,
  countdown,
  type Entry,
  eta,
  integer,
  template,
  time,
  word,
} from '../shop/buyer/template.ts';
import type { JsonObject } from '../shop/types.ts';

interface PageTemplate {
  fill(value: JsonObject | undefined, isList?: boolean): string;
  dateTime(seconds: string | number, gap?: string): string;
}

const PAGE = new URL('../shop/buyer/pages/template.js', import.meta.url).href;
const { fill, dateTime } = (await import(PAGE)) as PageTemplate;

/** An instant by the clock on the wall, which is what the page writes. */
function local(year: number, month: number, day: number, hours = 0, minutes = 0): number {
  return new Date(year, month - 1, day, hours, minutes).getTime();
}

describe('the page’s templates', () => {
  const at = local(2026, 3, 17, 11, 15);

  it('are filled by position, whatever the placeholders are called', () => {
    const value = template('{{b}} before {{a}}, {{b}}', word('one'), word('two'), word('three'));
    expect(fill(value)).toBe('one before two, three');
    expect(fill(template('nothing to fill'))).toBe('nothing to fill');
    expect(fill(template('{{missing}}'))).toBe('{{missing}}');
    expect(fill(undefined)).toBe('');
  });

  it('write times in the browser’s zone: to the minute, in the list to the day', () => {
    expect(fill(template('Ordered on {{time}}', time(at)))).toBe('Ordered on Mar 17, 2026 11:15AM');
    expect(fill(template('Ordered on {{time}}', time(at)), true)).toBe('Ordered on Mar 17');
    expect(dateTime(local(2026, 12, 1) / 1000, ' ')).toBe('Dec 1, 2026 12:00 AM');
    expect(dateTime(local(2026, 12, 1, 12) / 1000)).toBe('Dec 1, 2026 12:00PM');
  });

  it('write all entries by the type of the first', () => {
    expect(fill(template('{{a}} {{b}}', time(at), time(local(2027, 1, 2, 15, 8))))).toBe(
      'Mar 17, 2026 11:15AM Jan 2, 2027 3:08PM',
    );
    const seconds = String(at / 1000);
    expect(fill(template('{{a}} {{b}}', word('USPS'), { type: 2, data: seconds }))).toBe(`USPS ${seconds}`);
    expect(fill(template('{{a}} {{b}}', word('UPS'), copyText('1Z999')))).toBe('UPS 1Z999');
    expect(fill(template('{{a}} of {{b}}', integer(1), integer(2)))).toBe('1 of 2');
  });

  it('join the two days of an estimate into one placeholder, and know today and tomorrow', () => {
    const range = eta({ from: local(2024, 6, 13, 12), until: local(2024, 6, 16, 12) });
    expect(fill(template('Arriving {{eta}}', ...range))).toBe('Arriving Jun 13-Jun 16');
    const day = new Date();
    const today = new Date(day.getFullYear(), day.getMonth(), day.getDate(), 12).getTime();
    const tomorrow = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 12).getTime();
    expect(fill(template('{{eta}}', ...eta({ from: today, until: tomorrow })))).toBe('today-tomorrow');
    expect(fill(template('{{eta}}', ...eta({ from: today, until: today })))).toBe('today');
  });

  it('count down roughly', () => {
    const left = (seconds: number): Entry => countdown(at + seconds * 1000, at);
    expect(fill(template('Pay within {{x}}', left(84_213)))).toBe('Pay within 23h');
    expect(fill(template('Pay within {{x}}', left(90)))).toBe('Pay within 2m');
    expect(countdown(at, at + 5000).data).toBe('0');
  });
});
