/** A step to a place in JSON: the key in an object, or the index in a list. */
export type Step = string | number;
export type JsonKind = 'object' | 'array' | 'scalar';
/** What to do with a value: look at what it holds, hand it out as text, or pass it by. */
export type Action = 'enter' | 'take' | 'skip';
/** Says what to do with the value at a path; asked once for each value that stands in an entered one. */
export type Plan = (path: readonly Step[], kind: JsonKind) => Action;

/** A value that was taken: where it stood, and its JSON text. */
export interface Taken {
  path: Step[];
  text: string;
}

/** What is wrong with a stream of JSON. `at` counts bytes from its beginning. */
export class JsonFault extends Error {
  readonly kind: 'cut' | 'syntax' | 'encoding' | 'size';
  readonly at: number;
  constructor(kind: JsonFault['kind'], at: number) {
    super(`JSON: ${kind} at byte ${at}`);
    this.kind = kind;
    this.at = at;
  }
}

/** No real entry of a file comes near; what does is made to fill the memory. */
const MAX_TAKEN_BYTES = 16 * 1024 ** 2;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** An entered object or list. */
interface Frame {
  isList: boolean;
  step: Step;
  expects: 'first' | 'key' | 'colon' | 'value' | 'next';
}

/**
 * Reads JSON of any size as bytes arrive and hands out the values that a plan takes, as text. What is passed
 * by is counted through bracket by bracket and never decoded, so that memory holds one chunk and one value.
 * A parser that builds tokens is many times slower on what is passed by, and reads ids as numbers.
 */
export class JsonScanner {
  readonly #plan: Plan;
  readonly #frames: Frame[] = [];
  #rootState: 'before' | 'inside' | 'after' = 'before';
  /** The value (or key) that is being read through. */
  #value: { action: 'take' | 'skip' | 'key'; isScalar: boolean } | undefined;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #pieces: Uint8Array[] = [];
  #pieceBytes = 0;
  #offset = 0;
  #taken: Taken[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Takes the next bytes; returns the values that ended in them. Throws JsonFault. */
  push(chunk: Uint8Array): Taken[] {
    this.#taken = [];
    let index = this.#offset === 0 && startsWithMark(chunk) ? 3 : 0;
    while (index < chunk.length) {
      index = this.#value ? this.#readOn(chunk, index) : this.#readMark(chunk, index);
    }
    this.#offset += chunk.length;
    return this.#taken;
  }

  /** Says that there are no more bytes. Throws JsonFault when the value isn't whole. */
  end(): Taken[] {
    this.#taken = [];
    if (this.#value?.isScalar && this.#frames.length === 0) this.#finish();
    if (this.#rootState !== 'after') this.#fail(this.#rootState === 'before' ? 'syntax' : 'cut', 0);
    return this.#taken;
  }

  /** Reads one byte between values; returns where to read on. */
  #readMark(chunk: Uint8Array, index: number): number {
    const byte = chunk[index] ?? 0;
    if (isSpace(byte)) return index + 1;
    const frame = this.#frames.at(-1);
    if (!frame) {
      if (this.#rootState === 'after') this.#fail('syntax', index);
      this.#rootState = 'inside';
      return this.#startValue(byte, index);
    }
    if (frame.expects === 'colon') {
      if (byte !== COLON) this.#fail('syntax', index);
      frame.expects = 'value';
      return index + 1;
    }
    const isEnd = byte === (frame.isList ? CLOSE_LIST : CLOSE_OBJECT);
    if (isEnd && (frame.expects === 'first' || frame.expects === 'next')) {
      this.#frames.pop();
      this.#afterValue();
      return index + 1;
    }
    if (frame.expects === 'next') {
      if (byte !== COMMA) this.#fail('syntax', index);
      if (frame.isList) frame.step = Number(frame.step) + 1;
      frame.expects = frame.isList ? 'value' : 'key';
      return index + 1;
    }
    if (frame.isList || frame.expects === 'value') return this.#startValue(byte, index);
    if (byte !== QUOTE) this.#fail('syntax', index);
    return this.#startThrough('key', byte, index);
  }

  #startValue(byte: number, index: number): number {
    // What only ends or parts values can't begin one.
    if (byte === COMMA || byte === COLON || byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      this.#fail('syntax', index);
    }
    const kind = byte === OPEN_OBJECT ? 'object' : byte === OPEN_LIST ? 'array' : 'scalar';
    const action = this.#plan(this.#path(), kind);
    if (action !== 'enter') return this.#startThrough(action, byte, index);
    if (kind === 'scalar') return this.#startThrough('take', byte, index);
    this.#frames.push({ isList: kind === 'array', step: kind === 'array' ? 0 : '', expects: 'first' });
    return index + 1;
  }

  #startThrough(action: 'take' | 'skip' | 'key', byte: number, index: number): number {
    this.#value = { action, isScalar: byte !== QUOTE && byte !== OPEN_OBJECT && byte !== OPEN_LIST };
    this.#depth = 0;
    return index;
  }

  /** Reads through the current value; returns where its part in this chunk ends. */
  #readOn(chunk: Uint8Array, start: number): number {
    const { isScalar, action } = this.#value ?? { isScalar: false, action: 'skip' };
    const end = isScalar ? endOfScalar(chunk, start) : this.#endOfValue(chunk, start);
    const stop = end < 0 ? chunk.length : end;
    if (action !== 'skip') this.#keep(chunk.subarray(start, stop), start);
    if (end >= 0) this.#finish();
    return stop;
  }

  /** Where a text, a list or an object ends in this chunk; -1 when it goes on. */
  #endOfValue(chunk: Uint8Array, start: number): number {
    let [depth, isInText, isEscaped] = [this.#depth, this.#isInText, this.#isEscaped];
    let end = -1;
    for (let index = start; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInText = false;
        if (isInText || depth > 0) continue;
      } else if (byte === QUOTE) {
        isInText = true;
        continue;
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        depth += 1;
        continue;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        depth -= 1;
        if (depth > 0) continue;
      } else continue;
      end = index + 1;
      break;
    }
    [this.#depth, this.#isInText, this.#isEscaped] = [depth, isInText, isEscaped];
    return end;
  }

  #keep(piece: Uint8Array, index: number): void {
    this.#pieceBytes += piece.length;
    if (this.#pieceBytes > MAX_TAKEN_BYTES) this.#fail('size', index);
    // A copy: the piece is a window on a chunk that would stay in memory with it.
    this.#pieces.push(piece.slice());
  }

  #finish(): void {
    const action = this.#value?.action;
    this.#value = undefined;
    const frame = this.#frames.at(-1);
    if (action === 'key' && frame) {
      frame.step = this.#keyOf(this.#text());
      frame.expects = 'colon';
      return;
    }
    if (action === 'take') this.#taken.push({ path: this.#path(), text: this.#text() });
    this.#afterValue();
  }

  #text(): string {
    const bytes = new Uint8Array(this.#pieceBytes);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#pieceBytes = 0;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return this.#fail('encoding', 0);
    }
  }

  #keyOf(text: string): string {
    try {
      return String(JSON.parse(text));
    } catch {
      return this.#fail('syntax', 0);
    }
  }

  #afterValue(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.expects = 'next';
    else this.#rootState = 'after';
  }

  #path(): Step[] {
    return this.#frames.map((frame) => frame.step);
  }

  #fail(kind: JsonFault['kind'], index: number): never {
    throw new JsonFault(kind, this.#offset + index);
  }
}

/** Where a number or a word ends in a chunk: before what can't be in it; -1 when it goes on. */
function endOfScalar(chunk: Uint8Array, start: number): number {
  for (let index = start; index < chunk.length; index += 1) {
    const byte = chunk[index] ?? 0;
    if (isSpace(byte) || byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT) return index;
  }
  return -1;
}

function startsWithMark(chunk: Uint8Array): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}
