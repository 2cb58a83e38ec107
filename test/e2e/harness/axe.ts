import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './types.ts';

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** What axe finds wrong with the page as it is now: the rule, and the elements that break it. */
export async function findBarriers(tab: Tab): Promise<string[]> {
  await tab.run(SCRIPT);
  return tab.evaluate(async () => {
    const { violations } = await (globalThis as unknown as Axe).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
