import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonFault, JsonScanner, type Plan, type Taken } from '../../lib/sources/files/json-scanner.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function scan(bytes: Uint8Array, plan: Plan, size = bytes.length || 1): Taken[] {
  const scanner = new JsonScanner(plan);
  const taken: Taken[] = [];
  for (let at = 0; at < bytes.length; at += size) taken.push(...scanner.push(bytes.slice(at, at + size)));
  return [...taken, ...scanner.end()];
}

function faultOf(text: string | Uint8Array, plan: Plan): JsonFault | undefined {
  try {
    scan(typeof text === 'string' ? bytesOf(text) : text, plan);
    return undefined;
  } catch (error) {
    if (error instanceof JsonFault) return error;
    throw error;
  }
}

const children: Plan = (path) => (path.length === 0 ? 'enter' : 'take');
const named: Plan = ([key]) => (key === undefined ? 'enter' : key === 'wanted' ? 'take' : 'skip');

describe('scanning JSON', () => {
  test('hands out the same values however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (value, size, isWide) => {
          const bytes = bytesOf(JSON.stringify(value, null, isWide ? 2 : 0));
          const taken = scan(bytes, children, size);
          const isHolder = typeof value === 'object' && value !== null;
          const expected = isHolder
            ? Object.entries(value).map(([key, inner]) => [Array.isArray(value) ? Number(key) : key, inner])
            : [[undefined, value]];
          const found = taken.map(({ path, text }) => [path[0], JSON.parse(text)]);
          // JSON.stringify writes -0 as 0.
          expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
        },
      ),
    );
  });

  test('passes by what nobody wants, brackets and quotes in texts included', () => {
    const text = '{"a":{"x":"}]\\"","y":[1,[2]]},"wanted":{"id":576786105183930101},"b":"{","c":-1.5e3}';
    for (let size = 1; size < 20; size += 1) {
      expect(scan(bytesOf(text), named, size)).toEqual([
        { path: ['wanted'], text: '{"id":576786105183930101}' },
      ]);
    }
  });

  test('reads past a byte order mark', () => {
    expect(scan(bytesOf('\uFEFF{"wanted":1}'), named)).toEqual([{ path: ['wanted'], text: '1' }]);
  });

  test('every proper beginning of an object is cut short', () => {
    const text = '{"a":[1,{"b":"c"}],"wanted":{"d":null}}';
    for (let end = 1; end < text.length; end += 1) {
      expect(faultOf(text.slice(0, end), named)?.kind).toBe('cut');
    }
  });

  test.each([
    '',
    '  ',
    '{"a" 1}',
    '{"a":1,}',
    '{,}',
    '{a:1}',
    '{"a":1}}',
    '{"a":1} x',
    '[1 2]',
    '{"a":}',
    '{"a":1 "b":2}',
  ])('tells that %j is no JSON', (text) => {
    expect(faultOf(text, named)?.kind).toBe('syntax');
  });

  test('tells bytes that are no UTF-8, in what it takes', () => {
    const latin = Uint8Array.from('{"wanted":"Caf\u00e9"}', (letter) => letter.charCodeAt(0));
    expect(faultOf(latin, named)?.kind).toBe('encoding');
    expect(faultOf(latin, children)?.kind).toBe('encoding');
  });

  test('refuses one value that would fill the memory, and passes it by where nobody wants it', () => {
    const huge = `"${'x'.repeat(17 * 1024 ** 2)}"`;
    expect(faultOf(`{"wanted":${huge}}`, named)?.kind).toBe('size');
    expect(faultOf(`{"other":${huge},"wanted":1}`, named)).toBeUndefined();
    expect(faultOf(`{${huge}:1}`, named)?.kind).toBe('size');
  });
});
