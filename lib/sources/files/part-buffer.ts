import type { Order } from '../../model/order.ts';
import type { ShopRecord } from '../../model/record.ts';
import { MissLog } from '../misses.ts';
import type { Miss } from '../source.ts';
import type { FilePart } from './file-source.ts';

const FULL = 100;
const PART_BYTES = 1024 ** 2;

/** Collects what is read until there is enough for a part, or so much was read that progress should show. */
export class PartBuffer {
  #orders: Order[] = [];
  #records: ShopRecord[] = [];
  #misses = new MissLog();
  #brokenCount = 0;
  #toldBytes = 0;

  addOrder(order: Order | undefined, misses: readonly Miss[]): void {
    this.#misses.addAll(misses);
    if (order) this.#orders.push(order);
    else this.#brokenCount += 1;
  }

  addRecord(record: ShopRecord | undefined): void {
    if (record) this.#records.push(record);
    else this.#brokenCount += 1;
  }

  addBroken(miss: Miss): void {
    this.#misses.add(miss);
    this.#brokenCount += 1;
  }

  isFull(readBytes: number): boolean {
    const count = this.#orders.length + this.#records.length;
    return count >= FULL || readBytes - this.#toldBytes >= PART_BYTES;
  }

  /** The part so far; what comes next starts another. */
  take(readBytes: number): FilePart {
    const part: FilePart = {
      orders: this.#orders,
      records: this.#records,
      misses: this.#misses.toArray(),
      brokenCount: this.#brokenCount,
      readBytes,
    };
    [this.#orders, this.#records, this.#misses, this.#brokenCount] = [[], [], new MissLog(), 0];
    this.#toldBytes = readBytes;
    return part;
  }
}
