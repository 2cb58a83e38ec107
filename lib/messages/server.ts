import browser from 'webextension-polyfill';
import { originPattern, roleOfHost } from '../model/market.ts';
import {
  COMMANDS,
  type Command,
  type CommandData,
  type CommandReply,
  maySend,
  type ReplyEnvelope,
  type Sender,
} from './protocol.ts';

/** The sender as the browser tells it; `origin` cannot be forged by a page, `id` and `url` prove nothing. */
export interface MessageSender {
  origin?: string;
  frameId?: number;
  tab?: { id?: number; incognito?: boolean };
}

/** Who asks: for a page, the host that it lives on. */
export interface Caller {
  from: Sender;
  host: string;
}

export type Handlers = { [C in Command]: (data: CommandData<C>, caller: Caller) => Promise<CommandReply[C]> };

/**
 * Who a sender is, or undefined when it may send nothing: a frame, a private window, a host that is not
 * ours to read, or a sender whose origin the browser did not tell.
 */
export function identify(sender: MessageSender, ownOrigin: string): Caller | undefined {
  const { origin, frameId = 0, tab } = sender;
  if (origin === undefined || frameId !== 0 || tab?.incognito === true) return undefined;
  if (origin === ownOrigin) return { from: 'own', host: '' };
  const host = origin.startsWith('https://') ? origin.slice('https://'.length) : '';
  const role = roleOfHost(host);
  return tab !== undefined && role ? { from: role, host } : undefined;
}

/** Answers one message: checks who sent it and what it carries, and calls its handler. Never throws. */
export async function answer(
  message: unknown,
  caller: Caller | undefined,
  handlers: Handlers,
): Promise<ReplyEnvelope> {
  const refused = { ok: false, error: 'Refused' } as const;
  if (!caller || typeof message !== 'object' || message === null) return refused;
  const name: unknown = Reflect.get(message, 'command');
  // `hasOwn`: "constructor" and "__proto__" are no commands.
  if (typeof name !== 'string' || !Object.hasOwn(COMMANDS, name)) return refused;
  const command = name as Command;
  if (!maySend(caller.from, command)) return refused;
  const data = COMMANDS[command].data.safeParse(Reflect.get(message, 'data'));
  if (!data.success) return refused;
  try {
    // The schema of this very command has just accepted the data.
    const handle = handlers[command] as (data: unknown, caller: Caller) => Promise<CommandReply[Command]>;
    return { ok: true, reply: await handle(data.data, caller) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Registers the listener, at once: a message may be what woke the worker. Handlers wait for `ready`. */
export function serve(handlers: Handlers, ready: Promise<unknown>): void {
  const ownOrigin = new URL(browser.runtime.getURL('')).origin;
  browser.runtime.onMessage.addListener(async (message: unknown, sender: MessageSender) => {
    const caller = identify(sender, ownOrigin);
    if (!caller) return answer(message, undefined, handlers);
    await ready;
    // A page that the browser kept (back and forward) still has our script when its host was turned off.
    const isOn =
      caller.from === 'own' ||
      (await browser.permissions.contains({ origins: [originPattern(caller.host)] }));
    return answer(message, isOn ? caller : undefined, handlers);
  });
}
