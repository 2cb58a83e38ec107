import { HOSTILE_NAMES } from '../catalog.ts';
import type { Random } from '../random.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import type { BuyerKind, BuyerPlan } from './types.ts';

type Case = Partial<BuyerPlan> & { kind: BuyerKind; ageMs: number };

/** Every state that the pages can show, the most telling ones first; a buyer of some orders has them all. */
const CASES: readonly Case[] = [
  { kind: 'in-transit', ageMs: 3 * DAY },
  { kind: 'delivered', ageMs: 9 * DAY },
  { kind: 'completed', ageMs: 61 * DAY },
  { kind: 'to-ship', ageMs: 20 * HOUR, quantity: 2 },
  { kind: 'unpaid', ageMs: 40 * MINUTE },
  { kind: 'cancelled', ageMs: 12 * DAY },
  { kind: 'refunded', ageMs: 48 * DAY },
  { kind: 'parcels-on-the-way', ageMs: 5 * DAY, items: 3 },
  { kind: 'refund-pending', ageMs: 14 * DAY },
  { kind: 'refunded-part', ageMs: 33 * DAY, items: 3 },
  { kind: 'out-for-delivery', ageMs: 5.5 * DAY },
  { kind: 'just-paid', ageMs: 25 * MINUTE },
  { kind: 'returning', ageMs: 19 * DAY, items: 2 },
  { kind: 'parcels-completed', ageMs: 75 * DAY, items: 2 },
  { kind: 'parcels-partly-delivered', ageMs: 6 * DAY, items: 2 },
  { kind: 'partly-shipped', ageMs: 2.5 * DAY, items: 2 },
  { kind: 'final-sale', ageMs: 11 * DAY },
  { kind: 'cancelled-unpaid', ageMs: 8 * DAY },
  { kind: 'completed', ageMs: 90 * DAY, items: 7 },
  { kind: 'delivered', ageMs: 16 * DAY, isDear: true, quantity: 2 },
  { kind: 'to-ship', ageMs: 26 * HOUR, isDear: true },
  { kind: 'completed', ageMs: 370 * DAY },
  { kind: 'completed', ageMs: 735 * DAY },
  { kind: 'cancelled', ageMs: 400 * DAY },
  { kind: 'unpaid', ageMs: 70 * MINUTE, checkout: 'one cart' },
  { kind: 'unpaid', ageMs: 70 * MINUTE, checkout: 'one cart' },
  ...HOSTILE_NAMES.map(
    (_name, hostile): Case => ({
      kind: 'completed',
      ageMs: (100 + 13 * hostile) * DAY,
      hostile,
    }),
  ),
];

const SETTLED: readonly BuyerKind[] = [
  ...Array<BuyerKind>(14).fill('completed'),
  'parcels-completed',
  'parcels-completed',
  'refunded',
  'refunded-part',
  'cancelled',
  'cancelled',
  'cancelled-unpaid',
];
const YOUNG: readonly BuyerKind[] = [
  'to-ship',
  'in-transit',
  'in-transit',
  'delivered',
  'parcels-on-the-way',
];
const HISTORY_DAYS = 1300;
const SETTLED_DAYS = 45;

function randomPlan(random: Random): Case {
  const ageDays = 2 + Math.floor(random.next() ** 1.4 * HISTORY_DAYS);
  const isSettled = ageDays > SETTLED_DAYS;
  const kind = isSettled ? random.pick(SETTLED) : random.pick(YOUNG);
  const ageMs = kindAge(kind, ageDays) + random.int(0, DAY - 1);
  return { kind, ageMs, items: random.pick([1, 1, 1, 2, 3]), quantity: random.pick([1, 1, 1, 2, 4]) };
}

/** How long ago an order of a kind can have been placed: nothing stays on its way for a month. */
function kindAge(kind: BuyerKind, ageDays: number): number {
  if (kind === 'to-ship') return (ageDays % 3) * DAY + HOUR;
  if (kind === 'delivered') return (8 + (ageDays % 28)) * DAY;
  return (YOUNG.includes(kind) ? 3 + (ageDays % 4) : ageDays) * DAY;
}

function needed(kind: BuyerKind): number {
  return kind.startsWith('par') || kind === 'refunded-part' ? 2 : 1;
}

function complete(plan: Case): BuyerPlan {
  return {
    quantity: 1,
    isDear: false,
    checkout: null,
    hostile: null,
    ...plan,
    items: Math.max(plan.items ?? 1, needed(plan.kind)),
  };
}

/** `count` orders, newest first: the cases, then whatever chance brings over several years. */
export function planBuyerOrders(count: number, random: Random): BuyerPlan[] {
  const plans = CASES.slice(0, count).map(complete);
  while (plans.length < count) plans.push(complete(randomPlan(random)));
  return plans.sort((a, b) => a.ageMs - b.ageMs);
}
