import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parseTolerant, pathName, typeName } from '../../lib/sources/tolerant.ts';

const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
const Line = z.object({ title: z.string(), time: z.number(), note: maybe(z.string()) });
const Parcel = z.object({
  id: z.string(),
  size: maybe(z.object({ width: maybe(z.number()), height: maybe(z.number()) })),
  lines: maybe(z.array(Line)),
});

const good = { id: '5', size: { width: 1, height: 2 }, lines: [{ title: 'a', time: 1 }] };

test('what fits is read and nothing is missed', () => {
  expect(parseTolerant(Parcel, good, 'p')).toEqual({ value: good, misses: [] });
});

test('a field of the wrong type goes, its neighbours stay', () => {
  const { value, misses } = parseTolerant(Parcel, { ...good, size: { width: 'wide', height: 2 } }, 'p[]');
  expect(value).toEqual({ ...good, size: { height: 2 } });
  expect(misses).toEqual([{ path: 'p[].size.width', expected: 'number', got: 'string' }]);
});

test('an object of the wrong type goes as a whole', () => {
  const { value, misses } = parseTolerant(Parcel, { ...good, size: 'big', lines: {} }, '');
  expect(value).toEqual({ id: '5' });
  expect(misses).toContainEqual({ path: 'size', expected: 'object', got: 'string' });
  expect(misses).toContainEqual({ path: 'lines', expected: 'array', got: 'object' });
});

test('a list keeps its good entries', () => {
  const lines = [{ title: 'a', time: 1 }, 7, { title: 'b', time: 2 }, null, { title: 'c', time: 3 }];
  const { value, misses } = parseTolerant(Parcel, { id: '5', lines }, '');
  expect(value?.lines?.map((line) => line.title)).toEqual(['a', 'b', 'c']);
  expect(misses.map((miss) => `${miss.path} ${miss.got}`).toSorted()).toEqual([
    'lines[] null',
    'lines[] number',
  ]);
});

test('an entry without what it needs goes, and only that entry', () => {
  const lines = [{ title: 'a', time: 1 }, { title: 'b' }, { title: 'c', time: 3 }];
  const { value } = parseTolerant(Parcel, { id: '5', lines }, '');
  expect(value?.lines?.map((line) => line.title)).toEqual(['a', 'c']);
});

test('an entry with several faults goes alone', () => {
  const lines = [{ title: 'a', time: 1 }, {}, { title: 'c', time: 3 }, {}, {}, { title: 'f', time: 6 }];
  const { value, misses } = parseTolerant(Parcel, { id: '5', lines }, '');
  expect(value?.lines?.map((line) => line.title)).toEqual(['a', 'c', 'f']);
  // Each kind of fault once.
  expect(misses.length).toBeGreaterThanOrEqual(2);
  expect(misses.every((miss) => miss.got === 'absent')).toBe(true);
});

test.each([
  [{ lines: [] }, 'id', 'absent'],
  [{ id: null }, 'id', 'null'],
  [{ id: 5 }, 'id', 'number'],
  [{ id: ['5'] }, 'id', 'array'],
])('%j has no identity', (input, path, got) => {
  const { value, misses } = parseTolerant(Parcel, input, '');
  expect(value).toBeUndefined();
  expect(misses).toContainEqual({ path, expected: 'string', got });
});

test.each([null, undefined, 7, 'text', true, [], [{}]])('%j is nothing that can be repaired', (input) => {
  const { value, misses } = parseTolerant(Parcel, input, 'root');
  expect(value).toBeUndefined();
  expect(misses.length).toBeGreaterThan(0);
});

test('the input is not changed', () => {
  const input = { id: '5', size: { width: 'wide' }, lines: [{}, { title: 'a', time: 1 }] };
  const copy = structuredClone(input);
  parseTolerant(Parcel, input, '');
  expect(input).toEqual(copy);
});

/** What may stand for a line: a good one, or one with a fault of its own. */
const anyLine = fc.oneof(
  fc.record({ title: fc.string(), time: fc.integer() }),
  fc.record({
    title: fc.string(),
    time: fc.integer(),
    note: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
  }),
  fc.record(
    { title: fc.oneof(fc.string(), fc.integer()), time: fc.oneof(fc.integer(), fc.string()) },
    { requiredKeys: [] },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const isGood = (line: unknown): boolean =>
  typeof line === 'object' &&
  line !== null &&
  typeof Reflect.get(line, 'title') === 'string' &&
  typeof Reflect.get(line, 'time') === 'number';

test('of any list, exactly the entries with a title and a time survive, in their order', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const { value, misses } = parseTolerant(Parcel, { id: '5', lines }, '');
      const kept = value?.lines?.map((line) => [line.title, line.time]);
      const wanted = (lines.filter(isGood) as { title: string; time: number }[]).map((l) => [
        l.title,
        l.time,
      ]);
      expect(kept).toEqual(wanted);
      if (wanted.length < lines.length) expect(misses.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [null, 'null'],
  [undefined, 'absent'],
  [[], 'array'],
  [{}, 'object'],
  ['', 'string'],
  [0, 'number'],
])('%j is of type %s', (value, name) => {
  expect(typeName(value)).toBe(name);
});

test.each<[PropertyKey[], string]>([
  [['main_orders', 0, 'price_module', 'grand_total'], 'r.main_orders[].price_module.grand_total'],
  [['576786105183930101'], 'r.*'],
  [['Nguyễn Văn A'], 'r.*'],
  [['jane@example.com', 'x'], 'r.*.x'],
  [['+84 965 000 068'], 'r.*'],
  [['a b'], 'r.*'],
  [['k'.repeat(49)], 'r.*'],
  [[''], 'r.*'],
  [[3, 4], 'r[][]'],
])('the path %j is told as %s', (path, name) => {
  expect(pathName('r', path)).toBe(name);
});

test('a path without a root begins with its first key', () => {
  expect(pathName('', ['code'])).toBe('code');
  expect(pathName('', [0, 'code'])).toBe('[].code');
});
