import { exportFrom, openRoom, readPopup } from '../e2e/harness/product.ts';
import type { Browser } from '../e2e/harness/types.ts';
import { until } from '../e2e/harness/wait.ts';

/** What the extension knows after the walk, in its own words. */
export interface Captured {
  /** Orders by market and account. */
  shops: Map<string, number>;
  needs: string[];
  selling: string[];
  revenue: string[];
}

/** Reads what was captured; waits a while for all of it. */
export async function readCaptured(browser: Browser, orderCount: number): Promise<Captured> {
  const data = await openRoom(browser, 'Data');
  let { orders } = await exportFrom(data);
  const isComplete = async (): Promise<boolean> => {
    orders = (await exportFrom(data)).orders;
    return orders.length >= orderCount;
  };
  // Fewer than all is for the caller to say, not a reason to show nothing.
  await until('every order', isComplete, 15_000).catch(() => {});
  await data.close();
  const groups = Map.groupBy(orders, (order) => `${order.market} shop`);
  const shops = new Map([...groups].map(([name, group]) => [name, group.length]));
  if (shops.size === 0) return { shops, needs: [], selling: [], revenue: [] };
  return {
    shops,
    needs: await readNeeds(browser),
    selling: await readPopup(browser, 'Selling'),
    revenue: await readPopup(browser, 'Revenue'),
  };
}

/** The same in lines to read. */
export function describe({ shops, needs, selling, revenue }: Captured): string[] {
  if (shops.size === 0) return ['Nothing was captured: the order pages were open, and the history is empty.'];
  const countOf = (label: string): string => selling[selling.indexOf(label) + 1] ?? '0';
  return [
    `Orders: ${[...shops].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    ...sumsOf(revenue).map((line) => `Revenue: ${line}`),
    `Deadlines: ${countOf('Overdue')} overdue, ${countOf('Due in 24 h')} due in 24 h`,
    'Needs you:',
    ...needs.map((need) => `  ${need}`),
  ];
}

/** "$12.00 today, $340.00 November": each block of the popup has today's sum and then this month's. */
function sumsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => {
    if (text !== 'Today') return [];
    return [`${texts[index - 1]} today, ${texts[index + 1]} ${texts[index + 2]}`];
  });
}

async function readNeeds(browser: Browser): Promise<string[]> {
  const popup = await browser.open(browser.extensionUrl('popup.html'));
  const region = { role: 'region', name: 'Needs you' } as const;
  await popup.texts(region);
  const needs = await popup.evaluate((label) => {
    const rows = [...document.querySelectorAll(`[aria-label="${label}"] li`)];
    const leaves = (row: Element) =>
      [...row.querySelectorAll('*')].filter((node) => node.childElementCount === 0);
    return rows.map((row) =>
      leaves(row)
        .map((node) => node.textContent)
        .filter(Boolean)
        .join(' · '),
    );
  }, region.name);
  await popup.close();
  return needs;
}
