import { logisticDetail } from './seller/logistic-detail.ts';
import { orderGet } from './seller/order-get.ts';
import { orderHistory } from './seller/order-history.ts';
import { orderList } from './seller/order-list.ts';
import { searchCount } from './seller/search-count.ts';
import type { Source } from './source.ts';

/** Every source, once. The first that matches a captured address reads it. */
export const SOURCES: readonly Source[] = [orderList, orderGet, orderHistory, logisticDetail, searchCount];

/** The source for a captured address, or undefined when nobody reads it. */
export function findSource(url: URL): Source | undefined {
  return SOURCES.find((source) => source.matches(url));
}
