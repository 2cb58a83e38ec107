import { bundleForPage } from './bundle.ts';
import { inTab, startBrowser } from './chromium.ts';
import { payloadTurns } from './payloads.ts';
import { atLeast, type Result, told } from './result.ts';

interface Turn {
  stored: number;
  ingestMs: number;
  rawMs: number;
}
interface BenchPage {
  bench: {
    openComparison(perTransaction: number): Promise<void>;
    compareTurn(texts: string[]): Promise<Turn>;
    closeComparison(): Promise<void>;
  };
}

const COUNT = 100_000;

/**
 * From the text of an answer to the written history, against raw IndexedDB puts of the same rows into the same
 * indexes, in turns of 5,000 orders in one run. An import writes 500 orders at a time (raw: 5,000, the fastest);
 * captured pages are written 50 at a time (raw: 50 too, as each page is a transaction of its own).
 */
export async function benchIngest(): Promise<Result[]> {
  const code = await bundleForPage('./page.ts');
  const browser = await startBrowser({ granted: false });
  const compare = (perPayload: number, perTransaction: number, count: number) =>
    inTab(browser, browser.url('empty.html'), async (page) => {
      await page.evaluate(code);
      const sum: Turn = { stored: 0, ingestMs: 0, rawMs: 0 };
      await page.evaluate(
        (size) => (globalThis as unknown as BenchPage).bench.openComparison(size),
        perTransaction,
      );
      for (const texts of payloadTurns(count, perPayload)) {
        const turn = await page.evaluate(
          (t) => (globalThis as unknown as BenchPage).bench.compareTurn(t),
          texts,
        );
        sum.stored += turn.stored;
        sum.ingestMs += turn.ingestMs;
        sum.rawMs += turn.rawMs;
      }
      await page.evaluate(() => (globalThis as unknown as BenchPage).bench.closeComparison());
      if (sum.stored !== count) throw new Error(`Stored ${sum.stored} of ${count} orders`);
      return sum;
    });
  try {
    const whole = await compare(500, 5000, COUNT);
    const pages = await compare(50, 50, COUNT / 5);
    return [
      told('ingest of 100,000 orders', whole.ingestMs / 1000, 's'),
      told('raw IndexedDB puts of the same rows', whole.rawMs / 1000, 's'),
      atLeast('ingest speed, ratio to raw puts', whole.rawMs / whole.ingestMs, 'x', 0.5),
      atLeast('ingest speed of pages of 50, ratio to raw puts by 50', pages.rawMs / pages.ingestMs, 'x', 0.5),
    ];
  } finally {
    await browser.close();
  }
}
