import { expect, test } from 'vitest';
import { SOURCES } from '../../lib/sources/registry.ts';
import { readOrdersFile } from '../history/read-orders-file.ts';
import { FIXTURES, missTexts, PAGE_FIXTURES, readFixture } from './fixtures.ts';

test.each(PAGE_FIXTURES)('$name', (fixture) => {
  const { misses, ...reading } = readFixture(fixture);
  const { misses: wanted, ...expected } = fixture.expected;
  expect(reading).toEqual(expected);
  expect(missTexts(misses)).toEqual(expect.arrayContaining(missTexts(wanted)));
  // Beside the misses stand hints where a lost field may have gone; anything else would be a miss too many.
  const known = wanted.map(({ path }) => path);
  expect(misses.filter(({ path, got }) => got !== 'unread' && !known.includes(path))).toEqual([]);
});

const files = FIXTURES.filter(({ name }) => name.startsWith('orderlens-json.'));

test.each(files)('$name', ({ answerText, expected }) => {
  if (expected.error === undefined) expect(readOrdersFile(answerText)).toEqual(expected.orders);
  else expect(() => readOrdersFile(answerText)).toThrow(expected.error);
});

test('every source of Seller Center has a golden fixture and a drift case', () => {
  const sellers = SOURCES.filter(({ id }) => id.startsWith('seller/'));
  const ids = [...sellers.map(({ id }) => id.split('/')[1]), 'orderlens-json'];
  for (const id of ids) {
    const cases = FIXTURES.filter(({ name }) => name.startsWith(`${id}.`)).map(
      ({ name }) => name.split('.')[3],
    );
    expect(cases.length, id).toBeGreaterThanOrEqual(2);
    expect(cases, id).toContain('drift');
  }
});

test('every market of the list has a fixture, and every name has its four parts', () => {
  const markets = FIXTURES.filter(({ name }) => name.startsWith('order-list.')).map(
    ({ name }) => name.split('.')[1],
  );
  expect(new Set(markets)).toEqual(new Set(['us', 'vn', 'id', 'br', 'xb']));
  for (const { name } of FIXTURES) expect(name).toMatch(/^[a-z-]+\.[a-z]{2}\.\d{4}-\d{2}\.[a-z-]+$/);
});

test('no fixture holds anything else than made-up ids', () => {
  for (const { answerText } of FIXTURES) {
    const ids = answerText.match(/\b57\d{13,17}\b/g) ?? [];
    expect(ids.every((id) => /^577[1-5]0{9}/.test(id))).toBe(true);
  }
});
