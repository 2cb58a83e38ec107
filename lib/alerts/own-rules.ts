import type { OwnRule } from '../model/alert.ts';
import { isCurrency, MAX_AMOUNT_MINOR } from '../model/money.ts';
import type { Order } from '../model/order.ts';

/** Whether a user's rule is about an order: of its side, of at least its amount, with its text. */
export function isAbout({ isOn, role, only }: OwnRule, order: Order): boolean {
  if (!isOn || role !== order.role) return false;
  return hasTotal(order, only.minTotal) && hasText(order, only.text);
}

// An amount that is not known, or in another currency, is not known to be as much.
function hasTotal({ currency, amounts }: Order, least: OwnRule['only']['minTotal']): boolean {
  if (least === null) return true;
  return currency === least.currency && amounts.total !== null && amounts.total >= least.amountMinor;
}

function hasText({ items, counterparty }: Order, text: string | null): boolean {
  const wanted = plain(text ?? '');
  if (wanted === '') return true;
  const texts = [...items.flatMap(({ name, sellerSku }) => [name, sellerSku]), counterparty];
  return texts.some((told) => told !== null && plain(told).includes(wanted));
}

/** Without case, accents and doubled spaces: "Crème  Brûlée" is "creme brulee". */
function plain(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // What Unicode knows no parts of.
  return letters.replaceAll('đ', 'd').replaceAll('ß', 'ss').replaceAll('ø', 'o').replace(/\s+/g, ' ').trim();
}

/** What is wrong with one field of a rule, and what to do about it. */
export interface RuleProblem {
  field: 'name' | 'hours' | 'days' | 'amount' | 'currency' | 'text';
  words: string;
}

const MAX_NAME = 80;
const MAX_HOURS = 720;
const MAX_DAYS = 365;

/**
 * What is wrong with a rule as a form holds it, in words; nothing when it can be kept. A number that was not typed,
 * or is none, is NaN.
 */
export function checkOwnRule(draft: OwnRule): RuleProblem[] {
  return [nameProblem(draft), timeProblem(draft), ...amountProblems(draft), textProblem(draft)].filter(
    (problem) => problem !== null,
  );
}

function nameProblem({ name }: OwnRule): RuleProblem | null {
  if (name.trim() === '')
    return { field: 'name', words: 'Give the rule a name: its alerts are called by it.' };
  return name.length > MAX_NAME ? tooLong('name') : null;
}

function timeProblem({ when, role }: OwnRule): RuleProblem | null {
  if (when.event === 'ship-by' && role === 'buyer')
    return { field: 'hours', words: 'Choose another event: only an order that you sell has a ship-by time.' };
  if (when.event === 'ship-by' && !isWhole(when.hours, 1, MAX_HOURS))
    return { field: 'hours', words: `Type whole hours from 1 to ${MAX_HOURS}.` };
  if (when.event === 'still' && !isWhole(when.days, 1, MAX_DAYS))
    return { field: 'days', words: `Type whole days from 1 to ${MAX_DAYS}.` };
  return null;
}

function amountProblems({ only: { minTotal } }: OwnRule): RuleProblem[] {
  if (minTotal === null) return [];
  const problems: RuleProblem[] = [];
  if (!isWhole(minTotal.amountMinor, 0, MAX_AMOUNT_MINOR))
    problems.push({ field: 'amount', words: 'Type an amount such as 50 or 49.90, or leave it empty.' });
  if (!isCurrency(minTotal.currency))
    problems.push({ field: 'currency', words: 'Choose the currency of the amount.' });
  return problems;
}

function textProblem({ only: { text } }: OwnRule): RuleProblem | null {
  if (text === null) return null;
  if (text.trim() === '') return { field: 'text', words: 'Type the text to look for, or leave it empty.' };
  return text.length > MAX_NAME ? tooLong('text') : null;
}

function tooLong(field: 'name' | 'text'): RuleProblem {
  return { field, words: `Shorten the ${field} to ${MAX_NAME} characters.` };
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
