import { expect, test } from 'vitest';
import { COMMANDS, type Command, type Sender } from '../../lib/messages/protocol.ts';
import { answer, type Caller, identify, type MessageSender } from '../../lib/messages/server.ts';
import { SELLER_HOSTS } from '../../lib/model/market.ts';
import { NAMES, record, VALID } from './server-messages.ts';

const OWN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

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

test('a handler that fails answers with its reason and does not throw', async () => {
  const { handlers } = record();
  handlers['history.erase'] = () => Promise.reject(new Error('The disk is full'));
  const reply = await answer({ command: 'history.erase', data: {} }, { from: 'own', host: '' }, handlers);
  expect(reply).toEqual({ ok: false, error: 'The disk is full' });
});
