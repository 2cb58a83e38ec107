import { type Intrinsics, takeIntrinsics } from './safe-intrinsics.ts';
import { MAX_BODY_CHARS, OFFER_EVENT, packHead, READY_EVENT } from './wire.ts';

// The closed list of what is copied, on any host: the seller's routes with or without `/na/` (seller-center.md
// 2.1-2.4), the buyer's order lists, details and parcels (buyer-shop.md 2.2).
const ROUTES =
  /\/api\/(?:(?:v1\/)?fulfillment\/(?:na\/)?(?:order\/(?:list|get|history|search_count)|logistic_detail\/list)|v1\/(?:(?:aftersale|trade)\/list_order|aftersale\/order_detail|shop\/logistics_(?:detail|package_list))\/get)(?:\?|$)/;

// A page asks for its first list very early; what is answered before the other half is there waits.
const MAX_WAITING = 8;

type Emit = (url: string, requestText: string, bodyText: string) => void;
/** Looks at a call before it is made; returns what to do with its result, if anything. */
type Observer = (target: object, args: ArrayLike<unknown>) => ((result: object) => void) | undefined;

/** Starts copying the answers of the listed routes to our content script. The page's own calls stay as they are. */
export function startHook(): void {
  const safe = takeIntrinsics();
  const emit = meet(safe);
  const observe = (original: object, observer: Observer) =>
    new Proxy(original, proxyHandler(safe, observer)) as never;
  const xhr = XMLHttpRequest.prototype;
  const opened = new WeakMap<object, string>();
  window.fetch = observe(window.fetch, fetchObserver(safe, emit));
  xhr.open = observe(xhr.open, (target, args) => void safe.remember(opened, target, `${args[1]}`));
  xhr.send = observe(
    xhr.send,
    sendObserver(safe, emit, (target) => safe.recall(opened, target)),
  );
}

// The offer carries the name of the private channel. Taking it is told by cancelling it, so that the other
// half never has to repeat an offer into a page that listens by then.
function meet(safe: Intrinsics): Emit {
  let channel: string | undefined;
  let waiting: [string, string][] = [];
  const tell = (name: string, detail: string) =>
    safe.dispatch(window, new safe.CustomEvent(name, { __proto__: null, detail } as CustomEventInit));
  const emit = (head: string, bodyText: string) => {
    if (channel === undefined) {
      if (waiting.length < MAX_WAITING) waiting[waiting.length] = [head, bodyText];
      return;
    }
    tell(channel, head);
    tell(channel, bodyText);
  };
  const onOffer = (event: Event) => {
    const name = safe.detailOf(event);
    if (typeof name !== 'string') return;
    safe.cancel(event);
    safe.unlisten(window, OFFER_EVENT, onOffer);
    channel = name;
    const early = waiting;
    waiting = [];
    for (let index = 0; index < early.length; index += 1)
      safe.apply(emit, undefined, early[index] as [string, string]);
  };
  safe.listen(window, OFFER_EVENT, onOffer);
  safe.dispatch(window, new safe.CustomEvent(READY_EVENT));
  // Too long to be copied: the other half hears of it, without the text.
  return (url, requestText, bodyText) =>
    emit(packHead(url, requestText), bodyText.length > MAX_BODY_CHARS ? '' : bodyText);
}

// Calls the original with exactly what the page gave it and answers exactly what it answered; whatever goes
// wrong on our side stays on our side.
function proxyHandler(safe: Intrinsics, observe: Observer): ProxyHandler<object> {
  return {
    // A page that extends Object.prototype must not add traps.
    __proto__: null,
    apply(original: () => object, target: object, args: unknown[]): object {
      let after: ReturnType<Observer>;
      try {
        after = observe(target, args);
      } catch {}
      const result = safe.apply(original, target, args);
      try {
        after?.(result);
      } catch {}
      return result;
    },
  } as ProxyHandler<object>;
}

/** The same function, whose faults stay on our side: the page's error handlers must not hear of us. */
function quietly<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      run(...args);
    } catch {}
  };
}

function fetchObserver(safe: Intrinsics, emit: Emit): Observer {
  const ignore = () => {};
  return (_target, args) => {
    const input = args[0];
    const request = input instanceof safe.Request ? input : undefined;
    const url = request ? safe.urlOfRequest(request) : input instanceof safe.URL ? safe.hrefOf(input) : input;
    if (typeof url !== 'string' || safe.exec(ROUTES, url) === null) return undefined;
    const body = (args[1] as RequestInit | undefined)?.body;
    // A Request's body can be read once: its copy must be made before the page's fetch takes it.
    const asking = request && !body ? safe.requestText(safe.cloneRequest(request)) : undefined;
    const onAnswer = (asked: string) =>
      quietly((response: Response) => {
        const copy = safe.responseText(safe.cloneResponse(response));
        safe.whenDone(
          copy,
          quietly((text: string) => emit(safe.responseUrl(response) || url, asked, text)),
          ignore,
        );
      });
    return (answer) => {
      if (!asking) safe.whenDone(answer, onAnswer(typeof body === 'string' ? body : ''), ignore);
      // Copied in the same turn as the page gets it: a body that the page has begun to read has no copy.
      else {
        let asked = '';
        const keep = (text: string) => {
          asked = text;
        };
        safe.whenDone(asking, keep, ignore);
        safe.whenDone(answer, (response: Response) => onAnswer(asked)(response), ignore);
      }
    };
  };
}

function sendObserver(safe: Intrinsics, emit: Emit, urlOf: (target: object) => string | undefined): Observer {
  return (target, args) => {
    const url = urlOf(target);
    if (url === undefined || safe.exec(ROUTES, url) === null) return undefined;
    const asked = typeof args[0] === 'string' ? args[0] : '';
    const onLoad = quietly(() => {
      const type = safe.xhrType(target);
      // An answer that the browser has already parsed is written out again; its ids are text.
      if (type === 'json') emit(url, asked, safe.stringify(safe.xhrBody(target)));
      else if (type === '' || type === 'text') emit(url, asked, safe.xhrText(target));
    });
    safe.listen(target, 'load', onLoad, { __proto__: null, once: true });
    return undefined;
  };
}
