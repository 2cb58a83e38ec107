import {
  type Captured,
  MAX_BODY_CHARS,
  MAX_REQUEST_CHARS,
  MAX_URL_CHARS,
  OFFER_EVENT,
  READY_EVENT,
  unpackHead,
} from './wire.ts';

/** Why an answer was not taken. */
export type DropReason = 'bytes' | 'rate';

export interface ReceiveOptions {
  /** Where the page lives; the events arrive here. */
  target: EventTarget;
  onCapture(captured: Captured): void;
  onDrop(reason: DropReason): void;
  signal: AbortSignal;
  now(): number;
}

// A busy seller pages through ten lists a minute; a page that sends more than this is broken or hostile.
const MAX_PER_WINDOW = 60;
const WINDOW_MS = 10_000;

/**
 * Takes answers from the hook, one way: nothing is ever sent back into the page. What the page itself sends by
 * guessing the private name is no more than what it could have answered to its own requests.
 */
export function receive(options: ReceiveOptions): void {
  const { target, signal } = options;
  const channel = crypto.randomUUID();
  const allow = rateLimit(options.now);
  let head: ReturnType<typeof unpackHead>;
  const onPart = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    const known = head;
    head = known ? undefined : unpackHead(detail);
    if (known && typeof detail === 'string') take({ ...known, bodyText: detail }, options, allow);
  };
  target.addEventListener(channel, onPart, { signal });
  if (offer(target, channel)) return;
  // The hook is not there yet. It says so once, before any script of the page runs.
  target.addEventListener(READY_EVENT, () => offer(target, channel), { once: true, signal });
}

/** Offers the channel; true when the hook took it. */
function offer(target: EventTarget, channel: string): boolean {
  return !target.dispatchEvent(new CustomEvent(OFFER_EVENT, { detail: channel, cancelable: true }));
}

function take(captured: Captured, options: ReceiveOptions, allow: () => boolean): void {
  const reason = dropReason(captured, allow);
  if (reason) options.onDrop(reason);
  else options.onCapture(captured);
}

function dropReason(captured: Captured, allow: () => boolean): DropReason | undefined {
  if (!allow()) return 'rate';
  const { url, requestText, bodyText } = captured;
  // The hook leaves out the body of an answer that is too long. How deep one is nested is looked at where it is
  // parsed, off the page's main thread.
  const isTooLong =
    bodyText === '' ||
    bodyText.length > MAX_BODY_CHARS ||
    url.length > MAX_URL_CHARS ||
    requestText.length > MAX_REQUEST_CHARS;
  return isTooLong ? 'bytes' : undefined;
}

function rateLimit(now: () => number): () => boolean {
  let windowStart = 0;
  let count = 0;
  return () => {
    if (now() - windowStart > WINDOW_MS) {
      windowStart = now();
      count = 0;
    }
    count += 1;
    return count <= MAX_PER_WINDOW;
  };
}
