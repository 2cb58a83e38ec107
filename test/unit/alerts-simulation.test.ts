import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dryRun } from '../../lib/alerts/dry-run.ts';
import { tellTimeOf } from '../../lib/alerts/quiet.ts';
import type { Notice } from '../../lib/alerts/tell.ts';
import { type AlertRow, type History, openHistory } from '../../lib/history/db.ts';
import { ALERT_SETTINGS_KEY, OWN_RULES_KEY, readAlertRules } from '../../lib/history/read/alert-settings.ts';
import {
  ALERT_KINDS,
  type AlertSettings,
  channelOf,
  DEFAULT_ALERT_SETTINGS,
  type OwnRule,
} from '../../lib/model/alert.ts';
import type { OrderStatus } from '../../lib/model/order.ts';
import { DAY, HOUR } from '../history/build.ts';
import type { Life } from '../history/lives.ts';
import { SimulatedBrowser } from '../history/simulated-browser.ts';
import { SimulatedUse } from '../history/simulated-use.ts';
import { createRandom } from '../shop/random.ts';

const DAYS = 30;
const ORDERS = 2000;
const START = Date.UTC(2026, 9, 5);
const END = START + DAYS * DAY;
const RISK = 0.025;

const SETTINGS: AlertSettings = {
  ...DEFAULT_ALERT_SETTINGS,
  notifies: true,
  channels: { 'buyer-note': 'list', 'return-window': 'notify', 'sku-returns': 'off' },
  quiet: { from: '22:00', to: '07:00', holdsCritical: false },
};
const only = { minTotal: null, text: null };
const base = { isOn: true, only, channel: 'notify' } as const;
const OWN: OwnRule[] = [
  { ...base, id: 'new', name: 'New', role: 'seller', when: { event: 'new' }, only: { ...only, text: '7' } },
  { ...base, id: 'six', name: 'Six', role: 'seller', when: { event: 'ship-by', hours: 6 } },
  {
    ...base,
    id: 'in',
    name: 'In',
    role: 'buyer',
    when: { event: 'status', status: 'DELIVERED' },
    channel: 'digest',
  },
  {
    ...base,
    id: 'long',
    name: 'Long',
    role: 'buyer',
    when: { event: 'still', status: 'IN_TRANSIT', days: 4 },
  },
];

const ORDER_KINDS = ALERT_KINDS.filter((kind) => kind !== 'budget' && kind !== 'sku-returns');

/** Which alerts each notification tells. */
const recorded = vi.hoisted(() => new Map<string, Set<string>>());
vi.mock('../../lib/alerts/tell.ts', async (original) => {
  const real = await original<typeof import('../../lib/alerts/tell.ts')>();
  const noticesDue = async (db: History, now: number): Promise<Notice[]> => {
    const notices = await real.noticesDue(db, now);
    for (const { id, alertIds } of notices)
      recorded.set(id, new Set([...(recorded.get(id) ?? []), ...alertIds]));
    return notices;
  };
  return { ...real, noticesDue };
});

const zone = process.env['TZ'];
/** When each alert was to be told, as it was found. */
const planned = new Map<string, number | undefined>();
/** The notifications on the desktop that told each alert. */
const notices = new Map<string, string[]>();
let db: History;
let sim: SimulatedBrowser;
let use: SimulatedUse;
let rows: AlertRow[];

beforeAll(async () => {
  db = openHistory(`simulation-${crypto.randomUUID()}`);
  await db.meta.bulkPut([
    { key: ALERT_SETTINGS_KEY, value: SETTINGS },
    { key: OWN_RULES_KEY, value: OWN },
  ]);
  const random = createRandom(20_261_122);
  sim = new SimulatedBrowser(db, random, RISK, START);
  db.alerts.hook('creating', (_key, row) => {
    planned.set(row.id, row.tellAt);
  });
  use = new SimulatedUse(db, sim, random, DAYS, ORDERS);
  await use.live();
  // Whatever died last, the next workers finish it.
  for (let tries = 0; tries < 5; tries += 1) await sim.restart();
  rows = await db.alerts.toArray();
  for (const [id, alertIds] of recorded) {
    if (!sim.shown.has(id)) continue;
    for (const alertId of alertIds) notices.set(alertId, [...(notices.get(alertId) ?? []), id]);
  }
}, 300_000);
afterAll(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await db.delete();
});

test('much of everything happened', () => {
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  const rare = ORDER_KINDS.filter((kind) => (kinds.get(kind)?.length ?? 0) < 3);
  expect(rare).toEqual([]);
  const often = [
    'ship-by',
    'auto-cancel',
    'return-requested',
    'return-window',
    'delivered',
    'own-rule',
  ] as const;
  for (const kind of often) expect(kinds.get(kind)?.length, kind).toBeGreaterThan(100);
  for (const [death, count] of sim.deaths) expect(count, death).toBeGreaterThan(3);
  expect(sim.deaths.size).toBe(7);
  expect(Math.min(...Object.values(use.counts))).toBeGreaterThan(4);
  expect(sim.shown.size).toBeGreaterThan(300);
  expect([...recorded.keys()].filter((id) => id.startsWith('summary|')).length).toBeGreaterThan(20);
  const isLate = ({ at, id }: AlertRow) => (planned.get(id) ?? 0) > at;
  expect(rows.filter(isLate).length).toBeGreaterThan(300);
  expect(rows.filter(({ overAt, toldAt }) => overAt !== null && toldAt === null).length).toBeGreaterThan(50);
});

test('a dry run over the 30 days gives the same list', async () => {
  const replayed = await dryRun(db, await readAlertRules(db), START, END);
  const lived = rows.filter(({ orderKey }) => orderKey !== null);
  expect(replayed.map(({ id }) => id).sort()).toEqual(lived.map(({ id }) => id).sort());
});

test('no alert is told twice', () => {
  expect([...notices].filter(([, ids]) => ids.length > 1)).toEqual([]);
  // Shown again is only what a worker had shown when it died, in the same place.
  const again = [...sim.shown.values()].reduce((sum, times) => sum + times.length - 1, 0);
  expect(again).toBeLessThanOrEqual(sim.deaths.get('after showing') ?? 0);
  expect(again).toBeGreaterThan(0);
});

const isInDigest = ({ kind, ruleId }: AlertRow) =>
  (OWN.find(({ id }) => id === ruleId)?.channel ?? channelOf(kind, SETTINGS)) === 'digest';

test('no alert is lost', () => {
  const mayTell = (at: number, { severity }: AlertRow, timeZone: string) =>
    tellTimeOf({ severity }, 'notify', SETTINGS, at, timeZone) === at;
  const lost = rows.filter((row) => {
    const tellAt = planned.get(row.id);
    if (notices.has(row.id) || tellAt === undefined) return false;
    const ends = [row.doneAt, row.readAt, row.overAt].map((at) => at ?? Number.POSITIVE_INFINITY);
    const until = Math.min(...ends);
    // In another zone, the hour of the digest comes again.
    const late = tellAt + (isInDigest(row) ? DAY : 0);
    return sim.finished.some((run) => run.at >= late && run.at < until && mayTell(run.at, row, run.zone));
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
  expect(rows.filter(({ toldAt, id }) => toldAt !== null && !notices.has(id))).toEqual([]);
  expect(rows.filter(({ tellAt }) => tellAt !== undefined && tellAt <= sim.wall)).toEqual([]);
});

test('each ship-by stage is found exactly where pages said that it was still to be shipped', () => {
  const shipBy = rows.filter(({ kind }) => kind === 'ship-by');
  const found = Map.groupBy(shipBy, ({ orderKey }) => orderKey?.split('|').at(-1) ?? '');
  const sellers = use.lives.filter(
    ({ owner, id }) => owner.role === 'seller' && use.told.has(id) && !use.fromFiles.has(id),
  );
  const wrong = sellers.filter((life) => {
    const stages = (found.get(life.id) ?? []).map(({ at }) => (life.shipByAt - at) / HOUR);
    return stages.sort((a, b) => b - a).join() !== shipStages(life, use.told.get(life.id) ?? []).join();
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
  expect(sellers.length).toBeGreaterThan(ORDERS / 3);
});

/** The hours before its ship-by time at which something is to be said of an order, by what pages told of it. */
function shipStages(life: Life, pages: readonly { at: number; status: OrderStatus }[]): number[] {
  const [first] = pages;
  if (!first) return [];
  const hours = [24, 12, 4, 0];
  const isPassed = (hour: number) => life.shipByAt - hour * HOUR <= first.at;
  const later = hours.filter((hour) => {
    const at = life.shipByAt - hour * HOUR;
    const known = pages.findLast((page) => page.at < at);
    return !isPassed(hour) && at <= END && known?.status === 'AWAITING_SHIPMENT';
  });
  const isOpen = first.status === 'AWAITING_SHIPMENT' && first.at < life.autoCancelAt;
  return [...(isOpen ? hours.filter(isPassed).slice(-1) : []), ...later];
}
