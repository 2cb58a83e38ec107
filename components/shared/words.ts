/** A count and its noun: "1 order", "1,204 orders". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** What the button says that shows more of a list: "Show 3 more", "Show 50 more of 1,204". */
export function moreWords(rest: number, step: number): string {
  return rest > step ? `Show ${step} more of ${rest.toLocaleString()}` : `Show ${rest} more`;
}

/** Parts as a sentence lists them: "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The end of an order id, by which people tell orders apart at a glance: "…999937". */
export function shortId(orderId: string): string {
  return orderId.length > 8 ? `…${orderId.slice(-6)}` : orderId;
}

/** Why something failed, in the words of what failed. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
