/** What tells one card of the list from another: shop, day ("Mar 17") and products, as the page shows them. */
interface CardFacts {
  shop: string;
  day: string;
  products: string[];
}

/** One card on the page; it has no order id. */
export interface PageCard extends CardFacts {
  element: HTMLElement;
}

/** One card as the list's answer tells it. */
export interface ListEntry extends CardFacts {
  orderId: string;
}

/** The cards of one answer: the first page of the list, or one that follows. */
export interface ListPart {
  entries: ListEntry[];
  isFirst: boolean;
}

// buyer-shop.md 2.6, seen June 2026: utility classes, no test ids; a product's picture has its name.
const CARD = 'div.cursor-pointer.rounded-6.shadow';
const PRODUCT = '.w-80.h-80 img[alt]';

/** The cards of the order list, in the page's order. */
export function findCards(page: ParentNode): PageCard[] {
  return [...page.querySelectorAll<HTMLElement>(CARD)].flatMap((element) => {
    const products = [...element.querySelectorAll(PRODUCT)].map((image) => image.getAttribute('alt') ?? '');
    const shop = textIn(element, '.H4-Semibold');
    const day = DAY.exec(textIn(element, '.P3-Regular'))?.[0];
    return products.length > 0 && day !== undefined ? [{ element, shop, day, products }] : [];
  });
}

const DAY = /[A-Z][a-z]{2} \d{1,2}$/;

function textIn(element: Element, selector: string): string {
  return element.querySelector(selector)?.textContent?.trim() ?? '';
}

/** The cards that an answer of the list route tells, in its order; those without id, shop or date are left out. */
export function listEntries(body: unknown): ListEntry[] {
  const orders = listAt(body, 'dynamic_data', 'list_order_items', 'orders');
  return orders.flatMap((order) => {
    const items = listAt(order, 'items');
    const orderId = at(items[0], 'main_order_id');
    const shop = at(items[0], 'seller_info', 'name');
    const day = dayOf(order);
    const products = items
      .flatMap((item) => listAt(item, 'skus'))
      .map((sku) => String(at(sku, 'product_name') ?? ''));
    // An id that is a number has lost digits.
    if (typeof orderId !== 'string' || !ORDER_ID.test(orderId)) return [];
    if (typeof shop !== 'string' || day === undefined) return [];
    return [{ orderId, shop: shop.trim(), day, products }];
  });
}

// The page writes the date's own time in the browser's zone, without a year.
function dayOf(order: unknown): string | undefined {
  const [first] = listAt(order, 'order_info', 'order_date', 'data_list');
  const seconds = Number(at(first, 'data'));
  if (Number(at(first, 'type')) !== TIME || !Number.isFinite(seconds) || seconds <= 0) return undefined;
  return new Date(seconds * 1000).toLocaleDateString('en-US', { month: 'short', day: 'numeric' });
}

const TIME = 2;
const ORDER_ID = /^\d{15,20}$/;

/**
 * Which order each card shows. Cards that look alike go by their order, and only when the page has as many of
 * them as the answers told: where it is not certain, a card has no order.
 */
export function matchCards(
  cards: readonly PageCard[],
  entries: readonly ListEntry[],
): { card: PageCard; orderId: string }[] {
  const alike = Map.groupBy(entries, lookOf);
  return [...Map.groupBy(cards, lookOf)].flatMap(([look, same]) => {
    const told = alike.get(look) ?? [];
    if (told.length !== same.length) return [];
    return told.flatMap(({ orderId }, index) => {
      const card = same[index];
      return card ? [{ card, orderId }] : [];
    });
  });
}

function lookOf({ shop, day, products }: CardFacts): string {
  return JSON.stringify([shop, day, products]);
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
}

function listAt(value: unknown, ...path: string[]): unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}
