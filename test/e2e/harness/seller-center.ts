import { MARKETS } from '../../shop/markets.ts';
import type { Shop } from '../../shop/server.ts';
import type { Market } from '../../shop/types.ts';
import type { Browser, Tab } from './types.ts';

/** A shop and a browser that goes to it. */
export interface Place {
  shop: Shop;
  browser: Browser;
}

/** What the shop's page lets tests see and do. */
export interface ShopWindow {
  shopPage: {
    state: {
      route: string;
      page: number;
      renders: number;
      loading: boolean;
      orderId: string | null;
      error: string | null;
    };
    list: { next: HTMLButtonElement; refresh: HTMLButtonElement };
    open(path: string): void;
  };
}

/** The host of a market's Seller Center. */
export function hostOf(market: Market): string {
  return MARKETS[market].host;
}

/** Opens the order list and waits until it shows its first page. */
export async function openOrders({ shop, browser }: Place, market: Market): Promise<Tab> {
  const tab = await browser.open(shop.pageUrl(market));
  await drawn(tab, '/order');
  return tab;
}

/** Waits until a route of the shop's page has everything. */
export function drawn(tab: Tab, path: string): Promise<void> {
  return tab.waitFor((wanted) => {
    const { state } = (window as unknown as ShopWindow).shopPage;
    return state.route === wanted && state.renders > 0 && !state.loading;
  }, path);
}

/** Goes on to the next page of the list; false when this was the last. */
export async function nextPage(tab: Tab): Promise<boolean> {
  const page = await tab.evaluate(() => {
    const { list, state } = (window as unknown as ShopWindow).shopPage;
    if (list.next.disabled) return null;
    list.next.click();
    return state.page + 1;
  });
  if (page === null) return false;
  await tab.waitFor((wanted) => (window as unknown as ShopWindow).shopPage.state.page === wanted, page);
  return true;
}

/** Loads the list's page again with its own button. */
export async function refreshList(tab: Tab): Promise<void> {
  const before = await tab.evaluate(() => {
    const { list, state } = (window as unknown as ShopWindow).shopPage;
    list.refresh.click();
    return state.renders;
  });
  await tab.waitFor((known) => (window as unknown as ShopWindow).shopPage.state.renders > known, before);
}

/** Goes to a route without loading the page, as the shop's own links do. */
export async function follow(tab: Tab, path: string): Promise<void> {
  await tab.evaluate((wanted) => (window as unknown as ShopWindow).shopPage.open(wanted), path);
  await drawn(tab, path.split('?')[0] ?? path);
}

/** Shows one order's details. */
export function openDetail(tab: Tab, orderId: string): Promise<void> {
  return follow(tab, `/order/detail?order_no=${orderId}`);
}

/** Shows every page of a market's list, and with `details` every order; the tab stays open. */
export async function walk(session: Place, market: Market, details = false): Promise<Tab> {
  const tab = await openOrders(session, market);
  while (await nextPage(tab));
  if (!details) return tab;
  for (const order of session.shop.orders(market)) {
    await openDetail(tab, order.id);
    await look();
  }
  return tab;
}

const LOOK_MS = 250;

/** What was opened stays on the page for a moment: nobody reads ten orders a second. */
export function look(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** How many pieces of the overlay are in the page. */
export function countPieces(tab: Tab): Promise<number> {
  return tab.evaluate(() => document.querySelectorAll('orderlens-overlay').length);
}

/** Waits until the page has so many pieces of the overlay. */
export function waitForPieces(tab: Tab, count: number): Promise<void> {
  return tab.waitFor((wanted) => document.querySelectorAll('orderlens-overlay').length === wanted, count);
}
