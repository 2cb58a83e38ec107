import type { Source } from '../source.ts';
import { readLogistics } from './logistics.ts';
import { objectsIn } from './plausible.ts';

const ROUTE = /^\/api\/v1\/shop\/logistics_package_list\/get$/;

/** `POST /api/v1/shop/logistics_package_list/get`: the parcels of a buyer's order; its shape is not attested. */
export const buyerPackageList: Source = {
  id: 'buyer/package-list',
  matches: (url) => ROUTE.test(url.pathname),
  read: (input) => readLogistics(input, buyerPackageList.id, parcelsOf),
};

/** The list with the parcels: the first whose entries are objects, under whatever name. */
function parcelsOf(data: Record<string, unknown>): unknown[] {
  const lists = objectsIn(data).flatMap((node) => Object.values(node).filter(Array.isArray));
  return lists.find((list) => list.length > 0 && list.every((entry) => typeof entry === 'object')) ?? [];
}
