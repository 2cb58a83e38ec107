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

// Lengths first, then the texts as they are: nothing is escaped or parsed on the page's main thread.
const HEAD = /^(\d{1,6}),(\d{1,8});/;

/** One string for the bridge: strings cross from world to world unchanged, objects do not in Firefox. */
export function pack(url: string, requestText: string, bodyText: string): string {
  return `${url.length},${requestText.length};${url}${requestText}${bodyText}`;
}

/** What `pack` packed, or undefined for anything else. */
export function unpack(detail: unknown): Captured | undefined {
  if (typeof detail !== 'string') return undefined;
  const head = HEAD.exec(detail.slice(0, 20));
  if (!head) return undefined;
  const [prefix, urlLength, requestLength] = head;
  const urlEnd = prefix.length + Number(urlLength);
  const requestEnd = urlEnd + Number(requestLength);
  if (requestEnd > detail.length) return undefined;
  return {
    url: detail.slice(prefix.length, urlEnd),
    requestText: detail.slice(urlEnd, requestEnd),
    bodyText: detail.slice(requestEnd),
  };
}
