import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { CsvScanner } from '../../lib/sources/files/seller-csv-scanner.ts';

function scan(pieces: readonly string[], delimiter = ','): string[][] {
  const scanner = new CsvScanner(delimiter);
  const rows = pieces.flatMap((piece) => scanner.push(piece));
  const last = scanner.end();
  return last ? [...rows, last] : rows;
}

it.each([
  [
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\rb\r', [['a'], ['b']]],
  ['"a,""b""\nc",d\n', [['a,"b"\nc', 'd']]],
  ['"",x\n', [['', 'x']]],
  [
    'a,\n,\n',
    [
      ['a', ''],
      ['', ''],
    ],
  ],
  ['5" pipe,2\n', [['5" pipe', '2']]],
  ['"a"\t,b\n', [['a\t', 'b']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['', []],
])('splits %j', (text, rows) => {
  expect(scan([text])).toEqual(rows);
});

it('reads what a CSV library writes, cut anywhere', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[",;\t\r\n a]{0,6}$/));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  const how = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.boolean(),
  });
  fc.assert(
    fc.property(table, how, fc.integer({ min: 1, max: 9 }), (rows, written, size) => {
      const text = Papa.unparse(rows, written);
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(scan(pieces, written.delimiter)).toEqual(rows);
    }),
  );
});

it('tells how long an open row is, and that it is quoted', () => {
  const scanner = new CsvScanner(',');
  scanner.push('a,b\n"12');
  expect([scanner.openChars, scanner.isQuoted]).toEqual([3, true]);
  scanner.push('345');
  expect([scanner.openChars, scanner.isQuoted]).toEqual([6, true]);
  scanner.push('"\nx');
  expect([scanner.openChars, scanner.isQuoted]).toEqual([1, false]);
});
