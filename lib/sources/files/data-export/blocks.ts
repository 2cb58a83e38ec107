import { isOrderName, PRODUCT_NAMES, plainName } from './fields.ts';

/** One entry of a TXT section: its labelled lines in their order, and the products that stand in it. */
export interface Block {
  /** The line of its first label, counted from 1. */
  line: number;
  fields: [label: string, value: string][];
  products: { name: string | null; variation: string | null; quantity: string | null }[];
}

// The label ends at the first colon; the value may hold more of them.
const LABELLED = /^([^:：>]{1,80})[:：]\s*(.*)$/;
const PRODUCT_LABEL = /^>>\s*([^:：]{1,80})[:：]\s*(.*)$/;
const MAX_VALUE = 20_000;

const QUANTITY: ReadonlySet<string> = new Set(PRODUCT_NAMES.quantity);

/**
 * Puts the lines of a TXT section together to entries. No line says where an entry begins: a label that comes
 * again begins the next one, whatever its language is.
 */
export class BlockReader {
  #block: Block | undefined;
  #labels = new Set<string>();
  /** The lines of the product that is being told: its name, then its variation. */
  #product: string[] | undefined;
  #line = 0;

  /** Takes the next line; returns the entry that ended before it, if one did. */
  push(line: string): Block | undefined {
    this.#line += 1;
    const product = PRODUCT_LABEL.exec(line);
    if (product) {
      this.#productLine(product[1] ?? '', product[2] ?? '');
      return undefined;
    }
    const [, label, value = ''] = LABELLED.exec(line) ?? [];
    if (this.#product && !(this.#product.length > 1 && label !== undefined && isOrderName(label))) {
      if (this.#product.length < 3) this.#product.push(line.trim());
      return undefined;
    }
    if (label === undefined) {
      this.#goOn(line);
      return undefined;
    }
    this.#closeProduct(null);
    const ended = this.#labels.has(label) ? this.end() : undefined;
    this.#open().fields.push([label, value]);
    this.#labels.add(label);
    return ended;
  }

  /** The entry that is still open, at the end of the text. */
  end(): Block | undefined {
    this.#closeProduct(null);
    const block = this.#block;
    this.#block = undefined;
    this.#labels = new Set();
    return block;
  }

  #productLine(label: string, value: string): void {
    const isQuantity = QUANTITY.has(plainName(label)) || /^\d+$/.test(value.trim());
    const isEnd = this.#product !== undefined && isQuantity;
    this.#closeProduct(isEnd ? value.trim() : null);
    if (!isEnd) this.#product = value.trim() === '' ? [] : [value.trim()];
  }

  #closeProduct(quantity: string | null): void {
    if (!this.#product) return;
    const [name = null, variation = null] = this.#product;
    this.#product = undefined;
    this.#open().products.push({ name, variation, quantity });
  }

  /** A text can go on in the next lines. */
  #goOn(line: string): void {
    const last = this.#block?.fields.at(-1);
    if (last && line.trim() !== '' && last[1].length < MAX_VALUE)
      last[1] = `${last[1]}\n${line.trim()}`.trim();
  }

  #open(): Block {
    this.#block ??= { line: this.#line, fields: [], products: [] };
    return this.#block;
  }
}
