import { HOSTILE_NAMES, type Product, pickProducts } from './catalog.ts';
import { deadlinesOf, type Milestones, milestonesOf } from './lifecycle.ts';
import { MARKETS, type MarketInfo } from './markets.ts';
import { buildPackages } from './parcels.ts';
import { type Plan, planOrders } from './plans.ts';
import { createRandom, hashText, type Random } from './random.ts';
import { buildReturns } from './reverses.ts';
import { buildHistory } from './timeline.ts';
import type { Quirks, ShopSpec, SkuStatus, TrueAmounts, TrueItem, TrueOrder } from './types.ts';

export { listPayload } from './wire.ts';

const FIRST_SECOND = 1_700_000_000;
const LOW = 100_000_000;

/**
 * Ids grow with the time of the order, as those of all captured orders do; the scrambled index makes them
 * unique. A few have 17 or 19 digits.
 */
function orderId(placedAt: number, index: number): string {
  const high = String(5_760_000_000 + Math.floor(placedAt / 1000) - FIRST_SECOND);
  const low = String((index * 1_000_003 + 7_654_321) % LOW).padStart(8, '0');
  if (index % 500 === 7) return high + low.slice(1);
  return index % 500 === 11 ? `${high}${low}0` : high + low;
}

/** Line ids follow their order's id closely, as the real ones do. */
function lineId(order: string, index: number): string {
  const tail = (Number(order.slice(-6)) + 65_536 + index) % 1_000_000;
  return order.slice(0, -6) + String(tail).padStart(6, '0');
}

function statusOfItem(plan: Plan, index: number): SkuStatus {
  if (plan.mixed) return index === 0 ? 121 : 111;
  return plan.partialCancel && index === plan.items - 1 ? 140 : plan.status;
}

function buildItem(product: Product, plan: Plan, index: number, random: Random): TrueItem {
  const choice = random.int(0, product.variations.length - 1);
  const variation = product.variations[choice] ?? '';
  const hostile = index === 0 && plan.hostile !== undefined ? HOSTILE_NAMES[plan.hostile] : undefined;
  const slug = variation
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 4);
  return {
    productId: product.productId,
    skuId: product.productId.slice(0, -3) + String(101 + choice),
    sellerSku: slug ? `${product.code}-${slug}` : `${product.code}-${choice + 1}`,
    name: hostile ?? product.name,
    variation,
    unitPrice: product.price,
    lines: [],
  };
}

function buildItems(id: string, plan: Plan, info: MarketInfo, random: Random): TrueItem[] {
  const products = pickProducts(info.market, plan.items, random);
  let line = 0;
  return products.map((product, index) => {
    const item = buildItem(product, plan, index, random);
    const quantity = index === 0 ? plan.quantity : 1;
    for (let unit = 0; unit < quantity; unit += 1) {
      item.lines.push({
        id: lineId(id, line),
        status: statusOfItem(plan, index),
        unit: plan.split && index > 0 ? 1 : 0,
      });
      line += 1;
    }
    return item;
  });
}

function buildAmounts(items: TrueItem[], info: MarketInfo, random: Random): TrueAmounts {
  const sum = items.reduce((total, item) => total + item.unitPrice * item.lines.length, 0);
  const shipping = random.pick(info.shippingFees);
  const tax = Math.round(sum * info.taxRate);
  const step = 10 ** (info.decimals - info.wireDecimals);
  const discount = (share: number): number =>
    random.chance(0.35) ? Math.round((sum * share) / step) * step : 0;
  return {
    total: sum + shipping + tax,
    items: sum,
    shipping,
    tax,
    sellerDiscount: discount(0.1),
    platformDiscount: discount(0.05),
  };
}

const INITIALS = 'ABCDEHJKLMNPRSTVW';

function buildBuyer(random: Random): TrueOrder['buyer'] {
  const first = INITIALS[random.int(0, 16)];
  const name = `${first}${'*'.repeat(random.int(3, 5))} ${INITIALS[random.int(0, 16)]}***`;
  return { name, nickname: `${first?.toLowerCase()}*******${random.int(0, 9)}` };
}

function buildQuirks(plan: Plan, info: MarketInfo, random: Random): Quirks {
  const indonesian = info.market === 'ID';
  const bareCancel = info.textCount && plan.status === 140;
  return {
    bareMoney: indonesian && random.chance(0.35),
    noteless: bareCancel || (indonesian && !plan.note && random.chance(0.5)),
    labelless: bareCancel || (indonesian && !plan.preOrder && random.chance(0.5)),
    zeroTimes: random.chance(0.4),
  };
}

const NOTES = [
  'Please wrap it as a gift.',
  'Ring the bell twice',
  'Tolong bungkus yang rapi',
  'Giao giờ hành chính giúp mình',
];

interface Build {
  plan: Plan;
  info: MarketInfo;
  random: Random;
  times: Milestones;
  id: string;
}

function assemble({ plan, info, random, times, id }: Build): TrueOrder {
  const items = buildItems(id, plan, info, random);
  const amounts = buildAmounts(items, info, random);
  const packages = buildPackages(items, info, times, random);
  const returns = buildReturns(plan, times, items, amounts, random);
  const history = buildHistory(times, returns);
  const quirks = buildQuirks(plan, info, random);
  return {
    id,
    market: info.market,
    placedAt: times.placedAt,
    paidAt: times.paidAt,
    updatedAt: (history[0]?.at ?? times.placedAt) + random.int(1, 999),
    cod: plan.cod,
    payMethod: plan.cod ? 'Cash on delivery' : random.pick(info.payMethods),
    ...deadlinesOf(plan, info, times, random),
    amounts,
    buyer: buildBuyer(random),
    items,
    packages,
    returns,
    history,
    buyerNote: plan.note && !quirks.noteless ? random.pick(NOTES) : null,
    preOrder: plan.preOrder === true && !quirks.labelless,
    liveHandle: plan.live ? random.pick(['glowdesk', 'thrift.by.mo', 'chainlab']) : null,
    auctionRoom: plan.auction
      ? `76${random.int(10, 99)}${random.digits(14)}${random.int(1, 4) * 2 - 1}`
      : null,
    quirks,
  };
}

/** All orders of a shop, newest first; the same spec, seed and time give the same orders. */
export function generateOrders(spec: ShopSpec, seed: number, now: number): TrueOrder[] {
  const info = MARKETS[spec.market];
  const random = createRandom((seed ^ hashText(`${spec.market}:${spec.sellerId ?? ''}`)) >>> 0);
  return planOrders(info, spec.orders, random).map((plan, index) => {
    const times = milestonesOf(plan, now, random);
    return assemble({ plan, info, random, times, id: orderId(times.placedAt, index) });
  });
}
