/** The text of an element without the white space around it; null without an element or a text. */
export function textIn(element: Element | null | undefined): string | null {
  const text = element?.textContent?.replace(/\s+/g, ' ').trim();
  return text ? text : null;
}

/** The text of the first element below a root that a selector finds. */
export function textAt(root: ParentNode, selector: string): string | null {
  return textIn(root.querySelector(selector));
}

/** The texts of all elements below a root that a selector finds. */
export function textsAt(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map(textIn).filter((text) => text !== null);
}

/** The order id in the address of a link or page; null without one. */
export function orderIdIn(address: string | null | undefined): string | null {
  return /[?&]main_order_id=(\d{10,20})(?:&|#|$)/.exec(address ?? '')?.[1] ?? null;
}

/** The time zone in which the page writes its times. */
export function pageTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
