import { parseJson } from '../../json.ts';
import { typeName } from '../../tolerant.ts';
import { ImportError, type OpenFile } from '../file-source.ts';
import type { Plan, Step, Taken } from '../json-scanner.ts';
import { damagedId, isSpreadsheetId } from '../order-id.ts';
import type { PartBuffer } from '../part-buffer.ts';
import { type FileOwner, ownerOf, readOrder } from './order.ts';
import { readRecord } from './record.ts';
import { isShopKey, rootOf, type SectionKind, sectionKind } from './sections.ts';

/** Reads the entries of the shop's sections that a scanner took out of the JSON of an export. */
export class SectionReader {
  /** Whether the file has a shop's part at all, be it empty. */
  hasShop = false;
  readonly #owner: FileOwner;
  readonly #buffer: PartBuffer;

  constructor(file: OpenFile, sourceId: string, buffer: PartBuffer) {
    this.#owner = ownerOf(file, sourceId);
    this.#buffer = buffer;
  }

  /** Takes what stands at shop / section / collection / entry or shop / section / entry, and nothing else. */
  readonly plan: Plan = ([top, section, ...inner]) => {
    if (top === undefined) return 'enter';
    if (!isShopKey(top)) return 'skip';
    this.hasShop = true;
    if (section === undefined) return 'enter';
    if (sectionKind(String(section)) === undefined) return 'skip';
    const [first] = inner;
    if (first === undefined) return 'enter';
    return inner.length === 1 && !isEntryKey(first) ? 'enter' : 'take';
  };

  /** Reads one value that was taken; an empty section is null where its collection should be. */
  async read({ path, text }: Taken): Promise<void> {
    const [, section, ...inner] = path;
    const kind = sectionKind(String(section));
    const key = inner.length === 1 ? inner.find(isEntryKey) : inner[1];
    if (kind === undefined || key === undefined) return;
    const root = rootOf(kind, inner[0]);
    const value = this.#parse(text, root);
    if (value === undefined) return;
    // A shop's messages stand in a list under its name.
    const entries = Array.isArray(value) ? value : [value];
    const name = typeof key === 'string' ? key : null;
    for (const entry of entries) await this.#readEntry(kind, name, entry, root);
  }

  async #readEntry(kind: SectionKind, key: string | null, entry: unknown, root: string): Promise<void> {
    if (typeof entry !== 'object' || entry === null) {
      return this.#buffer.addBroken({ path: root, expected: 'object', got: typeName(entry) });
    }
    const fields = Object.entries(entry);
    if (kind !== 'order') {
      return this.#buffer.addRecord(await readRecord(kind, kind === 'message' ? key : null, fields));
    }
    const { order, misses } = readOrder(key, fields, this.#owner, root);
    if (order && isSpreadsheetId(order.id)) throw damagedId('An order', order.id);
    this.#buffer.addOrder(order, misses);
  }

  #parse(text: string, root: string): unknown {
    try {
      return parseJson(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#buffer.addBroken({ path: root, expected: 'at most 64 levels', got: 'more' });
      return undefined;
    }
  }
}

/** Whether what stands right in a section is an entry of it: under its place in a list, or under its number. */
function isEntryKey(key: Step): boolean {
  return typeof key === 'number' || /^\d+$/.test(key) || isSpreadsheetId(key);
}

/** The words for an export without the shop's part. */
export function noShop(name: string): ImportError {
  return new ImportError(
    `${name} is a TikTok data export without a "TikTok Shop" section, so it holds no orders. Ask TikTok for all of your data, then import that file.`,
  );
}
