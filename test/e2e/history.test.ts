import { describe, expect, test } from 'vitest';
import { bundleForPage } from '../bench/bundle.ts';
import { historyCases } from '../history/cases.ts';
import type { CaseOutcome } from '../history/page.ts';
import { BROWSERS, useSession } from './harness/session.ts';

interface HistoryPage {
  runHistoryCases(): Promise<CaseOutcome[]>;
  outcomes?: CaseOutcome[];
}

describe.each(BROWSERS)('the history in %s', (name) => {
  const session = useSession(name);

  test('does on a real IndexedDB what it does in Node', async () => {
    const { browser } = session;
    const code = await bundleForPage('../history/page.ts');
    const tab = await browser.open(browser.extensionUrl('welcome.html'));
    await tab.run(code);
    await tab.evaluate(() => {
      const page = globalThis as unknown as HistoryPage;
      void page.runHistoryCases().then((outcomes) => {
        page.outcomes = outcomes;
      });
    });
    await tab.waitFor(() => 'outcomes' in globalThis, null, { timeoutMs: 240_000 });
    const outcomes = await tab.evaluate(() => (globalThis as unknown as HistoryPage).outcomes ?? []);
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    expect(outcomes).toHaveLength(historyCases.length);
  }, 300_000);
});
