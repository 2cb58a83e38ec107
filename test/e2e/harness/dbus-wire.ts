// The part of D-Bus's wire format that a desktop needs to talk with a browser (dbus.freedesktop.org, "D-Bus
// Specification", Message Protocol). Little-endian only: browsers write in the order of the machine.

/** A value as its type code says: numbers, text, lists; a variant is its value with its type. */
export type Value = number | bigint | boolean | string | Value[] | Variant;
interface Variant {
  type: string;
  value: Value;
}

/** One message: a call (1), a return (2), an error (3) or a signal (4). */
export interface Message {
  kind: number;
  serial: number;
  /** By the numbers of the specification: 1 path, 2 interface, 3 member, 5 reply serial, 6 destination, … */
  fields: Map<number, Value>;
  /** The types of the body, and its values. */
  types: string;
  body: Value[];
}

export const FIELD = {
  path: 1,
  interface: 2,
  member: 3,
  error: 4,
  replyTo: 5,
  destination: 6,
  sender: 7,
  types: 8,
};

const FIELD_TYPES = ['', 'o', 's', 's', 's', 'u', 's', 's', 'g'];
const HEADER = 'yyyyuua(yv)';
const ALIGNMENT: Record<string, number> = { y: 1, g: 1, v: 1, n: 2, q: 2, x: 8, t: 8, d: 8, '(': 8, '{': 8 };
const alignmentOf = (type: string): number => ALIGNMENT[type[0] ?? ''] ?? 4;
const aligned = (at: number, to: number): number => Math.ceil(at / to) * to;

/** The complete types that a signature lists: "a{sv}i" has two. */
function typesIn(signature: string): string[] {
  const types: string[] = [];
  for (let at = 0; at < signature.length; ) {
    const start = at;
    while (signature[at] === 'a') at += 1;
    let depth = 0;
    do {
      if ('({'.includes(signature[at] ?? '')) depth += 1;
      if (')}'.includes(signature[at] ?? '')) depth -= 1;
      at += 1;
    } while (depth > 0);
    types.push(signature.slice(start, at));
  }
  return types;
}

class Reader {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Reads one complete type. */
  read(type: string): Value {
    this.at = aligned(this.at, alignmentOf(type));
    const code = type[0] ?? '';
    if (code === 'a') return this.#list(type.slice(1));
    if (code === '(' || code === '{') return typesIn(type.slice(1, -1)).map((part) => this.read(part));
    if (code === 'v') return this.read(String(this.read('g')));
    if (code === 'g') return this.#text(this.#bytes.readUInt8(this.#step(1)));
    if (code === 's' || code === 'o') return this.#text(this.#bytes.readUInt32LE(this.#step(4)));
    if (code === 'y') return this.#bytes.readUInt8(this.#step(1));
    if (code === 'n' || code === 'q') return this.#bytes.readUInt16LE(this.#step(2));
    if (code === 'x' || code === 't') return this.#bytes.readBigUInt64LE(this.#step(8));
    if (code === 'd') return this.#bytes.readDoubleLE(this.#step(8));
    return this.#bytes.readInt32LE(this.#step(4));
  }

  #step(size: number): number {
    const { at } = this;
    this.at += size;
    return at;
  }

  #text(length: number): string {
    // A zero byte follows each text.
    const at = this.#step(length + 1);
    return this.#bytes.toString('utf8', at, at + length);
  }

  #list(type: string): Value[] {
    const length = this.#bytes.readUInt32LE(this.#step(4));
    this.at = aligned(this.at, alignmentOf(type));
    const end = this.at + length;
    const values: Value[] = [];
    while (this.at < end) values.push(this.read(type));
    return values;
  }
}

/** The bytes of a value that begins at `at` bytes into its message, with the padding before it. */
function write(type: string, value: Value, at: number): Buffer {
  const padding = Buffer.alloc(aligned(at, alignmentOf(type)) - at);
  return Buffer.concat([padding, bytesOf(type, value, at + padding.length)]);
}

function writeAll(types: readonly string[], values: readonly Value[], at: number): Buffer {
  let bytes = Buffer.alloc(0);
  for (const [index, type] of types.entries()) {
    bytes = Buffer.concat([bytes, write(type, values[index] ?? '', at + bytes.length)]);
  }
  return bytes;
}

function bytesOf(type: string, value: Value, at: number): Buffer {
  const code = type[0] ?? '';
  if (code === 'a') return listOf(type.slice(1), value as Value[], at);
  if (code === '(') return writeAll(typesIn(type.slice(1, -1)), value as Value[], at);
  if (code === 'v') {
    const variant = value as Variant;
    const name = bytesOf('g', variant.type, at);
    return Buffer.concat([name, write(variant.type, variant.value, at + name.length)]);
  }
  const text = Buffer.from(`${String(value)}\0`);
  if (code === 'g') return Buffer.concat([Buffer.of(text.length - 1), text]);
  if (code === 's' || code === 'o') return Buffer.concat([bytesOf('u', text.length - 1, at), text]);
  if (code === 'y') return Buffer.of(Number(value));
  const number = Buffer.alloc(4);
  number.writeUInt32LE(Number(value));
  return number;
}

function listOf(type: string, values: readonly Value[], at: number): Buffer {
  const start = aligned(at + 4, alignmentOf(type));
  const content = writeAll(Array(values.length).fill(type), values, start);
  const length = bytesOf('u', content.length, at);
  return Buffer.concat([length, Buffer.alloc(start - at - 4), content]);
}

/** The first message in the bytes and what comes after it; null while it is not whole. */
export function takeMessage(bytes: Buffer): { message: Message; rest: Buffer } | null {
  if (bytes.length < 16) return null;
  const bodyAt = aligned(16 + bytes.readUInt32LE(12), 8);
  const end = bodyAt + bytes.readUInt32LE(4);
  if (bytes.length < end) return null;
  const header = new Reader(bytes);
  const [, kind, , , , serial, list] = typesIn(HEADER).map((type) => header.read(type));
  const fields = new Map((list as [number, Value][]).map(([field, value]) => [field, value]));
  const body = new Reader(bytes.subarray(bodyAt, end));
  const types = String(fields.get(FIELD.types) ?? '');
  const values = typesIn(types).map((type) => body.read(type));
  const message = { kind: Number(kind), serial: Number(serial), fields, types, body: values };
  return { message, rest: bytes.subarray(end) };
}

/** A message as it travels. */
export function bytesOfMessage({ kind, serial, fields, types, body }: Message): Buffer {
  const content = writeAll(typesIn(types), body, 0);
  const all = types === '' ? fields : new Map([...fields, [FIELD.types, types] as const]);
  const list = [...all].map(([field, value]) => [field, { type: FIELD_TYPES[field] ?? 's', value }]);
  const little = 'l'.charCodeAt(0);
  const header = writeAll(typesIn(HEADER), [little, kind, 0, 1, content.length, serial, list], 0);
  return Buffer.concat([header, Buffer.alloc(aligned(header.length, 8) - header.length), content]);
}
