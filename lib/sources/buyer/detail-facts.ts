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
    reverses: (facts.refunds ?? []).map(({ title, subtitle }) => ({
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
  const lines = address.filter((line) => !line.includes('@') && !/^\(?\+?\d[\d()*\s-]*$/.test(line));
  return lines.join(', ') || null;
}
