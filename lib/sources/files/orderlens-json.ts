import * as z from 'zod/mini';
import { Order } from '../../model/order.ts';
import { parseJson } from '../json.ts';
import { pathName, typeName } from '../tolerant.ts';
import { ImportError } from './file-source.ts';

/** The id of the format in our own files, and of the source in an order's `sources`. */
export const FORMAT = 'orderlens/1';

const File = z.object({ format: z.string(), orders: z.array(z.unknown()) });

/**
 * The orders of a file that "Export JSON" wrote. Throws ImportError, in the user's words, for the first
 * thing that is wrong: a file is imported as a whole or not at all.
 */
export function readOrdersFile(text: string): Order[] {
  const file = File.safeParse(parse(text));
  if (!file.success) {
    throw new ImportError(
      'This is not a file of OrderLens: it has no list of orders. Choose a file that "Export JSON" wrote.',
    );
  }
  const { format, orders } = file.data;
  if (format !== FORMAT) {
    throw new ImportError(
      `This file has the format "${format.slice(0, 40)}", and this version reads "${FORMAT}". Update OrderLens, then import it again.`,
    );
  }
  return orders.map(readOrder);
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ImportError(
        'This file is nested deeper than any that OrderLens writes. Nothing was imported.',
      );
    }
    const end = text.trimEnd();
    const isCut = end.startsWith('{') && !end.endsWith('}');
    throw new ImportError(
      isCut
        ? 'This file ends in the middle: it was cut short. Export it again, or choose another copy.'
        : 'This file is no JSON. Choose a file that "Export JSON" wrote.',
    );
  }
}

function readOrder(entry: unknown, index: number): Order {
  const parsed = Order.safeParse(entry);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = pathName('', issue?.path ?? []) || 'the order itself';
  const got = typeName((issue?.path ?? []).reduce<unknown>(step, entry));
  const orderId =
    typeof entry === 'object' && entry !== null && 'id' in entry ? ` (${String(entry.id).slice(0, 40)})` : '';
  throw new ImportError(
    `Order ${index + 1}${orderId} can't be read: ${path} should be ${expectedOf(issue)} and is ${got}. Nothing was imported.`,
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
