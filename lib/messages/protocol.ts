import * as z from 'zod/mini';
import { MAX_OWN_RULES } from '../model/alert.ts';
import { AlertSettings, OwnRule } from '../model/alert-schema.ts';
import { Order } from '../model/order-schema.ts';
import { ShopRecord } from '../model/record.ts';
import { MAX_RULE_OVERRIDES, RuleOverride } from '../model/rule-override.ts';
import { Budget, CategoryRule, MAX_BUDGETS, MAX_CATEGORY_RULES } from '../model/spending.ts';

/** Who sends: our content script on a granted host of sellers or of buyers, or one of our own pages. */
export type Sender = 'seller' | 'buyer' | 'own';

// Who may send a command; `page` is a content script of either kind.
type Allowed = Sender | 'page';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const orderIds = z.array(z.string().check(z.regex(/^\d{15,20}$/))).check(z.maxLength(200));

const orderKey = z.string().check(z.minLength(1), z.maxLength(500));
const alertIds = z.array(z.string().check(z.minLength(1), z.maxLength(700))).check(z.maxLength(1000));
const noteText = z.string().check(z.minLength(1), z.maxLength(5000));

/** Every command: who may send it, and what it must carry. What is not in this table is refused. */
export const COMMANDS = {
  /** A captured answer: its address, the request's body, its own text, and the buyer's id where the page tells it. */
  'capture.submit': {
    from: 'page',
    data: z.object({
      url: z.string().check(z.maxLength(8192)),
      requestText: z.string().check(z.maxLength(262_144)),
      bodyText: z.string().check(z.maxLength(8_388_608)),
      userId: z.optional(z.string().check(z.regex(/^\d{1,25}$/))),
    }),
  },
  /** The content script had to drop answers: too big, too deep or too many. */
  'capture.dropped': {
    from: 'page',
    data: z.object({
      reason: z.enum(['bytes', 'rate']),
      count: z.int().check(z.minimum(1), z.maximum(100_000)),
    }),
  },
  /** What the history knows of the orders that a page shows; of that host's shops only. */
  'overlay.read': { from: 'seller', data: z.object({ orderIds }) },
  /** The same for a buyer's page: what to say of each order. */
  'overlay.readBuyer': { from: 'buyer', data: z.object({ orderIds }) },
  /** The user folded the overlay away, or wants it back. */
  'overlay.fold': { from: 'page', data: z.object({ isFolded: z.boolean() }) },
  /** Hosts were granted or taken back: register and unregister the content scripts. */
  'access.sync': { from: 'own', data: z.object({}) },
  'overlay.show': { from: 'own', data: z.object({ isFolded: z.boolean() }) },
  'account.rename': {
    from: 'own',
    data: z.object({ key: id, label: z.nullable(z.string().check(z.maxLength(60))) }),
  },
  'capture.undo': { from: 'own', data: z.object({ captureId: id }) },
  'history.check': { from: 'own', data: z.object({ repair: z.boolean() }) },
  'history.erase': { from: 'own', data: z.object({}) },
  /** The monthly budgets, all of them. */
  'spending.setBudgets': {
    from: 'own',
    data: z.object({ budgets: z.array(Budget).check(z.maxLength(MAX_BUDGETS)) }),
  },
  /** The rules for categories, all of them, in the order in which they are tried. */
  'spending.setRules': {
    from: 'own',
    data: z.object({ rules: z.array(CategoryRule).check(z.maxLength(MAX_CATEGORY_RULES)) }),
  },
  /** An order's log: the user's own note, or a message that was copied. */
  'note.add': {
    from: 'own',
    data: z.object({ orderKey, kind: z.enum(['note', 'message']), text: noteText }),
  },
  'note.edit': { from: 'own', data: z.object({ key: id, text: noteText }) },
  'note.delete': { from: 'own', data: z.object({ key: id }) },
  /** The user asked the shop for a change: watch the order until it is done or the watch is closed. */
  'change.ask': {
    from: 'own',
    data: z.object({
      orderKey,
      what: z.enum(['address', 'item', 'cancel']),
      text: z.string().check(z.maxLength(5000)),
    }),
  },
  'change.close': { from: 'own', data: z.object({ key: id }) },
  /** What the user decided about alerts, all of it. */
  'alerts.setSettings': { from: 'own', data: z.object({ settings: AlertSettings }) },
  /** The user's own rules, all of them. */
  'alerts.setOwnRules': {
    from: 'own',
    data: z.object({ rules: z.array(OwnRule).check(z.maxLength(MAX_OWN_RULES)) }),
  },
  /** Alerts were read, are done, or are open again. */
  'alerts.mark': {
    from: 'own',
    data: z.object({ ids: alertIds, as: z.enum(['read', 'done', 'open']) }),
  },
  /** Not now: they are open, and told, again at that moment (epoch ms). */
  'alerts.snooze': {
    from: 'own',
    data: z.object({ ids: alertIds, untilAt: z.int().check(z.minimum(0), z.maximum(8.64e15)) }),
  },
  /** The user's overlay was clicked: the dashboard opens on its alerts. */
  'alerts.show': { from: 'page', data: z.object({}) },
  /** Every change up to this one was seen. */
  'feed.seen': { from: 'own', data: z.object({ changeId: z.int().check(z.minimum(0)) }) },
  /** The user's own rules in place of the market's, for all of their shops. */
  'rulebook.setOverrides': {
    from: 'own',
    data: z.object({ overrides: z.array(RuleOverride).check(z.maxLength(MAX_RULE_OVERRIDES)) }),
  },
  /** A part of an import, checked by the sender; parts of one import share its id. */
  'import.add': {
    from: 'own',
    data: z.object({
      importId: id,
      fileName: z.string().check(z.maxLength(300)),
      sourceId: z.string().check(z.regex(/^files\/[a-z0-9-]{1,60}$/)),
      /** Whose records these are; orders name their account themselves. */
      account: id,
      /** When the file was written, epoch milliseconds. */
      seenAt: z.int().check(z.minimum(0), z.maximum(8.64e15)),
      orders: z.array(Order).check(z.maxLength(1000)),
      records: z.array(ShopRecord).check(z.maxLength(1000)),
      misses: z
        .array(z.object({ path: z.string(), expected: z.string(), got: z.string() }))
        .check(z.maxLength(200)),
      brokenCount: z.int().check(z.minimum(0), z.maximum(1_000_000)),
    }),
  },
} as const satisfies Record<string, { from: Allowed; data: z.ZodMiniType }>;

export type Command = keyof typeof COMMANDS;

/** Whether a sender may send a command. */
export function maySend(sender: Sender, command: Command): boolean {
  const allowed: Allowed = COMMANDS[command].from;
  return allowed === sender || (allowed === 'page' && sender !== 'own');
}

export type CommandData<C extends Command> = z.output<(typeof COMMANDS)[C]['data']>;

/** What the background answers to each command. */
export interface CommandReply {
  'capture.submit': { accepted: boolean };
  'capture.dropped': null;
  'overlay.read': OverlaySummary;
  'overlay.readBuyer': BuyerSummary;
  'overlay.fold': null;
  'access.sync': { hosts: string[] };
  'overlay.show': null;
  'account.rename': null;
  'capture.undo': { removed: number; restored: number; kept: number };
  'history.check': { checked: number; wrong: number };
  'history.erase': null;
  'note.add': { key: string };
  'note.edit': null;
  'note.delete': null;
  'change.ask': { key: string };
  'change.close': null;
  'spending.setBudgets': null;
  'spending.setRules': { counted: number };
  'alerts.setSettings': null;
  'alerts.setOwnRules': null;
  'alerts.mark': null;
  'alerts.snooze': null;
  'alerts.show': null;
  'feed.seen': null;
  'rulebook.setOverrides': null;
  'import.add': { created: number; updated: number; unchanged: number; records: number };
}

/** What the overlay shows of one page of orders. */
export interface OverlaySummary {
  isFolded: boolean;
  orders: OverlayOrder[];
  /** Net revenue of the orders shown, by currency. */
  revenue: { currency: string; amountMinor: number }[];
  withoutAmount: number;
  /** What the badge of the toolbar icon says, in a number and in words. */
  alerts: { count: number; words: string };
}

/** One order on the page: its clocks and marks, no names and no addresses. */
export interface OverlayOrder {
  id: string;
  /** The order is one to ship, and by when; null when the page gave no time. */
  isToShip: boolean;
  shipByAt: number | null;
  autoCancelAt: number | null;
  returnOpen: { respondByAt: number | null } | null;
  cancelRequested: { respondByAt: number | null } | null;
  hasBuyerNote: boolean;
}

/** What the overlay shows on a buyer's page. */
export interface BuyerSummary {
  isFolded: boolean;
  orders: { id: string; marks: OverlayMark[] }[];
}

/** One thing to say about an order: short words, and in `detail` the exact time and its source. */
export interface OverlayMark {
  /** Those for the "page" are only for the order's own page. */
  place: 'card' | 'page';
  tone: 'late' | 'soon' | 'fine' | 'calm';
  words: string;
  detail: string;
}

/** A reply as it travels: the answer, or why there is none. */
export type ReplyEnvelope<C extends Command = Command> =
  | { ok: true; reply: CommandReply[C] }
  | { ok: false; error: string };
