/** An entry of a list as somebody hostile would send it, as JSON text. */
export interface Hostile {
  name: string;
  text: string;
  /** What becomes of it: an order, or an entry that is counted as broken. */
  is: 'order' | 'broken';
  /** Whether the drift report must say something of it; names and long texts are no drift. Null: it may. */
  isOdd: boolean | null;
}

const ID = '577900000000000001';

/** The good entry of an order, with some of its parts replaced by JSON texts. */
export function entryText(id: string, parts: Record<string, string> = {}): string {
  const all: Record<string, string> = {
    main_order_id: JSON.stringify(id),
    trade_order_module: '{"create_time":"1795237200"}',
    order_status_module: '[{"sku_display_status":111}]',
    price_module: '{"grand_total":{"price_val":"12.50","currency":"USD"}}',
    sku_module: '[{"sku_id":"1730","product_name":"Mug","order_line_ids":["1"]}]',
    ...parts,
  };
  return `{${Object.entries(all)
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
    .join()}}`;
}

const odd = (name: string, parts: Record<string, string>, isOdd: boolean | null = true): Hostile => ({
  name,
  text: entryText(ID, parts),
  is: 'order',
  isOdd,
});
const broken = (name: string, text: string): Hostile => ({ name, text, is: 'broken', isOdd: true });
const time = (value: string) => ({ trade_order_module: `{"create_time":${value}}` });
const price = (value: string) => ({
  price_module: `{"grand_total":{"price_val":${value},"currency":"USD"}}`,
});
const title = (text: string) => ({
  sku_module: `[{"product_name":${JSON.stringify(text)},"sku_name":${JSON.stringify(text)}}]`,
  logistics_info_module: `[{"fulfill_unit_id":"1","logistics_detail_item":{"timestamp":1795237200140,"display_msg":${JSON.stringify(text)}}}]`,
  buyer_info_module: `{"buyer_nickname":${JSON.stringify(text)}}`,
  delivery_module: `[{"fulfill_unit_id":"1","tracking_no":${JSON.stringify(text)}}]`,
});
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const many = (count: number, text: string) => `[${`${text},`.repeat(count - 1)}${text}]`;

export const NAMES: Record<string, string> = {
  markup: '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'a javascript: address': 'javascript:alert(document.cookie)',
  'bidi marks': '\u202eevil\u202c \u2066gpj.exe\u2069 \u200f',
  'NUL characters': 'a\u0000b\u0000',
  'a lone surrogate': 'cut in the middle \ud83d',
  'lone surrogates alone': '\udc00\ud800',
  'a formula': '=HYPERLINK("https://evil.example","x")',
  'line separators': 'a\u2028b\u2029c\r\n',
  'a slash and a dot': 'a/b.c|d%2F',
  __proto__: '__proto__',
  '100,000 letters': 'x'.repeat(100_000),
};

const PROTO = '{"polluted":1}';

export const HOSTILE: readonly Hostile[] = [
  ...Object.entries(NAMES).map(([name, text]) => odd(`${name} for every name`, title(text), false)),
  odd('__proto__ beside the id', { ['__proto__']: PROTO, constructor: PROTO, prototype: PROTO }, false),
  odd(
    '__proto__ in a module',
    { trade_order_module: `{"__proto__":${PROTO},"create_time":"1795237200"}` },
    false,
  ),
  odd('constructor in money', {
    price_module: `{"grand_total":{"constructor":{"prototype":${PROTO}},"__proto__":${PROTO}}}`,
  }),
  odd('a list for a module', { price_module: '[]', trade_order_module: '[[]]' }),
  odd('an object for a list', { sku_module: '{"0":{}}', order_status_module: '{}' }),
  odd('texts for modules', { price_module: '"12.50"', sku_module: '"Mug"' }),
  odd('a number for a text status', { order_status_module: '[{"sku_display_status":"111"}]' }),
  odd('statuses beyond all', {
    order_status_module: '[{"sku_display_status":1e308},{"sku_display_status":-1}]',
  }),
  odd('a time that is NaN', time('"NaN"')),
  odd('a time that is Infinity', time('1e999')),
  odd('a time before 1970', time('-1795237200')),
  odd('a time as a negative text', time('"-1795237200"')),
  odd('the year 275761', time('8640000000001000')),
  odd('the end of all time', time('8640000000000000'), false),
  odd('a total that is NaN', price('"NaN"')),
  odd('a total that is Infinity', price('"Infinity"')),
  odd('a total beyond 2^53', price('"90071992547409.92"')),
  odd('a total with exponents', price('"1e300"')),
  odd('a negative quantity', { sku_module: '[{"sku_id":"1730","quantity":-3,"order_line_ids":["1"]}]' }),
  odd('empty ids of lines', { sku_module: '[{"sku_id":"","order_line_ids":["",""]}]' }, null),
  odd('a return without an id', { reverse_module: '[{"reverse_order_id":""}]' }),
  odd('ids of 10,000 characters', {
    sku_module: `[{"sku_id":"${'9'.repeat(10_000)}","order_line_ids":["${'8'.repeat(10_000)}"]}]`,
  }),
  odd('40 levels of nothing', { extra_module: nested(40), price_module: nested(40) }),
  odd('300,000 numbers for items', { sku_module: many(300_000, '7') }),
  odd('200,000 statuses', { order_status_module: many(200_000, '{"sku_display_status":117}') }),
  odd(
    '100,000 scans',
    {
      logistics_info_module: many(
        100_000,
        '{"fulfill_unit_id":"1","logistics_detail_item":{"timestamp":1,"display_msg":"x"}}',
      ),
    },
    false,
  ),
  odd('20,000 unknown fields', {
    price_module: `{${Array.from({ length: 20_000 }, (_, index) => `"f${index}":1`).join()}}`,
  }),
  broken('nothing', 'null'),
  broken('a text', '"order unavailable"'),
  broken('a list', '[]'),
  broken('an empty object', '{}'),
  broken('an id that is null', entryText(ID, { main_order_id: 'null' })),
  broken('an id that is empty', entryText(ID, { main_order_id: '""' })),
  broken('an id that is a list', entryText(ID, { main_order_id: '["577900000000000001"]' })),
  broken('an id that is half a number', entryText(ID, { main_order_id: '1.5' })),
  broken('an id of 10,000 characters', entryText('5'.repeat(10_000))),
  broken('an order whose id is in its prototype', `{"__proto__":${entryText(ID)}}`),
];
