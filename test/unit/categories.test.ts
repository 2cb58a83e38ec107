import { expect, test } from 'vitest';
import { categorizer, OTHER_CATEGORY } from '../../lib/insights/categories.ts';
import type { CategoryRule } from '../../lib/model/spending.ts';
import { makeItem, makeOrder } from '../history/build.ts';

const order = (counterparty: string | null, ...names: string[]) =>
  makeOrder({ counterparty, items: names.map((name) => makeItem({ name })) });
const word = (text: string, category = 'Found'): CategoryRule => ({ by: 'word', text, category });
const shop = (text: string, category = 'Found'): CategoryRule => ({ by: 'seller', text, category });

test.each([
  ['mug', 'Mug, white', true],
  ['mug', 'Set of 2 MUGS', true],
  ['mug', 'Smuggler novel', false],
  ['mug', 'Smug mug', true],
  ['dress', 'Address book', false],
  ['tea pot', 'Small tea pot', true],
  ['30', 'Serum 30 ml', true],
  ['30', 'Serum 130 ml', false],
  ['ｍｕｇ', 'Mug', true],
  ['マグ', '白いマグカップ', true],
  ['đèn', 'Bóng đèn', true],
  ['-pack', '3-pack socks', true],
  [' ', 'Mug', false],
  ['(', 'Mug (blue)', true],
  ['.*', 'Mug', false],
])('the word "%s" in "%s": %s', (text, name, fits) => {
  expect(categorizer([word(text)])(order(null, 'Cable', name))).toBe(fits ? 'Found' : OTHER_CATEGORY);
});

test('a shop fits by its whole name, whatever the case', () => {
  const categoryOf = categorizer([shop('Lamp House')]);
  expect(categoryOf(order('LAMP HOUSE '))).toBe('Found');
  expect(categoryOf(order('Lamp House 2'))).toBe(OTHER_CATEGORY);
  expect(categoryOf(order(null))).toBe(OTHER_CATEGORY);
});

test('the first rule that fits decides', () => {
  const bought = order('Lamp House', 'Mug');
  expect(categorizer([word('mug', 'Kitchen'), shop('lamp house', 'Home')])(bought)).toBe('Kitchen');
  expect(categorizer([shop('lamp house', 'Home'), word('mug', 'Kitchen')])(bought)).toBe('Home');
  expect(categorizer([])(bought)).toBe(OTHER_CATEGORY);
});
