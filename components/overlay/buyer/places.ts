/** The order that a page is about, by its address; null on every other page. */
export function orderIdOfPage({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | null {
  if (!/^\/shop\/order_detail\/?$/.test(pathname)) return null;
  const id = new URLSearchParams(search).get('main_order_id') ?? '';
  return /^\d{15,20}$/.test(id) ? id : null;
}

/** The row of a card that holds its buttons; there is room at the left of them. */
export function findPlace(card: Element): Element | null {
  const button = card.querySelector('button');
  const row = [...card.children].find((child) => button !== null && child.contains(button));
  return row && row !== button ? row : null;
}

/** The row with the title of an order's page; nothing stands at its right (buyer-shop.md 2.6). */
export function findTitle(page: ParentNode): Element | null {
  return page.querySelector('.H2-Bold')?.parentElement ?? null;
}

const GAP_PX = 12;

/** How wide a piece may be, and how far from the right of its row it ends. */
export interface Room {
  roomPx: number;
  rightPx: number;
}

/** What a card's row leaves free at the left of its buttons. */
export function cardRoom(row: Element): Room {
  const all = row.getBoundingClientRect();
  const buttons = [...row.children].filter(({ localName }) => localName !== 'orderlens-overlay');
  const left = Math.min(...buttons.map((button) => button.getBoundingClientRect().left));
  const rightPx = all.right - left + GAP_PX;
  return { roomPx: Math.floor(all.width - rightPx), rightPx };
}

/** What is free at the right of a title. */
export function titleRoom(row: Element, host: Element): number {
  return Math.floor(row.getBoundingClientRect().right - host.getBoundingClientRect().left - GAP_PX);
}
