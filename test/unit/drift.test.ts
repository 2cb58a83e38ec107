import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { takeCensus } from '../../lib/sources/drift.ts';

const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
const Schema = z.object({
  id: z.union([z.string(), z.number()]),
  price: maybe(z.object({ total: maybe(z.object({ value: z.string() })) })),
  lines: maybe(z.array(z.object({ sku: z.string() }))),
  counts: z.optional(z.record(z.string(), z.number())),
});

const census = (value: unknown, root = '') => {
  const { understood, unread } = takeCensus(Schema, value, root);
  return { understood: [...understood].sort(), unread: [...unread].sort() };
};

test('leaf fields are told apart: those that are read and those that are passed by', () => {
  const value = {
    id: '5',
    price: { total: { value: '1.00', symbol: '$' }, tax: 3 },
    lines: [{ sku: 'a' }, { sku: 'b', colour: 'red' }],
    extra: { deep: [{ er: 1 }] },
  };
  expect(census(value, 'o[]')).toEqual({
    understood: ['o[].id', 'o[].lines[].sku', 'o[].price.total.value'],
    unread: ['o[].extra.deep[].er', 'o[].lines[].colour', 'o[].price.tax', 'o[].price.total.symbol'],
  });
});

test('a null or a scalar where an object should stand is a leaf of its own', () => {
  expect(census({ id: 1, price: null, lines: 'none' })).toEqual({
    understood: ['id', 'lines', 'price'],
    unread: [],
  });
});

test('keys that are ids or names become a star', () => {
  const value = { '576786105183930101': 1, 'Jane Doe': { ssn: 2 }, counts: { '101': 4, '1100': 2 } };
  expect(census(value)).toEqual({ understood: ['counts.*'], unread: ['*', '*.ssn'] });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a key named %s is no field', (key) => {
  const value = JSON.parse(`{"${key}":{"polluted":1}}`);
  expect(census(value)).toEqual({ understood: [], unread: [`${key}.polluted`] });
});

test('depth and strange values end the census, not the program', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 5000; level += 1) deep = { a: deep };
  expect(census(deep).unread).toHaveLength(1);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { understood, unread } = census(value);
      expect(understood.filter((path) => unread.includes(path))).toEqual([]);
    }),
  );
});

test('no value of a payload stands in a path', () => {
  const value = fc
    .string({ minLength: 4, unit: fc.constantFrom('Q', 'W', '7', 'ß') })
    .map((text) => `Q7${text}`);
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      value,
      fc.array(tie('node')),
      fc.dictionary(fc.constantFrom('id', 'price', 'x'), tie('node')),
    ),
  })).node;
  fc.assert(
    fc.property(tree, (payload) => {
      const { understood, unread } = census(payload);
      expect([...understood, ...unread].join()).not.toMatch(/Q7/);
    }),
  );
});
