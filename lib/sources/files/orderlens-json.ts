import type * as z from 'zod/mini';
import { Order } from '../../model/order-schema.ts';
import { parseJson } from '../json.ts';
import { pathName, typeName } from '../tolerant.ts';
import { chunksOf } from './chunks.ts';
import { type FileSource, ImportError } from './file-source.ts';
import { JsonFault, JsonScanner, type Plan, type Taken } from './json-scanner.ts';

/** The id of the format in our own files, and of the source in an order's `sources`. */
export const FORMAT = 'orderlens/1';

const PART_BYTES = 1024 ** 2;

/** What "Export JSON" wrote; the first thing that is wrong refuses the file as a whole. */
export const orderlensJson: FileSource = {
  id: 'files/orderlens-json',
  label: 'OrderLens file',
  // Last in the registry: JSON that is no other format's gets this one's sentences.
  matches: ({ head }) => /^\uFEFF?\s*[{[]/.test(new TextDecoder().decode(head.subarray(0, 1024))),
  async *read(file, signal) {
    const reader = new OrdersReader();
    let readBytes = 0;
    let toldBytes = 0;
    let orders: Order[] = [];
    for await (const chunk of chunksOf(file, file.blob.stream(), signal)) {
      orders.push(...reader.push(chunk));
      readBytes += chunk.length;
      if (readBytes - toldBytes < PART_BYTES) continue;
      toldBytes = readBytes;
      yield { orders, records: [], misses: [], brokenCount: 0, readBytes };
      orders = [];
    }
    reader.end();
    yield { orders, records: [], misses: [], brokenCount: 0, readBytes };
  },
};

/**
 * Reads such a file as its bytes arrive. `push` and `end` throw ImportError, in the user's words, for the
 * first thing that is wrong.
 */
export class OrdersReader {
  readonly #scanner: JsonScanner;
  #format: string | undefined;
  #hasOrders = false;
  #count = 0;

  constructor() {
    const plan: Plan = ([key, ...inner], kind) => {
      if (key === undefined) return 'enter';
      if (key === 'format' && inner.length === 0) return 'take';
      if (key !== 'orders') return 'skip';
      if (inner.length > 0) return 'take';
      this.#hasOrders = kind === 'array';
      return kind === 'array' ? 'enter' : 'skip';
    };
    this.#scanner = new JsonScanner(plan);
  }

  /** The orders that ended in these bytes. */
  push(chunk: Uint8Array): Order[] {
    return this.#read(() => this.#scanner.push(chunk));
  }

  /** Says that the file has ended. */
  end(): void {
    this.#read(() => this.#scanner.end());
    if (!this.#hasOrders || this.#format === undefined) throw notOurs();
  }

  #read(scan: () => Taken[]): Order[] {
    try {
      return scan().flatMap(({ path, text }) => this.#take(path[0], parseJson(text)));
    } catch (error) {
      throw error instanceof Error ? wordsFor(error) : error;
    }
  }

  #take(key: unknown, value: unknown): Order[] {
    if (key === 'format') {
      if (typeof value !== 'string') throw notOurs();
      if (value !== FORMAT) throw otherFormat(value);
      this.#format = value;
    }
    if (key !== 'orders') return [];
    this.#count += 1;
    const parsed = Order.safeParse(value);
    if (parsed.success) return [parsed.data];
    // Orders before the format: whose file it is isn't known yet.
    throw this.#format === undefined ? notOurs() : brokenOrder(value, this.#count, parsed.error.issues[0]);
  }
}

const notOurs = () =>
  new ImportError(
    'This is not a file of OrderLens: it has no list of orders. Choose a file that "Export JSON" wrote.',
  );

const otherFormat = (format: string) =>
  new ImportError(
    `This file has the format "${format.slice(0, 40)}", and this version reads "${FORMAT}". Update OrderLens, then import it again.`,
  );

function wordsFor(error: Error): Error {
  if (error instanceof RangeError) {
    return new ImportError(
      'This file is nested deeper than any that OrderLens writes. Nothing was imported.',
    );
  }
  const isFault = error instanceof JsonFault;
  if (isFault && error.kind === 'cut') {
    return new ImportError(
      'This file ends in the middle: it was cut short. Export it again, or choose another copy.',
    );
  }
  if (isFault && error.kind === 'encoding') {
    return new ImportError(
      `This file is not in UTF-8, as "Export JSON" writes it: byte ${error.at} is no letter. Export it again.`,
    );
  }
  return isFault || error instanceof SyntaxError
    ? new ImportError('This file is no JSON. Choose a file that "Export JSON" wrote.')
    : error;
}

function brokenOrder(entry: unknown, number: number, issue: z.core.$ZodIssue | undefined): ImportError {
  const path = pathName('', issue?.path ?? []) || 'the order itself';
  const got = typeName((issue?.path ?? []).reduce<unknown>(step, entry));
  const orderId =
    typeof entry === 'object' && entry !== null && 'id' in entry ? ` (${String(entry.id).slice(0, 40)})` : '';
  return new ImportError(
    `Order ${number}${orderId} can't be read: ${path} should be ${expectedOf(issue)} and is ${got}. Nothing was imported.`,
  );
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function expectedOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_type') return `of type ${issue.expected}`;
  if (issue?.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  return 'in the form that OrderLens writes';
}
