import { expect, test } from 'vitest';
import { COMMANDS, type Command, maySend, type Sender } from '../../lib/messages/protocol.ts';
import {
  answer,
  type Caller,
  type Handlers,
  identify,
  type MessageSender,
} from '../../lib/messages/server.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import { SELLER_HOSTS } from '../../lib/model/market.ts';
import { makeOrder } from '../history/build.ts';

const OWN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

const IMPORT = {
  importId: 'i1',
  fileName: 'orders.json',
  sourceId: 'files/orderlens-json',
  account: 'file:Me',
  seenAt: 1,
  orders: [],
  records: [],
  misses: [],
  brokenCount: 0,
};

const OWN_DISPATCH = {
  accountKey: 'seller|acc',
  setAt: 1,
  kind: 'dispatch',
  workingDays: 1,
  cutOff: '12:00',
  timeZone: null,
};

// One valid message for each command, by hand.
const VALID: Record<Command, unknown> = {
  'capture.submit': {
    url: 'https://seller-us.tiktok.com/api',
    requestText: '',
    bodyText: '{}',
    userId: '7478689000000000001',
  },
  'capture.dropped': { reason: 'bytes', count: 1 },
  'overlay.read': { orderIds: ['577000000000000001'] },
  'overlay.readBuyer': { orderIds: ['577000000000000001'] },
  'overlay.fold': { isFolded: true },
  'access.sync': {},
  'overlay.show': { isFolded: false },
  'account.rename': { key: 'seller|acc', label: 'My shop' },
  'capture.undo': { captureId: 'c1' },
  'history.check': { repair: false },
  'history.erase': {},
  'spending.setBudgets': { budgets: [{ seller: null, currency: 'USD', amountMinor: 40_000 }] },
  'spending.setRules': { rules: [{ by: 'word', text: 'mug', category: 'Kitchen' }] },
  'note.add': { orderKey: 'buyer|acc|1', kind: 'note', text: 'Asked the shop' },
  'note.edit': { key: 'n1', text: 'Asked again' },
  'note.delete': { key: 'n1' },
  'change.ask': { orderKey: 'buyer|acc|1', what: 'address', text: '' },
  'change.close': { key: 'n1' },
  'alerts.setSettings': { settings: DEFAULT_ALERT_SETTINGS },
  'alerts.setOwnRules': { rules: [] },
  'alerts.mark': { ids: ['ship-by|seller|acc|1|2|overdue'], as: 'done' },
  'alerts.snooze': { ids: ['ship-by|seller|acc|1|2|overdue'], untilAt: 3 },
  'alerts.show': {},
  'feed.seen': { changeId: 7 },
  'rulebook.setOverrides': { overrides: [OWN_DISPATCH] },
  'import.add': { ...IMPORT, orders: [makeOrder({})] },
};
const NAMES = Object.keys(COMMANDS) as Command[];

/** Handlers that note which command reached them and with what. */
function record(): { handlers: Handlers; calls: [string, unknown, Caller][] } {
  const calls: [string, unknown, Caller][] = [];
  const entries = NAMES.map((name) => [
    name,
    async (data: unknown, caller: Caller) => {
      calls.push([name, data, caller]);
      return { done: name };
    },
  ]);
  return { handlers: Object.fromEntries(entries) as unknown as Handlers, calls };
}

interface Known {
  what: string;
  sender: MessageSender;
  from: Sender | null;
}

const tab = { id: 1, incognito: false };
const page = (what: string, origin: string, from: Sender | null = null): Known => ({
  what,
  sender: { origin, frameId: 0, tab },
  from,
});
const US = 'https://seller-us.tiktok.com';
const BUYER = 'https://www.tiktok.com';

const SENDERS: Known[] = [
  { what: 'our popup', sender: { origin: OWN }, from: 'own' },
  { what: 'our page in a tab', sender: { origin: OWN, frameId: 0, tab }, from: 'own' },
  { what: 'our page in a frame', sender: { origin: OWN, frameId: 3, tab }, from: null },
  {
    what: 'our page in a private window',
    sender: { origin: OWN, tab: { id: 1, incognito: true } },
    from: null,
  },
  ...SELLER_HOSTS.map(({ host }) => page(host, `https://${host}`, 'seller')),
  page('the buyer site', BUYER, 'buyer'),
  { what: 'a sub-frame of a shop', sender: { origin: US, frameId: 4, tab }, from: null },
  {
    what: 'a private window',
    sender: { origin: US, frameId: 0, tab: { id: 1, incognito: true } },
    from: null,
  },
  { what: 'a sub-frame of the buyer site', sender: { origin: BUYER, frameId: 2, tab }, from: null },
  {
    what: 'the buyer site in a private window',
    sender: { origin: BUYER, frameId: 0, tab: { id: 1, incognito: true } },
    from: null,
  },
  { what: 'the buyer site without a tab', sender: { origin: BUYER, frameId: 0 }, from: null },
  { what: 'a shop without a tab', sender: { origin: US, frameId: 0 }, from: null },
  { what: 'no origin', sender: { frameId: 0, tab }, from: null },
  { what: 'no origin, no tab', sender: {}, from: null },
  page('an empty origin', ''),
  page('a sandboxed page', 'null'),
  page('plain http', 'http://seller-us.tiktok.com'),
  page('another port', `${US}:8443`),
  page('a longer host', 'https://seller-us.tiktok.com.evil.com'),
  page('a host before', 'https://evil.seller-us.tiktok.com'),
  page('a host with a prefix', 'https://xseller-us.tiktok.com'),
  page('a trailing dot', `${US}.`),
  page('a trailing slash', `${US}/`),
  page('capital letters', 'https://SELLER-US.TIKTOK.COM'),
  page('user info', 'https://evil@seller-us.tiktok.com'),
  page('a foreign site', 'https://example.com'),
  page('the buyer site over http', 'http://www.tiktok.com'),
  page('the site without www', 'https://tiktok.com'),
  page('the mall', 'https://shop.tiktok.com'),
  page('another extension', 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba'),
  page('an origin that begins like ours', `${OWN}.evil.com`),
  page('__proto__', 'https://__proto__'),
  page('constructor', 'https://constructor'),
  page('file', 'file://'),
];

test.each(SENDERS)('$what is identified', ({ sender, from }) => {
  expect(identify(sender, OWN)?.from ?? null).toBe(from);
});

test('a page is known by its own host', () => {
  expect(identify({ origin: US, frameId: 0, tab }, OWN)).toEqual({
    from: 'seller',
    host: 'seller-us.tiktok.com',
  });
  expect(identify({ origin: BUYER, frameId: 0, tab }, OWN)).toEqual({
    from: 'buyer',
    host: 'www.tiktok.com',
  });
  expect(identify({ origin: OWN, tab }, OWN)).toEqual({ from: 'own', host: '' });
});

// By hand: what each kind of page may send. Everything else is for our own pages.
const PAGE: Command[] = ['capture.submit', 'capture.dropped', 'overlay.fold', 'alerts.show'];
const ALLOWED: Record<Sender, Command[]> = {
  seller: [...PAGE, 'overlay.read'],
  buyer: [...PAGE, 'overlay.readBuyer'],
  own: NAMES.filter((name) => !PAGE.includes(name) && !name.startsWith('overlay.read')),
};

const MATRIX = SENDERS.flatMap((known) => NAMES.map((command) => ({ ...known, command })));

test.each(MATRIX)('$what sends $command', async ({ sender, from, command }) => {
  const { handlers, calls } = record();
  const caller = identify(sender, OWN);
  const reply = await answer({ command, data: VALID[command] }, caller, handlers);
  const isAllowed = from !== null && ALLOWED[from].includes(command);
  expect(reply).toEqual(isAllowed ? { ok: true, reply: { done: command } } : { ok: false, error: 'Refused' });
  expect(calls.map(([name]) => name)).toEqual(isAllowed ? [command] : []);
});

// What must never come from a page: the commands that change or delete the history by themselves.
test.each([
  'access.sync',
  'account.rename',
  'capture.undo',
  'history.check',
  'history.erase',
  'import.add',
  'alerts.setSettings',
  'alerts.setOwnRules',
  'alerts.mark',
  'alerts.snooze',
  'feed.seen',
  'rulebook.setOverrides',
] as const)('%s is ours alone', (command) => {
  expect(COMMANDS[command].from).toBe('own');
});

const CALLERS: Caller[] = [
  { from: 'own', host: '' },
  { from: 'seller', host: 'seller-us.tiktok.com' },
  { from: 'buyer', host: 'www.tiktok.com' },
];
const MALFORMED: unknown[] = [
  undefined,
  null,
  7,
  'history.erase',
  [],
  ['history.erase'],
  {},
  { data: {} },
  { command: 7, data: {} },
  { command: ['history.erase'], data: {} },
  { command: '', data: {} },
  { command: '__proto__', data: {} },
  { command: 'constructor', data: {} },
  { command: 'toString', data: {} },
  { command: 'hasOwnProperty', data: {} },
  { command: 'HISTORY.ERASE', data: {} },
  { command: 'history.erase ', data: {} },
  JSON.parse('{"__proto__":{"command":"history.erase","data":{}}}'),
];

test.each(MALFORMED.flatMap((message) => CALLERS.map((caller) => ({ message, caller }))))(
  '$message from $caller.from is refused',
  async ({ message, caller }) => {
    const { handlers, calls } = record();
    expect(await answer(message, caller, handlers)).toEqual({ ok: false, error: 'Refused' });
    expect(calls).toEqual([]);
  },
);

const callerOf = (command: Command): Caller => {
  const from = (['own', 'seller', 'buyer'] as const).find((sender) => maySend(sender, command));
  return { from: from ?? 'own', host: 'seller-us.tiktok.com' };
};
const text = (length: number) => 'x'.repeat(length);
const WRONG: [Command, unknown][] = [
  ...NAMES.flatMap((name): [Command, unknown][] => [
    [name, undefined],
    [name, null],
    [name, 'data'],
    [name, 7],
  ]),
  ['capture.submit', { url: 'u', requestText: '' }],
  ['capture.submit', { url: 7, requestText: '', bodyText: '' }],
  ['capture.submit', { url: text(8193), requestText: '', bodyText: '' }],
  ['capture.submit', { url: '', requestText: text(262_145), bodyText: '' }],
  ['capture.submit', { url: '', requestText: '', bodyText: text(8_388_609) }],
  ['capture.submit', { url: '', requestText: '', bodyText: { code: 0 } }],
  ['capture.submit', { url: '', requestText: '', bodyText: ['{}'] }],
  ...['', 'x7', '7'.repeat(26), 7, null].map((userId): [Command, unknown] => [
    'capture.submit',
    { url: '', requestText: '', bodyText: '', userId },
  ]),
  ['capture.dropped', { reason: 'because', count: 1 }],
  ['capture.dropped', { reason: ['rate'], count: 1 }],
  ['capture.dropped', { reason: 'rate', count: 0 }],
  ['capture.dropped', { reason: 'rate', count: 100_001 }],
  ['capture.dropped', { reason: 'rate', count: 1.5 }],
  ['capture.dropped', { reason: 'rate', count: Number.NaN }],
  ['overlay.read', { orderIds: '577000000000000001' }],
  ['overlay.read', { orderIds: [577_000_000_000_000] }],
  ['overlay.read', { orderIds: ['57700000000000000X'] }],
  ['overlay.read', { orderIds: ['577000000000000001\n'] }],
  ['overlay.read', { orderIds: ['12345678901234'] }],
  ['overlay.read', { orderIds: ['123456789012345678901'] }],
  ['overlay.read', { orderIds: Array.from({ length: 201 }, () => '577000000000000001') }],
  ['overlay.fold', { isFolded: 'yes' }],
  ['overlay.show', { isFolded: 1 }],
  ['account.rename', { key: '', label: null }],
  ['account.rename', { key: 'k', label: text(61) }],
  ['account.rename', { key: 'k' }],
  ['capture.undo', { captureId: '' }],
  ['capture.undo', { captureId: text(201) }],
  ['capture.undo', { captureId: 7 }],
  ['history.check', { repair: 'true' }],
  ['alerts.setSettings', { settings: { ...DEFAULT_ALERT_SETTINGS, digestAt: '24:00' } }],
  ['alerts.setSettings', { settings: { ...DEFAULT_ALERT_SETTINGS, shipByHours: [0] } }],
  ['alerts.setSettings', { settings: { ...DEFAULT_ALERT_SETTINGS, channels: { 'ship-by': 'shout' } } }],
  ['alerts.setOwnRules', { rules: [{ id: 'r', name: '' }] }],
  ['alerts.mark', { ids: 'ship-by', as: 'done' }],
  ['alerts.mark', { ids: [], as: 'gone' }],
  ['alerts.snooze', { ids: [], untilAt: -1 }],
  ['alerts.snooze', { ids: [text(701)], untilAt: 1 }],
  ['feed.seen', { changeId: 1.5 }],
  ['rulebook.setOverrides', { overrides: [{ ...OWN_DISPATCH, workingDays: -1 }] }],
  ['rulebook.setOverrides', { overrides: [{ ...OWN_DISPATCH, cutOff: '24:00' }] }],
  ['rulebook.setOverrides', { overrides: [{ ...OWN_DISPATCH, kind: 'free-cancel' }] }],
  ['import.add', { ...IMPORT, fileName: text(301), orders: [] }],
  ['import.add', { ...IMPORT, orders: [{}] }],
  ['import.add', { ...IMPORT, sourceId: 'seller/order-list' }],
  ['import.add', { ...IMPORT, records: [{ kind: 'secret', id: '1' }] }],
  ['import.add', { ...IMPORT, orders: [{ ...makeOrder({}), id: 5 }] }],
  ['import.add', { ...IMPORT, orders: [{ ...makeOrder({}), placedAt: -1 }] }],
  ['import.add', { ...IMPORT, orders: Array.from({ length: 1001 }, () => makeOrder({})) }],
];

test.each(WRONG)('%s with wrong data is refused (case %#)', async (command, data) => {
  const { handlers, calls } = record();
  const caller = callerOf(command);
  expect(await answer({ command, data }, caller, handlers)).toEqual({ ok: false, error: 'Refused' });
  expect(calls).toEqual([]);
});

test.each(NAMES)('%s does not pass extra fields on', async (command) => {
  const { handlers, calls } = record();
  const caller = callerOf(command);
  const data = { ...(VALID[command] as object), host: 'evil.com', isAdmin: true };
  expect((await answer({ command, data, from: 'own' }, caller, handlers)).ok).toBe(true);
  expect(calls[0]?.[1]).toEqual(VALID[command]);
  expect(calls[0]?.[2]).toBe(caller);
});

test('a handler that fails answers with its reason and does not throw', async () => {
  const { handlers } = record();
  handlers['history.erase'] = () => Promise.reject(new Error('The disk is full'));
  const reply = await answer({ command: 'history.erase', data: {} }, { from: 'own', host: '' }, handlers);
  expect(reply).toEqual({ ok: false, error: 'The disk is full' });
});
