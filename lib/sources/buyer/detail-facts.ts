import type { DetailParts, SkuPart } from './detail-parts.ts';
import type { DetailFacts, SkuFacts, TextFacts } from './facts-schema.ts';
import type { Line, LineContext } from './line.ts';
import { textLine } from './text-line.ts';

/** The texts of the detail page in the form that both readers of an order share. */
export function partsOfFacts(facts: DetailFacts, orderId: string, context: LineContext): DetailParts {
  const line = (text: string | null | undefined): Line | null => (text ? textLine(text, context) : null);
  const linesOf = (lines: readonly TextFacts[] | null | undefined): Line[] =>
    (lines ?? []).map(({ text, copies }) => textLine(text, context, copies ?? []));
  const lines = linesOf(facts.lines);
  return {
    orderId,
    title: line(facts.status),
    lines,
    shop: facts.shop ?? null,
    skus: (facts.skus ?? []).map(skuOf),
    parcels: (facts.parcels ?? []).map((parcel) => ({
      id: null,
      title: line(parcel.status),
      lines: linesOf(parcel.lines),
      lastScan: parcel.lastScan ?? null,
      skus: (parcel.skus ?? []).map(skuOf),
    })),
    trackedParcelId: null,
    refundText: facts.refundAmount ?? null,
    // Other things that react to a click are no refund.
    reverses: (facts.refunds ?? [])
      .filter(({ title, subtitle }) => title || subtitle)
      .map(({ title, subtitle }) => ({
        id: null,
        title: line(title),
        subtitle: line(subtitle),
        productNames: [],
      })),
    info: (facts.info ?? []).map(({ label, value }) => ({
      label,
      text: value,
      at: textLine(value, context).times[0]?.at ?? null,
    })),
    bill: (facts.bill ?? []).map(({ label, value }) => ({ label, priceText: value })),
    // The last row, as the page shows it; its label tells.
    totalText:
      facts.bill?.findLast(({ label }) => /^(?:order |grand )?total$/i.test(label.trim()))?.value ?? null,
    shipTo: shipToOf(facts.address ?? []),
    buttons: facts.buttons ?? [],
    notes: [...(facts.notes ?? []), ...lines.map(({ text }) => text)],
  };
}

function skuOf({ name, variation, price, listPrice, quantity }: SkuFacts): SkuPart {
  const count = /^x\s?(\d{1,6})$/i.exec(quantity?.trim() ?? '')?.[1];
  return {
    skuId: null,
    name,
    variation: variation ?? null,
    priceText: price ?? null,
    listPriceText: listPrice ?? null,
    quantity: count === undefined ? null : Number(count),
  };
}

// E-mail and phone stay out, as they do of the captured answer.
function shipToOf(address: readonly string[]): string | null {
  const lines = address.filter((line) => !line.includes('@')).map(withoutPhones);
  return lines.filter((line) => line !== '').join(', ') || null;
}

/** Digits, or what hides them, with what stands between those of a phone number. */
const DIGITS = /[(+]*[\d*•][\d*•()+\s.-]*/g;
const PHONE_DIGITS = 7;
/** "55802-1234", "01310-100", and a house or unit number before a postcode: "#04-12 560034". */
const POSTCODE = /^(?:\d{5}-\d{3,4}|\d{1,3}(?:-\d{1,3})? \d{5,6})$/;
const PHONE_LABEL = /^(?:(?:tele|mobile |cell )?phone|tel|mobile|cell|contact)(?: (?:number|no))?\W*$/i;

function withoutPhones(line: string): string {
  const isPhone = (text: string) =>
    text.replace(/[^\d*•]/g, '').length >= PHONE_DIGITS && !POSTCODE.test(text.trim());
  if (![...line.matchAll(DIGITS)].some(([text]) => isPhone(text))) return line;
  const rest = line
    .replace(DIGITS, (text) => (isPhone(text) ? ' ' : text))
    .replace(/\s+/g, ' ')
    .replace(/(?:[\s,;:|/·-]*,)+/g, ',')
    .replace(/^[\s,;:|/·-]+|[\s,;:|/·-]+$/g, '');
  return PHONE_LABEL.test(rest) ? '' : rest;
}
