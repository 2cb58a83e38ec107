/** The id of the person who is signed in, as the page's own data has it; null when absent (buyer-shop.md 2.7). */
export function pageUserId(document: Document): string | null {
  const id = findInPages(document, 'basic_info', 'user_id');
  return id !== null && /^[1-9]\d{4,24}$/.test(id) ? id : null;
}

/** The region that the page takes its visitor to be in (ISO 3166); null when absent. */
export function pageRegion(document: Document): string | null {
  const region = findInPages(document, 'region_info', 'real_region')?.toUpperCase();
  return region && /^[A-Z]{2}$/.test(region) ? region : null;
}

/** The page's own id of an order that it shows, from its route; null when absent. */
export function pageOrderId(document: Document): string | null {
  const id = findInPages(document, 'route_info', 'main_order_id');
  return id !== null && /^\d{10,20}$/.test(id) ? id : null;
}

function findInPages(document: Document, part: string, field: string): string | null {
  for (const page of Object.values(loaderData(document))) {
    const value = member(member(page, part), field);
    // A number would have lost digits.
    if (typeof value === 'string') return value;
  }
  return null;
}

function loaderData(document: Document): object {
  const text = document.querySelector('#__MODERN_ROUTER_DATA__')?.textContent ?? '';
  try {
    const data = member(JSON.parse(text), 'loaderData');
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    // Cut short, or none at all: the page says nothing.
    return {};
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
