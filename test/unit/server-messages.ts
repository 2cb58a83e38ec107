import { COMMANDS, type Command } from '../../lib/messages/protocol.ts';
import type { Caller, Handlers } from '../../lib/messages/server.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import { makeOrder } from '../history/build.ts';

/** A part of an import without its orders. */
export const IMPORT = {
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

/** A shop's own rule for when to ship. */
export const OWN_DISPATCH = {
  accountKey: 'seller|acc',
  setAt: 1,
  kind: 'dispatch',
  workingDays: 1,
  cutOff: '12:00',
  timeZone: null,
};

/** One valid message for each command, by hand. */
export const VALID: Record<Command, unknown> = {
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
export const NAMES = Object.keys(COMMANDS) as Command[];

/** Handlers that note which command reached them and with what. */
export function record(): { handlers: Handlers; calls: [string, unknown, Caller][] } {
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
