import { setTimeout } from 'node:timers/promises';
import { bundleForPage } from './bundle.ts';
import { type BenchBrowser, inTab, startBrowser } from './chromium.ts';
import { openAmong } from './due-orders.ts';
import { payloadTurns } from './payloads.ts';
import { atMost, median, type Result, told } from './result.ts';

const SIZES = [100, 10_000, 100_000] as const;
const ROUNDS = 15;

interface View {
  name: string;
  path: string;
  /** What tells that the numbers stand there. */
  ready: string;
}
const POPUP: View = { name: 'popup', path: 'popup.html', ready: 'section[aria-label="Selling"] dd' };
const ORDERS: View = {
  name: 'dashboard Orders',
  path: 'dashboard.html#orders',
  ready: '[aria-rowindex="2"]',
};
const SPENDING: View = {
  name: 'dashboard Spending',
  path: 'dashboard.html#spending',
  // The last card of the room; what differs from the usual comes after it.
  ready: 'section[aria-label="Year in review"] td',
};
const CHANGES: View = {
  name: 'dashboard Spending with the largest changes',
  path: 'dashboard.html#spending',
  ready: 'section[aria-label="Largest changes"] li',
};
const BUYING: View = {
  name: 'popup of a buyer',
  path: 'popup.html',
  ready: 'section[aria-label="Spending"] b',
};
// The same popup, of a shop that has hundreds of orders to ship and an alert about each.
const DUE: View = { ...POPUP, name: 'popup with 500 open deadlines' };
const EMPTY: View = { name: 'empty extension page', path: 'empty.html', ready: 'p' };

interface BenchPage {
  bench: {
    fill(texts: string[]): Promise<number>;
    fillBuyer(from: number, count: number): Promise<number>;
    fillDue(count: number): Promise<{ stored: number; alerts: number }>;
  };
}

/** From navigation to the painted numbers, at three sizes of the history, side by side in one run. */
export async function benchViews(): Promise<Result[]> {
  const sellers = await openRounds([EMPTY, POPUP, ORDERS], fill);
  const due = await benchDueViews();
  const buyers = await benchBuyerViews();
  return [...resultsOf(sellers, [POPUP, ORDERS]), ...due, ...buyers];
}

/** The popup of a shop with many open deadlines, and half of its orders at the smallest size. */
export async function benchDueViews(): Promise<Result[]> {
  const [, , large] = SIZES;
  const rounds = await openRounds([EMPTY, DUE], fillDue);
  return [...growthOf(rounds, [DUE]), againstEmpty(rounds, DUE, large)];
}

/** The same for a buyer: the popup, and the room Spending with everything in it. */
export async function benchBuyerViews(): Promise<Result[]> {
  const views = [BUYING, SPENDING, CHANGES];
  return growthOf(await openRounds(views, fillBuyer), views);
}

async function openRounds(
  views: readonly View[],
  fillWith: (browser: BenchBrowser, size: number) => Promise<void>,
): Promise<Round[]> {
  const browsers = await Promise.all(SIZES.map(() => startBrowser({ granted: false })));
  try {
    for (const [index, size] of SIZES.entries()) await fillWith(browsers[index] as BenchBrowser, size);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS + 2; round += 1) {
      const times: Round = new Map();
      for (const view of views) {
        for (const [index, size] of SIZES.entries()) {
          times.set(`${view.name} ${size}`, await openMs(browsers[index] as BenchBrowser, view));
        }
      }
      // The first rounds warm the browsers' caches up.
      if (round >= 2) rounds.push(times);
    }
    return rounds;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

/** The milliseconds of one turn, by view and size. */
type Round = Map<string, number>;

const at = (round: Round, view: View, size: number) => round.get(`${view.name} ${size}`) ?? Number.NaN;
const ms = (rounds: readonly Round[], view: View, size: number) =>
  median(rounds.map((round) => at(round, view, size)));
// Ratios are taken within a round: a machine that slows down slows both.
const ratio = (rounds: readonly Round[], view: View, size: number, other: View, otherSize: number) =>
  median(rounds.map((round) => at(round, view, size) / at(round, other, otherSize)));

function resultsOf(rounds: readonly Round[], views: readonly View[]): Result[] {
  const [, , large] = SIZES;
  return [
    told(EMPTY.name, ms(rounds, EMPTY, large), 'ms'),
    ...growthOf(rounds, views),
    againstEmpty(rounds, POPUP, large),
    told(
      'dashboard Orders at 100,000, ratio to an empty page',
      ratio(rounds, ORDERS, large, EMPTY, large),
      'x',
    ),
  ];
}

function againstEmpty(rounds: readonly Round[], view: View, size: number): Result {
  const name = `${view.name} at ${size.toLocaleString('en')}, ratio to an empty page`;
  return atMost(name, ratio(rounds, view, size, EMPTY, size), 'x', 2);
}

/** How long views take at each size, and how much longer at the largest than at the smallest. */
function growthOf(rounds: readonly Round[], views: readonly View[]): Result[] {
  const [small, , large] = SIZES;
  return views.flatMap((view) => [
    ...SIZES.map((size) =>
      told(`${view.name} at ${size.toLocaleString('en')}`, ms(rounds, view, size), 'ms'),
    ),
    atMost(`${view.name}, 100,000 to 100 orders`, ratio(rounds, view, large, view, small), 'x', 1.3),
  ]);
}

async function fill(browser: BenchBrowser, size: number): Promise<void> {
  const code = await bundleForPage('./page.ts');
  await inTab(browser, browser.url('empty.html'), async (page) => {
    await page.evaluate(code);
    let stored = 0;
    for (const texts of payloadTurns(size, Math.min(size, 500))) {
      stored = await page.evaluate((t) => (globalThis as unknown as BenchPage).bench.fill(t), texts);
    }
    if (stored !== size) throw new Error(`Stored ${stored} of ${size} orders`);
  });
}

async function fillDue(browser: BenchBrowser, size: number): Promise<void> {
  const code = await bundleForPage('./page.ts');
  await inTab(browser, browser.url('empty.html'), async (page) => {
    await page.evaluate(code);
    const { stored, alerts } = await page.evaluate(
      (count) => (globalThis as unknown as BenchPage).bench.fillDue(count),
      size,
    );
    if (stored !== size) throw new Error(`Stored ${stored} of ${size} orders`);
    if (alerts < openAmong(size)) throw new Error(`${alerts} alerts of ${openAmong(size)} deadlines`);
  });
}

const BUYER_TURN = 5000;

async function fillBuyer(browser: BenchBrowser, size: number): Promise<void> {
  const code = await bundleForPage('./page.ts');
  await inTab(browser, browser.url('empty.html'), async (page) => {
    await page.evaluate(code);
    let stored = 0;
    while (stored < size) {
      const turn = [stored, Math.min(BUYER_TURN, size - stored)] as const;
      const now = await page.evaluate(
        ([from, count]) => (globalThis as unknown as BenchPage).bench.fillBuyer(from, count),
        turn,
      );
      if (now !== stored + turn[1]) throw new Error(`Stored ${now} of ${size} orders`);
      stored = now;
    }
  });
}

/** From the call that opens the page to the frame that shows it, seen from outside as a user sees it. */
async function openMs(browser: BenchBrowser, view: View): Promise<number> {
  const page = await browser.context.newPage();
  try {
    const shown = Promise.withResolvers<void>();
    await page.exposeFunction('tellShown', shown.resolve);
    await page.addInitScript(watchFor, view.ready);
    const start = performance.now();
    await page.goto(browser.url(view.path), { waitUntil: 'commit' });
    await Promise.race([shown.promise, failAfter(30_000, `${view.name} did not show its numbers`)]);
    return performance.now() - start;
  } finally {
    await page.close();
  }
}

async function failAfter(ms: number, sentence: string): Promise<never> {
  await setTimeout(ms, undefined, { ref: false });
  throw new Error(sentence);
}

/** Runs in the page from its start: tells when the frame that shows the selector's text was painted. */
function watchFor(selector: string): void {
  const look = () => {
    if (!document.querySelector(selector)?.textContent?.trim()) return requestAnimationFrame(look);
    return globalThis.setTimeout(() => (Reflect.get(globalThis, 'tellShown') as () => void)());
  };
  requestAnimationFrame(look);
}
