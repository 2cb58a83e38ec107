import * as z from 'zod/mini';
import { Order } from '../model/order.ts';

// Who may send a command: `page` is our content script on a granted TikTok host, `own` one of our own pages.
export type Sender = 'page' | 'own';

const id = z.string().check(z.minLength(1), z.maxLength(200));

/** Every command: who may send it, and what it must carry. What is not in this table is refused. */
export const COMMANDS = {
  /** A captured answer of Seller Center: its address, the request's body and its own text. */
  'capture.submit': {
    from: 'page',
    data: z.object({
      url: z.string().check(z.maxLength(8192)),
      requestText: z.string().check(z.maxLength(262_144)),
      bodyText: z.string().check(z.maxLength(8_388_608)),
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
  'overlay.read': {
    from: 'page',
    data: z.object({ orderIds: z.array(z.string().check(z.regex(/^\d{15,20}$/))).check(z.maxLength(200)) }),
  },
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
  /** A part of an import, checked by the sender; parts of one import share its id. */
  'import.add': {
    from: 'own',
    data: z.object({
      importId: id,
      fileName: z.string().check(z.maxLength(300)),
      orders: z.array(Order).check(z.maxLength(1000)),
    }),
  },
} as const satisfies Record<string, { from: Sender; data: z.ZodMiniType }>;

export type Command = keyof typeof COMMANDS;
export type CommandData<C extends Command> = z.output<(typeof COMMANDS)[C]['data']>;

/** What the background answers to each command. */
export interface CommandReply {
  'capture.submit': { accepted: boolean };
  'capture.dropped': null;
  'overlay.read': OverlaySummary;
  'overlay.fold': null;
  'access.sync': { hosts: string[] };
  'overlay.show': null;
  'account.rename': null;
  'capture.undo': { removed: number; restored: number; kept: number };
  'history.check': { checked: number; wrong: number };
  'history.erase': null;
  'import.add': { created: number; updated: number; unchanged: number };
}

/** What the overlay shows of one page of orders. */
export interface OverlaySummary {
  isFolded: boolean;
  orders: OverlayOrder[];
  /** Net revenue of the orders shown, by currency. */
  revenue: { currency: string; amountMinor: number }[];
  withoutAmount: number;
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

/** A reply as it travels: the answer, or why there is none. */
export type ReplyEnvelope<C extends Command = Command> =
  | { ok: true; reply: CommandReply[C] }
  | { ok: false; error: string };
