import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findTime, type Line } from '../../lib/sources/buyer/line.ts';
import { copyTextsOf, etaOf, fillTemplate, lineOf, timesOf } from '../../lib/sources/buyer/template.ts';
import { textLine } from '../../lib/sources/buyer/text-line.ts';

const SEEN_AT = Date.UTC(2026, 10, 21, 18);
const CONTEXT = { timeZone: 'America/Chicago', seenAt: SEEN_AT };
const seconds = (...parts: Parameters<typeof Date.UTC>) => String(Date.UTC(...parts) / 1000);

function filled(template: string, ...data_list: { type: number; data: string | number }[]): string {
  return fillTemplate({ template, data_list }, CONTEXT);
}

describe('a template', () => {
  it('is filled by position, whatever the names of its places', () => {
    expect(filled('{{b}} {{a}}', { type: 1, data: 'first' }, { type: 1, data: 'second' })).toBe(
      'first second',
    );
    expect(filled('{{x}} {{x}}', { type: 1, data: 'one' }, { type: 8, data: 2 })).toBe('one 2');
  });

  it('formats every entry by the type of the first', () => {
    const at = seconds(2026, 2, 17, 18, 5);
    expect(filled('{{a}}, {{b}}', { type: 2, data: at }, { type: 1, data: at })).toBe(
      'Mar 17, 2026 1:05PM, Mar 17, 2026 1:05PM',
    );
    expect(filled('{{a}}, {{b}}', { type: 1, data: at }, { type: 2, data: at })).toBe(`${at}, ${at}`);
  });

  it('shows days only in the list', () => {
    const template = {
      template: 'Ordered on {{time}}',
      data_list: [{ type: 2, data: seconds(2026, 0, 1, 3) }],
    };
    expect(fillTemplate(template, CONTEXT, 'day')).toBe('Ordered on Dec 31');
    expect(fillTemplate(template, CONTEXT)).toBe('Ordered on Dec 31, 2025 9:00PM');
    expect(fillTemplate(template, { ...CONTEXT, timeZone: 'Asia/Tokyo' })).toBe(
      'Ordered on Jan 1, 2026 12:00PM',
    );
  });

  it('joins two days of arrival into one place', () => {
    const days = [
      { type: 4, data: seconds(2026, 10, 25, 18) },
      { type: 4, data: seconds(2026, 10, 28, 18) },
    ];
    expect(filled('Arriving {{eta}}', ...days)).toBe('Arriving Nov 25-Nov 28');
    expect(etaOf({ template: 'Arriving {{eta}}', data_list: days })).toEqual({
      words: 'Arriving ',
      name: 'eta',
      fromAt: Date.UTC(2026, 10, 25, 18),
      toAt: Date.UTC(2026, 10, 28, 18),
    });
  });

  it('calls the day of reading and the next one by their names', () => {
    expect(filled('{{eta}}', { type: 4, data: seconds(2026, 10, 22, 5, 59) })).toBe('Today');
    expect(filled('{{eta}}', { type: 4, data: seconds(2026, 10, 22, 6) })).toBe('Tomorrow');
    expect(filled('{{eta}}', { type: 4, data: seconds(2026, 10, 21, 5) })).toBe('Nov 20');
  });

  it('counts down in hours, as captured', () => {
    expect(filled('Pay within {{countdown}}', { type: 3, data: '84213' })).toBe('Pay within 23h');
    expect(filled('Pay within {{countdown}}', { type: 3, data: '1799' })).toBe('Pay within 29m');
  });

  it.each([5, 6, 7, 8, 9, 10, 11, 12])('shows type %i as it is', (type) => {
    expect(filled('[{{a}}]', { type, data: '1781062860' })).toBe('[1781062860]');
  });

  it('leaves a place without an entry, and adds nothing for an entry without a place', () => {
    expect(filled('{{a}} {{b}}', { type: 1, data: 'x' })).toBe('x {{b}}');
    expect(filled('none', { type: 1, data: 'x' })).toBe('none');
    expect(filled('{{a}}', { type: 1, data: '$& $1 {{a}}' })).toBe('$& $1 {{a}}');
    expect(fillTemplate({}, CONTEXT)).toBe('');
  });

  it('keeps the unix times, each with the words before it', () => {
    const template = {
      template: 'Order placed on {{a}}. Return window closes on {{b}}',
      data_list: [
        { type: 2, data: '1780176120' },
        { type: 2, data: '1783292940' },
      ],
    };
    expect(timesOf(template)).toEqual([
      { words: 'Order placed on ', name: 'a', at: 1_780_176_120_000 },
      { words: '. Return window closes on ', name: 'b', at: 1_783_292_940_000 },
    ]);
    expect(findTime([lineOf(template, CONTEXT)], /return/i)).toBe(1_783_292_940_000);
  });

  it('gives the texts that a click copies', () => {
    const template = {
      template: '{{c}} {{n}}',
      data_list: [
        { type: 1, data: 'OnTrac' },
        { type: 7, data: ' D10011354453707 ' },
      ],
    };
    expect(copyTextsOf(template)).toEqual(['D10011354453707']);
    expect(lineOf(template, CONTEXT).times).toEqual([]);
  });

  it('says when it has a time that it can’t read', () => {
    const odd = { template: '{{a}}', data_list: [{ type: 2, data: '2026-01-01T00:00:00Z' }] };
    expect(lineOf(odd, CONTEXT)).toMatchObject({ isOdd: true, times: [], text: '2026-01-01T00:00:00Z' });
    expect(lineOf({ template: '{{a}}', data_list: [{ type: 2, data: '' }] }, CONTEXT).isOdd).toBe(false);
  });
});

describe('a line of the page', () => {
  it('gives back the minute of every time that the page’s own code wrote', () => {
    const minute = fc.integer({ min: 27_000_000, max: 31_000_000 });
    const zone = fc.constantFrom('America/Los_Angeles', 'America/New_York', 'Pacific/Honolulu', 'UTC');
    fc.assert(
      fc.property(minute, minute, zone, (first, second, timeZone) => {
        const context = { timeZone, seenAt: SEEN_AT };
        const template = {
          template: 'Order placed on {{a}}. Return window closes on {{b}}',
          data_list: [first, second].map((at) => ({ type: 2, data: String(at * 60) })),
        };
        const line = textLine(fillTemplate(template, context), context);
        const again = fillTemplate(
          { ...template, data_list: line.times.map(({ at }) => ({ type: 2, data: String(at / 1000) })) },
          context,
        );
        // The hour that a clock repeats in autumn reads the same twice: what is shown is what counts.
        expect(again).toBe(fillTemplate(template, context));
      }),
    );
  });

  test.each<[string, Partial<Line>]>([
    ['Pay within 23h or the order will be canceled', { countdown: { seconds: null }, eta: null, times: [] }],
    ['Your order is completed', { countdown: null, eta: null, times: [] }],
    ['Canceled by you', { countdown: null, eta: null, times: [] }],
    ['Return window closes on Feb 30, 2026 1:00PM', { times: [] }],
  ])('%s', (text, expected) => {
    expect(textLine(text, CONTEXT)).toMatchObject(expected);
  });

  it('finds the year of a promised day around the turn of the year', () => {
    const newYear = { timeZone: 'UTC', seenAt: Date.UTC(2026, 11, 30) };
    expect(textLine('Arriving Dec 31-Jan 4', newYear).eta).toMatchObject({
      fromAt: Date.UTC(2026, 11, 31),
      toAt: Date.UTC(2027, 0, 4),
    });
    expect(textLine('Arriving Tomorrow', newYear).eta).toMatchObject({ toAt: Date.UTC(2026, 11, 31) });
  });
});
