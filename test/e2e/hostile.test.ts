import { describe, expect, test } from 'vitest';
import { expectExport } from './harness/expect-export.ts';
import { exportFrom, openRoom, turnOn } from './harness/product.ts';
import { look, openOrders, type ShopWindow, waitForPieces } from './harness/seller-center.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import { markedIds } from './harness/truth.ts';

/** What a page saw: events that passed by, and how often each patched function ran. */
interface Spy {
  events: string[];
  calls: Record<string, number>;
}

describe.each(BROWSERS)('a hostile page in %s', (name) => {
  const session = useSession(name, { shops: [{ market: 'US', orders: 12 }], pageSize: 6 });

  /** Walks through the page while everything is patched that a page can patch. */
  async function walkPatched(): Promise<Spy> {
    const tab = await openOrders(session, 'US');
    const ids = session.shop.orders('US').slice(0, 2);
    await tab.evaluate(patchEverything);
    const spy = await tab.evaluate(
      walkAndCount,
      ids.map((order) => order.id),
    );
    await look();
    return spy;
  }

  test('that patches the platform after its load neither sees nor breaks anything', async () => {
    const { browser, shop } = session;
    const without = await walkPatched();
    await turnOn(browser, 'US');
    expect(await walkPatched()).toEqual(without);
    const [list, all] = [shop.expected('US', 'list'), shop.expected('US', 'all')];
    const data = await openRoom(browser, 'Data');
    await expectExport(data, [...all.slice(0, 2), ...list.slice(2)]);
  });

  test('that speaks for the bridge is not answered, and changes nothing', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    const tab = await openOrders(session, 'US');
    const data = await openRoom(browser, 'Data');
    const { orders } = await expectExport(data, shop.expected('US', 'list').slice(0, 6));
    const heard = await tab.evaluate(speakForTheBridge);
    expect(heard).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await exportFrom(data)).orders).toEqual(orders);
  });

  test('finds no trace of our data in window, document, attributes or shadow roots', async () => {
    const { browser, shop } = session;
    const bare = await openOrders(session, 'US');
    const before = await bare.evaluate(readWindow);
    await bare.close();
    await turnOn(browser, 'US');
    const tab = await openOrders(session, 'US');
    await waitForPieces(tab, markedIds(shop.expected('US', 'list').slice(0, 6)).length + 1);
    expect(await tab.evaluate(readWindow)).toEqual(before);
    const pieces = await tab.evaluate(readPieces);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      expect(piece).toEqual({
        root: null,
        internals: null,
        children: 0,
        text: '',
        dataset: 0,
        own: [],
        attributes: ['style'],
      });
    }
    const read = await tab.evaluate(readFiles, browser.extensionUrl(''));
    expect(read).toEqual([]);
  });
});

/** Counts whatever passes through what a page can replace. */
function patchEverything(): void {
  const spy: Spy = { events: [], calls: {} };
  Object.assign(window, { spy });
  const { apply } = Reflect;
  const count = (name: string): void => {
    spy.calls[name] = (spy.calls[name] ?? 0) + 1;
  };
  const patch = (owner: object, key: string, seen: (args: unknown[]) => void): void => {
    const original = Reflect.get(owner, key);
    const patched = function (this: unknown, ...args: unknown[]): unknown {
      seen(args);
      return apply(original, this, args);
    };
    Reflect.set(owner, key, patched);
  };
  const OWNERS: [object, string[]][] = [
    [JSON, ['parse', 'stringify']],
    [Promise.prototype, ['then', 'catch']],
    [RegExp.prototype, ['test', 'exec']],
    [String.prototype, ['includes', 'slice']],
    [Response.prototype, ['clone', 'text']],
    [Request.prototype, ['clone', 'text']],
    [EventTarget.prototype, ['addEventListener', 'removeEventListener']],
    [WeakMap.prototype, ['get', 'set']],
    [Function.prototype, ['call', 'apply']],
    [Reflect, ['apply', 'get']],
  ];
  for (const [owner, keys] of OWNERS) for (const key of keys) patch(owner, key, () => count(key));
  patch(EventTarget.prototype, 'dispatchEvent', ([event]) => {
    if (event instanceof CustomEvent) spy.events.push(`${event.type}: ${event.detail}`);
  });
  for (const name of ['detail', 'cancelable', 'once', 'signal', 'get']) {
    const get = (): undefined => count(`trap ${name}`) as undefined;
    Object.defineProperty(Object.prototype, name, { configurable: true, get, set: () => {} });
  }
}

/** Pages and opens orders; all in one call, so that what the test's own tools do in the page does not count. */
async function walkAndCount(orderIds: string[]): Promise<Spy> {
  const { spy, shopPage } = window as unknown as ShopWindow & { spy: Spy };
  const { list, state, open } = shopPage;
  const when = async (isThere: () => boolean): Promise<void> => {
    while (state.loading || !isThere()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  // The page's own calls must be the same at each walk: its counts have come, its timers rest.
  const hasCounts = () => document.querySelector('[role=tab]')?.textContent !== 'All';
  await when(hasCounts);
  for (let timer = 1; timer < 1000; timer += 1) clearInterval(timer);
  Object.assign(spy, { events: [], calls: {} });
  list.next.click();
  await when(() => state.page === 2);
  for (const id of orderIds) {
    open(`/order/detail?order_no=${id}`);
    await when(() => state.orderId === id);
  }
  open('/order');
  await when(() => state.page === 1 && hasCounts());
  return { events: [...spy.events], calls: { ...spy.calls } };
}

/** Sends what the two halves say to each other, and returns what came back. */
async function speakForTheBridge(): Promise<string[]> {
  const heard: string[] = [];
  const names = ['orderlens:offer', 'orderlens:ready'];
  for (const name of names) {
    for (const target of [window, document, document.documentElement]) {
      target.addEventListener(name, (event) => {
        if ((event as CustomEvent).detail !== 'mine') heard.push(`${name}: ${(event as CustomEvent).detail}`);
      });
    }
  }
  const body = '{"code":0,"data":{"main_orders":[{"main_order_id":"576000000000000001"}],"total_count":1}}';
  const url = 'https://seller-us.tiktok.com/api/fulfillment/na/order/list';
  for (const name of names) {
    const event = new CustomEvent(name, { detail: 'mine', cancelable: true, bubbles: true });
    if (!window.dispatchEvent(event)) heard.push(`${name} was taken`);
  }
  window.dispatchEvent(new CustomEvent('mine', { detail: `${url.length},0;${url}${body}` }));
  window.postMessage({ command: 'capture.submit', data: { url, requestText: '', bodyText: body } }, '*');
  await new Promise((resolve) => setTimeout(resolve, 300));
  return heard;
}

function readWindow(): object {
  return {
    names: Object.getOwnPropertyNames(window)
      .filter((name) => !/^\d+$/.test(name))
      .sort(),
    symbols: Object.getOwnPropertySymbols(window).map(String),
    attributes: [...document.documentElement.attributes, ...document.body.attributes].map(
      (entry) => entry.name,
    ),
    heads: [...document.head.children].map((node) => node.localName),
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
  };
}

function readPieces(): object[] {
  return [...document.querySelectorAll<HTMLElement>('orderlens-overlay')].map((piece) => ({
    root: piece.shadowRoot,
    internals: Reflect.get(piece, 'openOrClosedShadowRoot') ?? null,
    children: piece.childNodes.length,
    text: piece.textContent,
    dataset: Object.keys(piece.dataset).length,
    own: Object.getOwnPropertyNames(piece),
    attributes: piece.getAttributeNames(),
  }));
}

/** Which files of the extension a page can read. */
async function readFiles(base: string): Promise<string[]> {
  const files = ['manifest.json', 'popup.html', 'dashboard.html', 'content-scripts/hook.js', 'icon/16.png'];
  const read = await Promise.all(
    files.map((file) =>
      fetch(base + file).then(
        () => [file],
        () => [],
      ),
    ),
  );
  return read.flat();
}
