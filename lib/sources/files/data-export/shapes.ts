import type { Miss } from '../../source.ts';
import { isSpreadsheetId } from '../order-id.ts';
import { isOrderName } from './fields.ts';
import { priceOf, statusOf, utcTime } from './values.ts';

type Field = readonly [label: string, value: string];

/** What the values of a block tell by their shape alone; null for what none tells, or several do. */
export interface Shapes {
  id: string | null;
  date: string | null;
  total: string | null;
  status: string | null;
  priceCount: number;
  /** Values that are neither id nor date: something may be among them that nobody knows by its label. */
  restCount: number;
}

/**
 * Reads labelled values of any language by their shape. Of several prices one may be the shipping fee, and a word
 * may be a payment's: a total is a price that stands alone, a status a word that is known for one.
 */
export function shapesOf(fields: readonly Field[]): Shapes {
  const values = fields.map(([, value]) => value.trim()).filter((value) => value !== '');
  const id = values.find((value) => /^\d{15,20}$/.test(value) || isSpreadsheetId(value)) ?? null;
  const date = values.find((value) => utcTime(value) !== null) ?? null;
  const rest = values.filter((value) => value !== id && value !== date);
  const prices = rest.filter((value) => priceOf(value) !== null);
  const statuses = rest.filter((value) => statusOf(value) !== 'UNKNOWN');
  return {
    id,
    date,
    total: onlyOne(prices),
    status: onlyOne(statuses),
    priceCount: prices.length,
    restCount: rest.length,
  };
}

/** The fields of a block whose labels no table has. */
export function unnamed(fields: readonly Field[]): Field[] {
  return fields.filter(([label]) => !isOrderName(label));
}

/** What such fields hold, but did not tell: the total or the status of an order that has neither by its label. */
export function shapeMisses(
  { total, status, priceCount, restCount }: Shapes,
  known: { total?: unknown; status?: unknown },
  root: string,
): Miss[] {
  if (restCount === 0) return [];
  const isLost = (shape: string | null, named: unknown) => shape === null && named === undefined;
  return [
    ...(isLost(total, known.total)
      ? [{ path: `${root}.total`, expected: 'one amount', got: priceCount > 1 ? 'several' : 'string' }]
      : []),
    ...(isLost(status, known.status)
      ? [{ path: `${root}.status`, expected: 'known status', got: 'string' }]
      : []),
  ];
}

function onlyOne(values: readonly string[]): string | null {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : null;
}
