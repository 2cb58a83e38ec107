import { MAX_AMOUNT_MINOR } from '../../model/money.ts';
import { readMoneyText } from '../../model/money-text.ts';
import { FieldReader } from '../seller/fields.ts';

/** An amount that was computed, or null when it is more than any order costs. */
export function boundedAmount(amountMinor: number): number | null {
  return Math.abs(amountMinor) <= MAX_AMOUNT_MINOR ? amountMinor : null;
}

/** Reads the fields of one of a buyer's orders: its amounts are display texts, and the first names the currency. */
export class PriceReader extends FieldReader {
  #named: string | null = null;

  /** The currency of the amounts read so far; null before the first. */
  get orderCurrency(): string | null {
    return this.#named;
  }

  /** "$62.89" -> minor units of the order's currency; null and a miss for what can't be read or is another's. */
  price(path: string, text: string | null | undefined): number | null {
    if (text === null || text === undefined || text.trim() === '') return null;
    const money = readMoneyText(text, this.#named ?? this.currency);
    if (!money) return this.miss(path, 'amount', text);
    this.#named ??= money.currency;
    return money.currency === this.#named ? money.amountMinor : this.miss(path, 'currency', text);
  }
}
