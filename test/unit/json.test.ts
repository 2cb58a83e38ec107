import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan, MAX_JSON_DEPTH, parseJson } from '../../lib/sources/json.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test('a bare number beyond 2^53 keeps every digit, as text', () => {
  const text = '{"auction_module":{"live_room_id":7649102219992369933}}';
  expect(parseJson(text)).toEqual({ auction_module: { live_room_id: '7649102219992369933' } });
});

test.each([
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', '9007199254740992'],
  ['9007199254740993', '9007199254740993'],
  ['-9007199254740993', '-9007199254740993'],
  ['1234567890123456', 1234567890123456],
  ['1789000000000', 1789000000000],
  ['0.1234567890123456789', 0.12345678901234568],
])('[%s] reads as %j', (source, value) => {
  expect(parseJson(`[${source}]`)).toEqual([value]);
  expect(parseJson(`{"a": ${source}}`)).toEqual({ a: value });
  expect(parseJson(`[1,\n\t${source} ]`)).toEqual([1, value]);
});

test('any integer comes back with all its digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (value) => {
      const [read] = parseJson(`[${value}]`) as unknown[];
      const isSafe = value >= -(2n ** 53n) + 1n && value <= 2n ** 53n - 1n;
      expect(read).toBe(isSafe ? Number(value) : String(value));
    }),
  );
});

test('digits inside strings stay as they are', () => {
  const texts = [
    '7649102219992369933',
    ',7649102219992369933',
    ': 7649102219992369933',
    '[9007199254740993]',
  ];
  expect(parseJson(JSON.stringify({ texts, id: '576786105183930101' }))).toEqual({
    texts,
    id: '576786105183930101',
  });
});

test('everything else reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/\d{16}/.test(text));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('a depth beyond the limit is refused before it is parsed', () => {
  expect(() => parseJson(nested(10_000))).toThrow(RangeError);
  expect(() => parseJson(`{"data":${nested(MAX_JSON_DEPTH)}}`)).toThrow(RangeError);
  expect(parseJson(nested(MAX_JSON_DEPTH))).toBeInstanceOf(Array);
  expect(() => parseJson('{"a":'.repeat(10_000))).toThrow(RangeError);
});

test.each([
  [nested(3), 3],
  ['[[],[],[]]', 2],
  ['{"a":{"b":[{}]}}', 4],
  ['"[[[[[["', 0],
  ['{"[[[{":"]]]]{{{"}', 1],
  ['["a\\"[[[["]', 1],
  ['["a\\\\",[[]]]', 3],
  ['["\\\\\\"[[[["]', 1],
  ['["\\u005b[[[["]', 1],
  ['', 0],
  ['7', 0],
])('%s is %i deep', (text, depth) => {
  expect(isDeeperThan(text, depth)).toBe(false);
  if (depth > 0) expect(isDeeperThan(text, depth - 1)).toBe(true);
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('the depth is that of the value, whatever stands in its strings', () => {
  const text = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a', ',', ':', '\n') });
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 5 }, text, fc.array(tie('node')), fc.dictionary(text, tie('node'))),
  })).node;
  fc.assert(
    fc.property(tree, (value) => {
      const json = JSON.stringify(value);
      expect(isDeeperThan(json, depthOf(value))).toBe(false);
      if (depthOf(value) > 0) expect(isDeeperThan(json, depthOf(value) - 1)).toBe(true);
    }),
  );
});

test('a list full of backslashes is read once', () => {
  const text = `["${'\\\\'.repeat(2_000_000)}"]`;
  const start = performance.now();
  expect(isDeeperThan(text, 1)).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each([
  '{"code":0,"data":{"main_orders":[{"ma',
  '[1,2',
  '{"a":"b',
  '"abc',
  '',
  '{"a":}',
  "{'a':1}",
  '[1,]',
])('the truncated or foreign text %j is a SyntaxError', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});

test('a key named __proto__ is a key and no prototype', () => {
  const value = parseJson('{"__proto__":{"polluted":1},"id":9007199254740993}') as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
