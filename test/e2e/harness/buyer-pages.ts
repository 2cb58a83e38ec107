import type { BuyerLevel } from '../../shop/buyer/expected.ts';
import type { BuyerOrder } from '../../shop/buyer/types.ts';
import { look, type Place } from './seller-center.ts';
import type { Tab } from './types.ts';

/** What the buyer's pages let tests see and do. */
interface BuyerWindow {
  shopPage: {
    state: { route: string; renders: number; loading: boolean; cards: number; hasMore: boolean };
    list: { more(): Promise<void> };
  };
}

/** The order list, as people open it. */
export const LIST_PATH = '/shop/order_list';

/** The address of an order's own page, as a card leads there. */
export function detailPath({ id }: BuyerOrder): string {
  return `/shop/order_detail?main_order_id=${id}&source=ecommerce_orderlist`;
}

/** The addresses of the pages of an order's parcels, one each. */
export function parcelPaths({ id, parcels }: BuyerOrder): string[] {
  return parcels.map((parcel) => `/shop/logistics_detail?main_order_id=${id}&pkg_id=${parcel.id}&type=1`);
}

/** Waits until a buyer's page has all of its answers on it. */
export function buyerDrawn(tab: Tab): Promise<void> {
  return tab.waitFor(() => {
    const { shopPage } = window as unknown as Partial<BuyerWindow>;
    return shopPage !== undefined && shopPage.state.renders > 0 && !shopPage.state.loading;
  }, null);
}

/** Opens one of the buyer's pages in a new tab; the order list unless told. */
export async function openBuyerPage({ shop, browser }: Place, path = LIST_PATH): Promise<Tab> {
  const tab = await browser.open(shop.buyer.pageUrl(path));
  await buyerDrawn(tab);
  return tab;
}

/** Goes to another of the buyer's pages with a whole load, as the real ones do. */
export async function goToBuyerPage({ shop }: Place, tab: Tab, path: string): Promise<void> {
  await tab.goto(shop.buyer.pageUrl(path));
  await buyerDrawn(tab);
}

/** Presses "View more" once; false when there was no such button. */
export async function viewMore(tab: Tab): Promise<boolean> {
  const cards = await tab.evaluate(() => {
    const { state, list } = (window as unknown as BuyerWindow).shopPage;
    if (!state.hasMore) return null;
    void list.more();
    return state.cards;
  });
  if (cards === null) return false;
  await tab.waitFor((known) => {
    const { state } = (window as unknown as BuyerWindow).shopPage;
    return !state.loading && state.cards > known;
  }, cards);
  return true;
}

/** Shows what a level tells: the whole list, each order's page, each parcel's page; the tab stays open. */
export async function walkBuyer(place: Place, level: BuyerLevel): Promise<Tab> {
  const tab = await openBuyerPage(place);
  while (await viewMore(tab));
  await look();
  if (level === 'list') return tab;
  for (const order of place.shop.buyer.orders) {
    const paths = [detailPath(order), ...(level === 'all' ? parcelPaths(order) : [])];
    for (const path of paths) {
      await goToBuyerPage(place, tab, path);
      await look();
    }
  }
  return tab;
}
