import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../lib/sources/json.ts';
import type { Miss } from '../../lib/sources/source.ts';
import { PAGE_FIXTURES, readBody } from './fixtures.ts';
import { changed, placesOf } from './mutate.ts';

// Values that no path and no type name contains: capital letters and digits, at least four of them.
const mark = fc
  .array(fc.constantFrom('Q', 'X', 'Z', 'J', '7', '9', '0'), { minLength: 4, maxLength: 30 })
  .map((signs) => `QZ${signs.join('')}`);
const name = fc.constantFrom(
  'NGUYEN VAN A',
  'T*** A***',
  'JANE@EXAMPLE.COM',
  '+84 965 000 068',
  '12 MAIN ST',
);
const number = fc.integer({ min: 1_000_000, max: 9_999_999 });
const leaf = fc.oneof(mark, name, number, fc.constantFrom(null, true, ''));
// Names as keys have spaces, marks or digits first; a key that looks like a field name is one.
const key = fc.oneof(
  fc.constantFrom('main_order_id', 'price_val', 'title', 'odd_field'),
  number.map(String),
  name,
);
const odd = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(key, tie('node'), { maxKeys: 3 }),
  ),
})).node;

function textsOf(value: unknown): string[] {
  return [{ value }, ...placesOf(value)]
    .map((place) => place.value)
    .filter((inner) => typeof inner === 'string' || typeof inner === 'number')
    .map(String)
    .filter((text) => text.length >= 4);
}

/** The parts of values, four characters long, that stand in a miss. */
function leaks(misses: readonly Miss[], value: unknown): string[] {
  const told = misses.map(({ path, expected, got }) => `${path} ${expected} ${got}`).join('\n');
  return textsOf(value).flatMap((text) =>
    Array.from({ length: text.length - 3 }, (_, at) => text.slice(at, at + 4)).filter((part) =>
      told.includes(part),
    ),
  );
}

test.each(PAGE_FIXTURES)(
  '$name: whatever stands anywhere, a miss names paths and types only',
  ({ url, request, answerText }) => {
    const answer = parseJson(answerText);
    const places = placesOf(answer);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(places.length - 1), odd), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const body = changes.reduce<unknown>((root, [index, value]) => {
            const path = places[index]?.path ?? [];
            try {
              return changed(root, path, (holder, step) => {
                holder[step] = value;
              });
            } catch {
              // An earlier change has replaced what held this place.
              return root;
            }
          }, answer);
          const { misses } = readBody(url, request, body);
          expect(
            leaks(
              misses,
              changes.map(([, value]) => value),
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  },
);

test.each(PAGE_FIXTURES)(
  '$name: a miss has a path, what was expected and what was got',
  ({ url, request, answerText }) => {
    const answer = parseJson(answerText);
    const types = /^(null|absent|array|object|string|number|boolean|unread)$/;
    for (const { path } of placesOf(answer)) {
      const body = changed(answer, path, (holder, step) => {
        holder[step] = ['x', { y: 1 }];
      });
      for (const miss of readBody(url, request, body).misses) {
        expect(Object.keys(miss).sort()).toEqual(['expected', 'got', 'path']);
        expect(miss.path).toMatch(/^[A-Za-z0-9_.[\]*]+$/);
        expect(miss.expected).toMatch(/^[a-zA-Z_ ]+$/);
        expect(miss.got).toMatch(types);
      }
    }
  },
);
