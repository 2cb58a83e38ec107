import { buyerLogisticsDetail } from './buyer/logistics-detail.ts';
import { buyerOrderDetail } from './buyer/order-detail.ts';
import { buyerOrderDetailDom } from './buyer/order-detail-dom.ts';
import { buyerOrderList } from './buyer/order-list.ts';
import { buyerOrderListDom } from './buyer/order-list-dom.ts';
import { buyerPackageList } from './buyer/package-list.ts';
import { logisticDetail } from './seller/logistic-detail.ts';
import { orderGet } from './seller/order-get.ts';
import { orderHistory } from './seller/order-history.ts';
import { orderList } from './seller/order-list.ts';
import { searchCount } from './seller/search-count.ts';
import type { Source } from './source.ts';

/** Every source, once. The first that matches a captured address reads it. */
export const SOURCES: readonly Source[] = [
  orderList,
  orderGet,
  orderHistory,
  logisticDetail,
  searchCount,
  buyerOrderList,
  buyerOrderDetail,
  buyerLogisticsDetail,
  buyerPackageList,
  buyerOrderListDom,
  buyerOrderDetailDom,
];

/** The source for a captured address, or undefined when nobody reads it. */
export function findSource(url: URL): Source | undefined {
  return SOURCES.find((source) => source.matches(url));
}
