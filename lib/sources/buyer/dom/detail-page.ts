import type { DetailFacts, ParcelFacts, SkuFacts, TextFacts } from './facts.ts';
import { pageOrderId, pageRegion } from './page-data.ts';
import { orderIdIn, pageTimeZone, textAt, textIn, textsAt } from './texts.ts';

// Classes of the captured page (buyer-shop.md 2.6). Every section of the page is a card of its own.
const SECTION = '.rounded-6.shadow';
const PARCEL_STATUS = '.background-color-UIPageGrouped3';
const ROW = '.flex.justify-between.items-center';
const PRODUCT_IMAGE = 'img.w-90.h-90';

/** The order on the detail page, as its texts. */
export function readDetailPage(document: Document): DetailFacts {
  const sections = [...document.querySelectorAll(SECTION)];
  const [head, ...rest] = sections;
  const goods = rest.filter((section) => section.querySelector(PRODUCT_IMAGE) !== null);
  const refund = rest.find(
    (section) => !goods.includes(section) && section.querySelector('.H3-Bold') !== null,
  );
  const rows = [...document.querySelectorAll(ROW)].filter(isLabelled);
  const titled = rows.map((row) => row.parentElement).find((parent) => parent !== null && hasTitle(parent));
  const parcels = goods.flatMap((section) => [...section.querySelectorAll(PARCEL_STATUS)]);
  return {
    timeZone: pageTimeZone(),
    region: pageRegion(document),
    orderId: pageOrderId(document) ?? orderIdIn(document.location?.href),
    status: head ? textAt(head, '.H3-Bold') : null,
    lines: head ? linesIn(head, '.P2-Regular.text-color-UIText3') : [],
    shop: goods.map((section) => shopIn(section)).find((shop) => shop !== null) ?? null,
    skus: parcels.length > 0 ? [] : goods.flatMap(skusIn),
    parcels: parcels.map((status) => readParcel(status)),
    refundAmount: refund ? textAt(refund, '.P1-Semibold') : null,
    refunds: refund ? readRefunds(refund) : [],
    info: rows.filter((row) => row.parentElement === titled).map(pairOf),
    bill: rows.filter((row) => row.parentElement !== titled).map(pairOf),
    address: addressIn(sections, titled ?? null),
    buttons: [...new Set(textsAt(document, `${SECTION} button`))],
    notes: goods.flatMap((section) => textsAt(section, '.flex-wrap')),
  };
}

/** A parcel: its status box, and the products that stand after it in the same part of the page. */
function readParcel(status: Element): ParcelFacts {
  return {
    status: textAt(status, '.H3-Bold'),
    lines: linesIn(status, '.P1-Regular.text-color-UIText2'),
    lastScan: textAt(status, '.H4-Semibold'),
    skus: status.parentElement ? skusIn(status.parentElement) : [],
  };
}

function skusIn(root: Element): SkuFacts[] {
  return [...root.querySelectorAll(PRODUCT_IMAGE)].flatMap((image) => {
    const body = image.parentElement;
    const name = body && (textAt(body, '.P1-Regular') ?? image.getAttribute('alt'));
    if (!body || !name) return [];
    return [
      {
        name,
        variation: textAt(body, '.P2-Regular'),
        price: textAt(body, '.H4-Semibold.text-color-UIText1'),
        listPrice: textAt(body, '.line-through'),
        quantity: textAt(body, '.H4-Semibold.text-color-UIText2'),
      },
    ];
  });
}

// The shop's name stands beside its round picture.
function shopIn(section: Element): string | null {
  const picture = section.querySelector('img.w-24.h-24');
  return (
    (picture?.parentElement && textAt(picture.parentElement, '.H4-Bold')) ??
    picture?.getAttribute('alt') ??
    null
  );
}

function linesIn(root: Element, selector: string): TextFacts[] {
  return [...root.querySelectorAll(selector)].flatMap((line) => {
    const text = textIn(line);
    return text === null ? [] : [{ text, copies: textsAt(line, '.cursor-pointer') }];
  });
}

function readRefunds(section: Element): DetailFacts['refunds'] {
  return [...section.querySelectorAll('.cursor-pointer')].map((card) => ({
    title: textAt(card, '.H4-Bold'),
    subtitle: textAt(card, '.P3-Regular'),
  }));
}

/** A row of a label and a value; rows of products and headings have other children. */
function isLabelled(row: Element): boolean {
  const [label, value, ...more] = [...row.children];
  const isText = (cell: Element | undefined) => /(?:^|\s)P2-/.test(cell?.className ?? '');
  return more.length === 0 && isText(label) && isText(value);
}

function pairOf(row: Element): { label: string; value: string } {
  return { label: textIn(row.children[0]) ?? '', value: textIn(row.children[1]) ?? '' };
}

// The order's own rows stand under a heading, the bill's do not.
function hasTitle(parent: Element): boolean {
  return /(?:^|\s)H4-Semibold/.test(parent.firstElementChild?.className ?? '');
}

/** The lines of the address: of the section that has a heading and no rows. */
function addressIn(sections: readonly Element[], titled: Element | null): string[] {
  const section = sections.find((entry) => entry !== titled && hasTitle(entry) && !entry.querySelector(ROW));
  return [...(section?.children ?? [])]
    .slice(1)
    .map(textIn)
    .filter((text) => text !== null);
}
