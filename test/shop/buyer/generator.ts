import { HOSTILE_NAMES } from '../catalog.ts';
import { createRandom, hashText, type Random } from '../random.ts';
import { DAY, HOUR, MINUTE, SECOND, wholeSecond } from '../time.ts';
import { trackingNumber } from '../tracking-numbers.ts';
import {
  BUYER_SHOPS,
  type BuyerProduct,
  type BuyerShop,
  DEAR_SHOP,
  idOf,
  pictureHash,
  WIDE_SHOP,
} from './catalog.ts';
import { buildBuyerParcels, DELIVERED, middayAfter } from './parcels.ts';
import { planBuyerOrders } from './plans.ts';
import type {
  Buyer,
  BuyerAddress,
  BuyerAmounts,
  BuyerBuild,
  BuyerItem,
  BuyerKind,
  BuyerOrder,
  BuyerParcel,
  BuyerPlan,
  BuyerRefund,
} from './types.ts';

/** The buyer whom the local shop knows when a test names no other. */
export const BUYER: Buyer = { userId: '7401552930118846271', nickname: 'wren.tallow' };

/** The one address of the buyer, invented. */
export const HOME: BuyerAddress = {
  name: 'Wren Tallow',
  email: 'wren.tallow@mail.invalid',
  phone: '(+1)20******64',
  street: '77 Quince Lane Apt 3',
  city: 'Halden Falls',
  state: 'Oregon',
  zip: '97001',
};

const KNOWN_SECOND = 1_732_900_000;
const KNOWN_LEAD = 5_768_590_292;
const SECONDS_A_STEP = 9;

/** Eighteen digits that grow with every second at the pace of those of 2024 to 2026. */
function orderId(placedAt: number, index: number): string {
  const seconds = Math.floor(placedAt / SECOND) - KNOWN_SECOND;
  const lead = KNOWN_LEAD + Math.floor(seconds / SECONDS_A_STEP);
  const step = ((seconds % SECONDS_A_STEP) + SECONDS_A_STEP) % SECONDS_A_STEP;
  return `${lead}${step}${String((index * 7_919 + 104_729) % 10_000_000).padStart(7, '0')}`;
}

function shopOf(plan: BuyerPlan, random: Random): BuyerShop {
  const wanted = plan.isDear ? DEAR_SHOP : WIDE_SHOP;
  const fixed = BUYER_SHOPS.find(({ name }) => name === wanted);
  return (plan.isDear || plan.items > 3) && fixed ? fixed : random.pick(BUYER_SHOPS);
}

function itemOf(
  product: BuyerProduct,
  quantity: number,
  hostile: string | undefined,
  random: Random,
): BuyerItem {
  const variation = random.pick(product.variations);
  return {
    skuId: idOf('1730', `${product.name}|${variation}`),
    name: hostile ?? product.name,
    variation,
    quantity,
    unitPrice: product.price,
    listPrice: product.listPrice,
    image: pictureHash(product.name),
  };
}

function itemsOf(shop: BuyerShop, plan: BuyerPlan, random: Random): BuyerItem[] {
  const start = random.int(0, shop.products.length - 1);
  const hostile = plan.hostile === null ? undefined : HOSTILE_NAMES[plan.hostile];
  const count = Math.min(plan.items, shop.products.length);
  return Array.from({ length: count }, (_none, index) => {
    const product = shop.products[(start + index) % shop.products.length] as BuyerProduct;
    return itemOf(product, index === 0 ? plan.quantity : 1, index === 0 ? hostile : undefined, random);
  });
}

const TAX_RATE = 0.0785;

function amountsOf(items: readonly BuyerItem[], random: Random): BuyerAmounts {
  const sum = items.reduce((all, item) => all + item.unitPrice * item.quantity, 0);
  const sellerDiscount = random.chance(0.4) ? Math.round(sum * 0.1) : null;
  const platformDiscount = random.chance(0.25) ? Math.round(sum * 0.05) : null;
  const paid = sum - (sellerDiscount ?? 0) - (platformDiscount ?? 0);
  const tax = Math.round(paid * TAX_RATE);
  const shipping = random.pick([0, 0, 499, 699]);
  return { total: paid + tax + shipping, items: sum, shipping, tax, sellerDiscount, platformDiscount };
}

const REFUNDS: Partial<Record<BuyerKind, BuyerRefund['state']>> = {
  'refund-pending': 'pending',
  returning: 'returning',
  refunded: 'issued',
  'refunded-part': 'issued',
  cancelled: 'issued',
};

function refundOf(
  build: BuyerBuild,
  items: readonly BuyerItem[],
  total: number,
  from: number,
): BuyerRefund | null {
  const { plan, now, random } = build;
  const state = REFUNDS[plan.kind];
  if (!state) return null;
  const requestedAt = wholeSecond(Math.min(now - HOUR, from + random.int(2, 60) * HOUR));
  const isPart = plan.kind === 'refunded-part' || plan.kind === 'returning';
  const [first] = items;
  const part = (first?.unitPrice ?? 0) * (first?.quantity ?? 0);
  return {
    id: `4035${random.digits(15)}`,
    state,
    amount: isPart && items.length > 1 ? Math.min(total, Math.round(part * 0.9)) : total,
    items: isPart ? [0] : items.map((_item, index) => index),
    requestedAt,
    issuedAt: state === 'issued' ? wholeSecond(Math.min(now, requestedAt + random.int(1, 70) * HOUR)) : null,
    returnParcel:
      state === 'returning' ? { carrier: 'USPS', trackingNumber: trackingNumber('USPS', random) } : null,
  };
}

const RETURN_DAYS = 30;
const HAS_WINDOW: readonly BuyerKind[] = [
  'delivered',
  'completed',
  'parcels-completed',
  'refund-pending',
  'returning',
  'refunded-part',
];

function deliveryOf(parcels: readonly BuyerParcel[]): number | null {
  const times = parcels.map(({ events }) => events.find(({ title }) => title === DELIVERED)?.at ?? null);
  return (
    times.reduce<number | null>(
      (last, at) => (last === null || at === null ? null : Math.max(last, at)),
      0,
    ) || null
  );
}

function timesOf({ plan, placedAt, random }: BuyerBuild, parcels: readonly BuyerParcel[]) {
  const { kind } = plan;
  const isUnpaid = kind === 'unpaid' || kind === 'cancelled-unpaid';
  const deliveredAt = deliveryOf(parcels);
  const paidAt = isUnpaid ? null : placedAt + random.int(8, 55) * SECOND;
  return {
    paidAt,
    autoCancelAt: kind === 'unpaid' ? Math.floor((placedAt + DAY) / MINUTE) * MINUTE : null,
    shipByAt: kind === 'to-ship' ? middayAfter(placedAt, 3) : null,
    deliveredAt,
    returnByAt: deliveredAt !== null && HAS_WINDOW.includes(kind) ? deliveredAt + RETURN_DAYS * DAY : null,
    cancelledAt: kind.startsWith('cancelled') ? placedAt + random.int(30, 600) * MINUTE : null,
  };
}

const PAYMENTS = ['visa(3309)', 'mastercard(8120)', 'PayPal', 'Apple Pay', 'Klarna'];

function assemble(build: BuyerBuild, index: number): BuyerOrder {
  const { plan, placedAt, random } = build;
  const shop = shopOf(plan, random);
  const items = itemsOf(shop, plan, random);
  const amounts = amountsOf(items, random);
  const parcels = buildBuyerParcels(items, build);
  const times = timesOf(build, parcels);
  return {
    id: orderId(placedAt, index),
    kind: plan.kind,
    shop: { name: shop.name, isOfficial: shop.isOfficial },
    placedAt,
    ...times,
    items,
    parcels,
    refund: refundOf(build, items, amounts.total, times.deliveredAt ?? times.cancelledAt ?? placedAt),
    amounts,
    paymentMethod: times.paidAt === null ? null : random.pick(PAYMENTS),
    address: { ...HOME },
    isFinalSale: plan.kind === 'final-sale',
    checkout: plan.checkout,
  };
}

/** All orders of a buyer, newest first; the same count, seed and time give the same orders. */
export function generateBuyerOrders(count: number, seed: number, now: number): BuyerOrder[] {
  const random = createRandom((seed ^ hashText('buyer')) >>> 0);
  return planBuyerOrders(count, random).map((plan, index) => {
    const placedAt = wholeSecond(now - plan.ageMs);
    return assemble({ plan, now, placedAt, random }, index);
  });
}
