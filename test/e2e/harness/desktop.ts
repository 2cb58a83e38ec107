import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOfMessage, FIELD, type Message, takeMessage, type Value } from './dbus-wire.ts';
import type { Notice, Notices } from './types.ts';

/**
 * A desktop of a test's own, as far as notifications go: a D-Bus session bus with nothing but the service
 * org.freedesktop.Notifications on it. Chromium shows its notifications there, headless too.
 */
export interface Desktop {
  /** What a browser finds it by: DBUS_SESSION_BUS_ADDRESS. */
  address: string;
  notices: Notices;
  close(): Promise<void>;
}

const SERVICE = 'org.freedesktop.Notifications';
const OBJECT = '/org/freedesktop/Notifications';
const OWNER = ':1.0';
const BUS = 'org.freedesktop.DBus';
// Two numbers that the service's specification gives for why a notification went.
const DISMISSED = 2;
const CLOSED_BY_CALL = 3;

interface Entry extends Notice {
  number: number;
  /** The browser's names for what can be pressed, by its words; "default" is a click on the whole. */
  actions: Map<string, string>;
}

type Answer = { types: string; body: Value[] } | null;

/** Starts the desktop. */
export async function startDesktop(): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlens-bus-'));
  const path = join(folder, 'bus');
  const service = new NotificationService();
  const server = createServer((socket) => service.welcome(socket));
  await new Promise<void>((done) => server.listen(path, done));
  return {
    address: `unix:path=${path}`,
    notices: {
      shown: async () => service.entries.map(plain),
      told: async () => [...service.told],
      click: async (title, button) => service.press(title, button),
    },
    close: async () => {
      for (const socket of service.sockets) socket.destroy();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const plain = ({ title, text, buttons }: Notice): Notice => ({ title, text, buttons });

class NotificationService {
  readonly sockets = new Set<Socket>();
  readonly told: Notice[] = [];
  entries: Entry[] = [];
  #serial = 0;
  #numbers = 0;
  #names = 0;

  /** Lets a client in: a few lines of text, then messages. */
  welcome(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => {}).on('close', () => this.sockets.delete(socket));
    this.#names += 1;
    const name = `:1.${this.#names}`;
    let isIn = false;
    let bytes: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (!isIn) [isIn, bytes] = authenticate(socket, bytes);
      for (let next = isIn && takeMessage(bytes); next; next = takeMessage(bytes)) {
        bytes = next.rest;
        if (next.message.kind === 1) this.#reply(socket, next.message, name);
      }
    });
  }

  find(title: string): Entry {
    const entry = this.entries.find((shown) => shown.title === title);
    if (!entry)
      throw new Error(`No notification "${title}" among ${JSON.stringify(this.entries.map(plain))}`);
    return entry;
  }

  press(title: string, button?: string): void {
    const entry = this.find(title);
    const action = button === undefined ? 'default' : entry.actions.get(button);
    if (!action) throw new Error(`"${title}" has no button "${button}", but ${entry.buttons.join(', ')}`);
    this.#signal('ActionInvoked', 'us', [entry.number, action]);
    this.remove(entry, DISMISSED);
  }

  remove(entry: Entry, why: number): void {
    this.entries = this.entries.filter((shown) => shown !== entry);
    this.#signal('NotificationClosed', 'uu', [entry.number, why]);
  }

  #signal(member: string, types: string, body: Value[]): void {
    const fields = [
      [FIELD.path, OBJECT],
      [FIELD.interface, SERVICE],
      [FIELD.member, member],
      [FIELD.sender, OWNER],
    ] as const;
    this.#send([...this.sockets], { kind: 4, fields: new Map(fields), types, body });
  }

  #reply(socket: Socket, call: Message, name: string): void {
    const isService = [SERVICE, OWNER].includes(String(call.fields.get(FIELD.destination)));
    const answer = isService ? this.#serve(call) : answerOfBus(call, name);
    const fields = new Map<number, Value>([
      [FIELD.replyTo, call.serial],
      [FIELD.destination, name],
      [FIELD.sender, isService ? OWNER : BUS],
    ]);
    if (!answer) fields.set(FIELD.error, `${BUS}.Error.ServiceUnknown`);
    const refusal = { types: 's', body: ['Only notifications are here.'] };
    this.#send([socket], { kind: answer ? 2 : 3, fields, ...(answer ?? refusal) });
  }

  #send(sockets: readonly Socket[], message: Omit<Message, 'serial'>): void {
    this.#serial += 1;
    const bytes = bytesOfMessage({ ...message, serial: this.#serial });
    for (const socket of sockets) socket.write(bytes);
  }

  #serve({ fields, body }: Message): Answer {
    const member = fields.get(FIELD.member);
    if (member === 'GetCapabilities')
      return { types: 'as', body: [['actions', 'body', 'persistence', 'icon-static']] };
    if (member === 'GetServerInformation') return { types: 'ssss', body: ['Test', 'OrderLens', '1', '1.2'] };
    if (member === 'Notify') return { types: 'u', body: [this.#show(body)] };
    if (member !== 'CloseNotification') return null;
    const entry = this.entries.find(({ number }) => number === body[0]);
    if (entry) this.remove(entry, CLOSED_BY_CALL);
    return { types: '', body: [] };
  }

  #show([, replaced, , title, text, list]: readonly Value[]): number {
    const named = list as string[];
    const pairs = named.flatMap((action, index) =>
      index % 2 === 0 ? [[named[index + 1] ?? '', action] as const] : [],
    );
    const actions = new Map(pairs.filter(([, action]) => action !== 'default' && action !== 'settings'));
    if (!replaced) this.#numbers += 1;
    const number = Number(replaced) || this.#numbers;
    const entry = { number, title: String(title), text: String(text), buttons: [...actions.keys()], actions };
    const at = this.entries.findIndex((shown) => shown.number === number);
    this.entries = at < 0 ? [...this.entries, entry] : this.entries.with(at, entry);
    this.told.push(plain(entry));
    return number;
  }
}

/** The lines before the messages: everybody of this computer's user may come in. */
function authenticate(socket: Socket, bytes: Buffer): [isIn: boolean, rest: Buffer] {
  let rest = bytes;
  for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
    const line = rest.toString('latin1', 0, end).replace('\0', '');
    rest = rest.subarray(end + 2);
    if (line === 'BEGIN') return [true, rest];
    if (line.startsWith('AUTH EXTERNAL')) socket.write('OK 0123456789abcdef0123456789abcdef\r\n');
    else socket.write(line === 'AUTH' ? 'REJECTED EXTERNAL\r\n' : 'ERROR\r\n');
  }
  return [false, rest];
}

/** What the bus itself answers: who is there. */
function answerOfBus({ fields, body }: Message, name: string): Answer {
  if (fields.get(FIELD.destination) !== BUS) return null;
  const isAsked = body[0] === SERVICE;
  switch (fields.get(FIELD.member)) {
    case 'Hello':
      return { types: 's', body: [name] };
    case 'AddMatch':
    case 'RemoveMatch':
      return { types: '', body: [] };
    case 'NameHasOwner':
      return { types: 'b', body: [isAsked ? 1 : 0] };
    case 'GetNameOwner':
      return isAsked ? { types: 's', body: [OWNER] } : null;
    case 'ListActivatableNames':
    case 'ListNames':
      return { types: 'as', body: [[BUS, SERVICE]] };
    case 'RequestName':
      return { types: 'u', body: [1] };
    default:
      return null;
  }
}
