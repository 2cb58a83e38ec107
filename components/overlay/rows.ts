/** One order on the page: its id, and the element that shows it. */
export interface PageRow {
  orderId: string;
  link: Element;
}

// TikTok's analytics attributes, which outlive its class names (seller-center.md 3, seen 2026); the surest first.
const ORDER_LINKS = [
  '[data-log_click_for="order_id_link"]',
  '[data-log_main_order_id]:not(table, tbody, tr)',
  'a[href*="order_no="]',
];
const ORDER_ID = /\b5\d{16,18}\b/;

/** The orders that a page lists, in its order, each once, by the surest kind of link that it has. */
export function findRows(page: ParentNode): PageRow[] {
  for (const selector of ORDER_LINKS) {
    const rows = new Map<string, PageRow>();
    for (const link of page.querySelectorAll(selector)) {
      const orderId = orderIdOf(link);
      if (orderId !== undefined && !rows.has(orderId) && link.closest('table')) {
        rows.set(orderId, { orderId, link });
      }
    }
    if (rows.size > 0) return [...rows.values()];
  }
  return [];
}

function orderIdOf(link: Element): string | undefined {
  const told = link.getAttribute('data-log_main_order_id') ?? link.getAttribute('href') ?? '';
  return (ORDER_ID.exec(told) ?? ORDER_ID.exec(link.textContent ?? ''))?.[0];
}

/**
 * Where the bar goes: above the list's outermost wrapper that holds nothing but the list. On the order page the
 * empty list counts too: a bar that stands there before the first row moves nothing when the rows come.
 */
export function findList(rows: readonly PageRow[]): Element | null {
  const isOrderPage = /^\/order\/?$/.test(location.pathname);
  let list: Element | null =
    rows[0]?.link.closest('table') ?? (isOrderPage ? document.querySelector('table') : null);
  // Arco splits a table with a fixed header in two; its own wrapper holds both.
  for (
    let outer: Element | null = list;
    outer;
    outer = outer.parentElement?.closest('.arco-table, .core-table') ?? null
  )
    list = outer;
  while (list?.parentElement && list.parentElement !== document.body && isOnlyChild(list))
    list = list.parentElement;
  return list;
}

function isOnlyChild(element: Element): boolean {
  const children = [...(element.parentElement?.children ?? [])];
  return children.every((child) => child === element || child.localName === 'orderlens-overlay');
}
