import type { SpendingData } from '../../../lib/history/read/spending.ts';
import { type Part, type PartSum, shareOf, toldMinor } from '../../../lib/insights/spending.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { counted } from '../../shared/words.ts';
import { Columns } from './Columns.tsx';
import { shareWords, signedMoney } from './words.ts';

const PART_WORDS: Record<Part, string> = {
  items: 'Items',
  shipping: 'Shipping',
  tax: 'Tax',
  sellerDiscount: 'Shop discounts',
  platformDiscount: 'TikTok discounts',
};

/**
 * What was paid for items, shipping and tax, and what discounts saved; each with its share of what was paid for the
 * orders that tell it.
 */
export function MadeOf({ data: { parts, sums }, currency }: { data: SpendingData; currency: string }) {
  const isAboveAll = parts.some((part) => (shareOf(part, sums.spentMinor) ?? 0) > 1);
  return (
    <section class="card" aria-label="What it was made of">
      <div class="card-head">
        <h3>What it was made of</h3>
        <span class="muted">share of {formatMoney(sums.spentMinor, currency)} paid</span>
      </div>
      <table class="lines">
        <caption class="visually-hidden">What it was made of</caption>
        <Columns />
        <thead class="visually-hidden">
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Amount</th>
            <th scope="col">Share of what was paid</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartLine key={part.part} part={part} spentMinor={sums.spentMinor} currency={currency} />
          ))}
        </tbody>
      </table>
      {isAboveAll && (
        <p class="muted">Items are told before discounts: they can come to more than was paid.</p>
      )}
    </section>
  );
}

function PartLine({ part, spentMinor, currency }: { part: PartSum; spentMinor: number; currency: string }) {
  const share = shareOf(part, spentMinor);
  const isSaving = part.part === 'sellerDiscount' || part.part === 'platformDiscount';
  // With its sign the parts add up to what was paid.
  const amount = isSaving
    ? signedMoney(-part.amountMinor, currency)
    : formatMoney(part.amountMinor, currency);
  return (
    <tr class={isSaving ? 'saving' : ''}>
      <th scope="row">
        {PART_WORDS[part.part]}
        {part.missing > 0 && <small>{unknownWords(part, spentMinor, currency)}</small>}
      </th>
      <td class="amount">{share === null ? <span class="unknown">not known</span> : amount}</td>
      <td class="share">{share === null ? '–' : shareWords(share)}</td>
    </tr>
  );
}

/** How many orders don't tell a part, and what its share is of then. */
function unknownWords(part: PartSum, spentMinor: number, currency: string): string {
  const unknown = `${counted(part.missing, 'order')} not known`;
  if (shareOf(part, spentMinor) === null) return unknown;
  return `${unknown}; share of ${formatMoney(toldMinor(part, spentMinor), currency)}`;
}
