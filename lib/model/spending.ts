import * as z from 'zod/mini';
import { MAX_AMOUNT_MINOR } from './money.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));

/** A limit for what a buyer spends in a month: at one seller, or (null) at all of them; in one currency. */
export const Budget = z.object({
  seller: z.nullable(name),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  amountMinor: z.int().check(z.minimum(1), z.maximum(MAX_AMOUNT_MINOR)),
});
export type Budget = z.output<typeof Budget>;

/** Puts orders into a category: those of a seller, or those with a word in a product's name. */
export const CategoryRule = z.object({
  by: z.enum(['seller', 'word']),
  text: name,
  category: z.string().check(z.minLength(1), z.maxLength(60)),
});
export type CategoryRule = z.output<typeof CategoryRule>;

export const MAX_BUDGETS = 50;
export const MAX_CATEGORY_RULES = 200;
