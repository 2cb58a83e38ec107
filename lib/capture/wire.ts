/** The events by which the two halves meet; what they send afterwards goes by a random name of this document. */
export const OFFER_EVENT = 'orderlens:offer';
export const READY_EVENT = 'orderlens:ready';

/** Longer answers than this are not copied: a list of 50 orders has about 400,000 characters. */
export const MAX_BODY_CHARS = 8_388_608;
export const MAX_REQUEST_CHARS = 262_144;
export const MAX_URL_CHARS = 8192;

/** One answer as the hook hands it over. */
export interface Captured {
  url: string;
  requestText: string;
  bodyText: string;
}

const HEAD = /^(\d{1,6}),/;

/**
 * The first of the two strings by which an answer crosses: address and request. Its body follows as a second
 * one, untouched: joining them would copy it on the page's main thread. Strings cross from world to world
 * unchanged, objects do not in Firefox.
 */
export function packHead(url: string, requestText: string): string {
  return `${url.length},${url}${requestText}`;
}

/** What `packHead` packed, or undefined for anything else. */
export function unpackHead(detail: unknown): Omit<Captured, 'bodyText'> | undefined {
  const head = typeof detail === 'string' ? HEAD.exec(detail) : null;
  if (typeof detail !== 'string' || !head) return undefined;
  const [prefix, urlLength] = head;
  const urlEnd = prefix.length + Number(urlLength);
  if (urlEnd > detail.length) return undefined;
  return { url: detail.slice(prefix.length, urlEnd), requestText: detail.slice(urlEnd) };
}
