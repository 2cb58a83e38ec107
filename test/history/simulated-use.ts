import { markAlerts } from '../../lib/history/alerts.ts';
import type { AlertRow, History } from '../../lib/history/db.ts';
import { addChangeRequest } from '../../lib/history/notes.ts';
import type { Account, Order, OrderStatus } from '../../lib/model/order.ts';
import type { Random } from '../shop/random.ts';
import { DAY, HOUR } from './build.ts';
import { type Life, makeLife, orderAt } from './lives.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import { write } from './support.ts';

const ZONES = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Europe/Berlin'];
const OWNERS: Account[] = [
  { role: 'seller', account: 'acc_mugs', market: 'US' },
  { role: 'seller', account: 'acc_hats', market: 'US' },
  { role: 'seller', account: 'acc_pens', market: 'US' },
  { role: 'buyer', account: 'acc_me', market: 'US' },
];
const MINUTE = 60_000;

interface Step {
  at: number;
  run(): Promise<void> | void;
}

/** Somebody's days with some shops: pages, files, alerts that are read and done, sleep, and clocks that change. */
export class SimulatedUse {
  readonly lives: Life[];
  /** What pages told, by order, oldest first; and of which orders files told. */
  readonly told = new Map<string, { at: number; status: OrderStatus }[]>();
  readonly fromFiles = new Set<string>();
  /** How often the computer slept, its clock was wrong, and its zone changed. */
  readonly counts = { sleeps: 0, jumps: 0, zones: 0 };
  /** Until when pages are left alone: the clock showed a later time before. */
  private aloneUntil = 0;
  private readonly db: History;
  private readonly sim: SimulatedBrowser;
  private readonly random: Random;
  private readonly start: number;
  private readonly end: number;

  constructor(db: History, sim: SimulatedBrowser, random: Random, days: number, orders: number) {
    this.db = db;
    this.sim = sim;
    this.random = random;
    this.start = sim.time;
    this.end = sim.time + days * DAY;
    this.lives = Array.from({ length: orders }, (_, index) => {
      const owner = OWNERS[index % OWNERS.length] as Account;
      const placedAt = this.start + Math.round((-4 + (index / orders) * (days + 3)) * 24) * HOUR;
      return makeLife(`5770000000000${String(index).padStart(5, '0')}`, owner, placedAt, random);
    });
  }

  /** Lives through all of it. */
  async live(): Promise<void> {
    const { sim } = this;
    await sim.restart();
    for (const step of this.plan()) {
      // What would have been done while everything slept is not done.
      if (step.at < sim.time || step.at < this.aloneUntil) continue;
      await sim.passUntil(step.at);
      await step.run();
    }
    await sim.passUntil(this.end);
  }

  private plan(): Step[] {
    const { random, sim, start, end } = this;
    const steps: Step[] = [];
    const often = (first: number, gap: () => number, run: Step['run']) => {
      for (let at = start + first; at < end; at += gap()) steps.push({ at, run });
    };
    const page = () => sim.capture((seenAt) => this.capture(seenAt));
    often(HOUR, () => random.int(50, 170) * MINUTE, page);
    often(
      10 * DAY,
      () => 10 * DAY,
      () => sim.capture((seenAt) => this.import(seenAt)),
    );
    often(
      5 * HOUR,
      () => random.int(3, 7) * HOUR,
      () => sim.wake(() => this.tickOff()),
    );
    often(
      7 * HOUR,
      () => random.int(10, 40) * HOUR,
      () => sim.restart(),
    );
    often(
      30 * HOUR,
      () => random.int(2, 4) * DAY,
      () => this.travel(),
    );
    often(
      2 * DAY,
      () => random.int(60, 90) * HOUR,
      () => this.jumpClock(random.pick([-3, -1, 2, 5]) * HOUR),
    );
    often(
      11 * HOUR,
      () => random.int(18, 30) * HOUR,
      () => this.sleep(),
    );
    return steps.sort((a, b) => a.at - b.at);
  }

  private travel(): void {
    process.env['TZ'] = this.random.pick(ZONES);
    this.counts.zones += 1;
  }

  private sleep(): void {
    const hours = this.random.chance(0.15) ? this.random.int(20, 40) : this.random.int(2, 9);
    this.sim.sleepUntil(Math.min(this.sim.time + hours * HOUR, this.end));
    this.counts.sleeps += 1;
  }

  /** The clock is wrong for two hours; nobody opens a page until it is later than it has ever been. */
  private async jumpClock(offset: number): Promise<void> {
    // The last day ends when the clock says so.
    if (this.sim.time > this.end - DAY) return;
    this.sim.offset = offset;
    await this.sim.passUntil(this.sim.time + 2 * HOUR);
    this.sim.offset = 0;
    this.aloneUntil = this.sim.time + Math.abs(offset) + HOUR;
    this.counts.jumps += 1;
  }

  /** A page with orders that lie side by side, of one shop or buyer. */
  private async capture(seenAt: number): Promise<void> {
    const owner = this.random.pick(OWNERS);
    const orders = this.someOrders(owner, seenAt, 30);
    const origin = owner.role === 'seller' ? 'seller-us.tiktok.com' : 'www.tiktok.com';
    await write(this.db, orders, { at: seenAt, owner, origin, sourceId: `${owner.role}/order-list` });
    for (const { id, status } of orders) {
      const pages = this.told.get(id) ?? [];
      this.told.set(id, [...pages, { at: seenAt, status }]);
    }
  }

  /** A file that was written an hour ago. */
  private async import(seenAt: number): Promise<void> {
    const sourceId = 'files/orderlens-json';
    for (const owner of OWNERS) {
      const orders = this.someOrders(owner, seenAt, 40);
      const read = orders.map((order) => ({ ...order, sources: [{ id: sourceId, seenAt: seenAt - HOUR }] }));
      await write(this.db, read, { at: seenAt, owner, sourceId, kind: 'file', origin: 'orders.json' });
      for (const { id } of orders) this.fromFiles.add(id);
    }
  }

  private someOrders(owner: Account, at: number, count: number): Order[] {
    const recent = this.lives.filter(
      (life) => life.owner === owner && life.placedAt <= at && life.placedAt > at - 16 * DAY,
    );
    const first = this.random.int(0, Math.max(0, recent.length - count));
    return recent.slice(first, first + count).flatMap((life) => orderAt(life, at) ?? []);
  }

  /** Reads the news, ticks some alerts off, and asks for a change. */
  private async tickOff(): Promise<void> {
    const { db, random, sim } = this;
    const open = await db.alerts.where('openKind').above('').toArray();
    const idsOf = (isRight: (row: AlertRow) => boolean) => open.filter(isRight).map(({ id }) => id);
    const news = idsOf(({ severity }) => severity === 'low');
    await markAlerts(db, news, 'read', sim.wall);
    const done = idsOf(() => random.chance(0.6));
    await markAlerts(db, done, 'done', sim.wall);
    const [row] = await db.orders
      .where('[order.status+sortAt]')
      .between(['AWAITING_SHIPMENT', sim.wall - 2 * DAY], ['AWAITING_SHIPMENT', sim.wall])
      .and(({ order }) => order.role === 'buyer')
      .toArray();
    if (row) await addChangeRequest(db, { orderKey: row.key, what: 'item', text: '' }, sim.wall);
  }
}
