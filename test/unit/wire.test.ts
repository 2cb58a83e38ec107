import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packHead, unpackHead } from '../../lib/capture/wire.ts';

// Any sequence of UTF-16 code units, lone surrogates and NUL included.
const anyText = fc
  .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0x2c, 0x3b, 0x30, 0x39, 0xd800, 0xdfff)), {
    maxLength: 60,
  })
  .map((units) => String.fromCharCode(...units));

test('what is packed comes out unchanged', () => {
  fc.assert(
    fc.property(anyText, anyText, (url, requestText) => {
      expect(unpackHead(packHead(url, requestText))).toEqual({ url, requestText });
    }),
    { numRuns: 3000 },
  );
});

test('long texts come out unchanged', () => {
  const url = `https://seller-us.tiktok.com/${'a'.repeat(500_000)}`;
  const requestText = '😀'.repeat(500_000);
  expect(unpackHead(packHead(url, requestText))).toEqual({ url, requestText });
});

test.each([
  undefined,
  null,
  7,
  {},
  [],
  { url: 'a', requestText: '' },
  '',
  'x',
  ',',
  '1',
  '1;a',
  '2,a',
  '-1,ab',
  '1.5,ab',
  ' 1,ab',
  '1 ,ab',
  '9999999,ab',
  '999999,short',
  '١,ab',
  '{"code":0,"data":{}}',
])('%j was not packed by us', (detail) => {
  expect(unpackHead(detail)).toBeUndefined();
});

test('any other text gives nothing, or two parts of itself', () => {
  const framed = fc.tuple(fc.nat(99), anyText).map(([length, rest]) => `${length},${rest}`);
  fc.assert(
    fc.property(fc.oneof(anyText, framed), (detail) => {
      const head = unpackHead(detail);
      if (!head) return;
      const prefix = detail.slice(0, detail.indexOf(',') + 1);
      expect(prefix + head.url + head.requestText).toBe(detail);
    }),
  );
});
