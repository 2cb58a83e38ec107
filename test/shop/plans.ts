import type { MarketInfo } from './markets.ts';
import type { Random } from './random.ts';
import { DAY, HOUR, MINUTE } from './time.ts';
import type { SkuStatus } from './types.ts';

/** A refund (2) or return (3) beside an order, on all of it or on its first item. */
export interface ReversePlan {
  type: 2 | 3;
  state: 'open' | 'done' | 'closed';
  whole: boolean;
}

/** What one order shall be like before it gets its details. */
export interface Plan {
  age: number;
  status: SkuStatus;
  items: number;
  quantity: number;
  cod: boolean;
  split?: boolean;
  mixed?: boolean;
  partialCancel?: boolean;
  shipBy?: 'overdue' | 'soon';
  cancelRequested?: boolean;
  cancelledBy?: 'buyer' | 'system';
  cancelledAfterPacking?: boolean;
  reverse?: ReversePlan;
  preOrder?: boolean;
  note?: boolean;
  live?: boolean;
  auction?: boolean;
  hostile?: number;
}

type Case = Partial<Plan> & { age: number; status: SkuStatus };

/** Every case that a shop of some size has for certain, the most telling ones first. */
const CASES: readonly Case[] = [
  { status: 111, age: 30 * HOUR, shipBy: 'soon', cod: false },
  { status: 111, age: 2.5 * DAY, shipBy: 'overdue', cod: false },
  { status: 121, age: 4 * DAY, cod: false },
  { status: 122, age: 6 * DAY, cod: false },
  { status: 130, age: 20 * DAY, cod: false },
  { status: 140, age: 5 * DAY, cancelledBy: 'buyer', cod: false },
  { status: 122, age: 6 * DAY, reverse: { type: 3, state: 'open', whole: true }, cod: false },
  { status: 100, age: 25 * MINUTE, cod: false },
  { status: 105, age: 40 * MINUTE, cod: false },
  { status: 112, age: 1.8 * DAY, cod: false },
  { status: 114, age: 3 * DAY, items: 2, split: true, cod: false },
  { status: 111, age: 3.2 * DAY, items: 2, mixed: true, split: true, cod: false },
  { status: 111, age: 20 * HOUR, cancelRequested: true, cod: false },
  { status: 140, age: 9 * DAY, cancelledBy: 'system', cod: false },
  { status: 140, age: 8 * DAY, cancelledBy: 'buyer', cancelledAfterPacking: true, cod: false },
  { status: 130, age: 25 * DAY, reverse: { type: 3, state: 'done', whole: true }, cod: false },
  { status: 130, age: 24 * DAY, reverse: { type: 2, state: 'done', whole: true }, cod: false },
  { status: 130, age: 26 * DAY, items: 3, reverse: { type: 2, state: 'done', whole: false }, cod: false },
  { status: 130, age: 28 * DAY, items: 2, reverse: { type: 3, state: 'done', whole: false }, cod: false },
  { status: 122, age: 7 * DAY, reverse: { type: 2, state: 'open', whole: true }, cod: false },
  { status: 130, age: 31 * DAY, reverse: { type: 3, state: 'closed', whole: true }, cod: false },
  { status: 122, age: 8 * DAY, items: 3, split: true, cod: false },
  { status: 111, age: 16 * HOUR, items: 2, partialCancel: true, cod: false },
  { status: 111, age: 2 * DAY, preOrder: true, cod: false },
  { status: 130, age: 18 * DAY, quantity: 4, cod: false },
  { status: 111, age: 18 * HOUR, items: 4, quantity: 2, note: true, cod: false },
  { status: 121, age: 3.5 * DAY, cod: true },
  { status: 130, age: 16 * DAY, cod: true },
  { status: 111, age: 12 * HOUR, cod: true },
  { status: 111, age: 10 * HOUR, auction: true, live: true, cod: false },
  { status: 130, age: 14.5 * DAY, auction: true, live: true, cod: false },
  ...Array.from(
    { length: 9 },
    (_, index): Case => ({ status: 130, age: (32 + index) * DAY, hostile: index }),
  ),
];

type Weights = readonly (readonly [SkuStatus, number])[];

/** How likely each status is for orders up to an age. */
const BY_AGE: readonly { until: number; weights: Weights }[] = [
  {
    until: 2 * HOUR,
    weights: [
      [111, 62],
      [105, 24],
      [100, 10],
      [140, 4],
    ],
  },
  {
    until: DAY,
    weights: [
      [111, 50],
      [112, 26],
      [105, 4],
      [100, 3],
      [121, 9],
      [140, 8],
    ],
  },
  {
    until: 3 * DAY,
    weights: [
      [111, 30],
      [112, 16],
      [114, 4],
      [121, 40],
      [140, 8],
      [122, 2],
    ],
  },
  {
    until: 7 * DAY,
    weights: [
      [111, 2],
      [114, 1],
      [121, 50],
      [122, 38],
      [140, 9],
    ],
  },
  {
    until: 14 * DAY,
    weights: [
      [121, 8],
      [122, 47],
      [130, 37],
      [140, 8],
    ],
  },
  {
    until: 30 * DAY,
    weights: [
      [122, 6],
      [130, 86],
      [140, 8],
    ],
  },
  {
    until: Number.POSITIVE_INFINITY,
    weights: [
      [130, 91],
      [140, 9],
    ],
  },
];

function pickStatus(age: number, random: Random): SkuStatus {
  const weights = BY_AGE.find((bracket) => age < bracket.until)?.weights ?? [];
  let left = random.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [status, weight] of weights) {
    left -= weight;
    if (left < 0) return status;
  }
  return 130;
}

function pickReverse(random: Random): ReversePlan {
  const open = random.chance(0.15);
  const state = open ? 'open' : random.chance(0.06) ? 'closed' : 'done';
  return { type: random.chance(0.45) ? 2 : 3, state, whole: random.chance(0.6) };
}

function traitsOf(status: SkuStatus, info: MarketInfo, random: Random): Partial<Plan> {
  const traits: Partial<Plan> = {};
  const arrived = status === 122 || status === 130;
  if (status === 114) traits.split = true;
  else if (random.chance(0.03) && status !== 100) traits.split = true;
  if (arrived && random.chance(0.05)) traits.reverse = pickReverse(random);
  if (status === 140) traits.cancelledBy = random.chance(0.7) ? 'buyer' : 'system';
  if (status === 140 && random.chance(0.3)) traits.cancelledAfterPacking = true;
  if (status === 111 && random.chance(0.03)) traits.cancelRequested = true;
  if (status === 111 && random.chance(0.02)) traits.preOrder = true;
  if (random.chance(0.07)) traits.note = true;
  if (random.chance(0.01)) traits.hostile = random.int(0, 8);
  if (info.market === 'US') traits.live = random.chance(0.12);
  if (traits.live) traits.auction = random.chance(0.35);
  return traits;
}

function randomPlan(info: MarketInfo, random: Random): Plan {
  // The square of a uniform number makes the newest days the densest.
  const age = 20 * MINUTE + random.next() ** 2 * (120 * DAY - HOUR);
  const status = pickStatus(age, random);
  const cod = status !== 100 && status !== 105 && random.chance(info.codShare);
  const items = random.chance(0.78) ? 1 : random.int(2, 4);
  const quantity = random.chance(0.85) ? 1 : random.int(2, 3);
  return { age, status, items, quantity, cod, ...traitsOf(status, info, random) };
}

function plannedCases(info: MarketInfo): Plan[] {
  const us = info.market === 'US';
  return CASES.filter((plan) => (plan.auction ? us : true) && (plan.cod ? info.codShare > 0 : true)).map(
    (plan) => ({ items: 1, quantity: 1, cod: false, ...plan }),
  );
}

/** What the orders of a shop shall be like, newest first. */
export function planOrders(info: MarketInfo, count: number, random: Random): Plan[] {
  const plans = plannedCases(info).slice(0, count);
  while (plans.length < count) plans.push(randomPlan(info, random));
  for (const plan of plans) {
    if ((plan.split || plan.mixed) && plan.items < 2) plan.items = 2;
  }
  return plans.sort((a, b) => a.age - b.age);
}
