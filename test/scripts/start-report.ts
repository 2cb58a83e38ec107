import { readIcon } from '../e2e/harness/alerts.ts';
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
  /** What the toolbar icon says, and the most urgent open alerts. */
  icon: string;
  alerts: string[];
}

const MOST_URGENT = 5;

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
  if (shops.size === 0) return { shops, needs: [], selling: [], revenue: [], icon: '', alerts: [] };
  return {
    shops,
    needs: await readRows(browser, 'popup.html'),
    selling: await readPopup(browser, 'Selling'),
    revenue: await readPopup(browser, 'Revenue'),
    ...(await readAlerts(browser)),
  };
}

/** The same in lines to read. */
export function describe({ shops, needs, selling, revenue, icon, alerts }: Captured): string[] {
  if (shops.size === 0) return ['Nothing was captured: the order pages were open, and the history is empty.'];
  const countOf = (label: string): string => selling[selling.indexOf(label) + 1] ?? '0';
  return [
    `Orders: ${[...shops].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    ...sumsOf(revenue).map((line) => `Revenue: ${line}`),
    `Deadlines: ${countOf('Overdue')} overdue, ${countOf('Due in 24 h')} due in 24 h`,
    'Needs you:',
    ...needs.map((need) => `  ${need}`),
    `Alerts: ${icon}`,
    ...alerts.map((alert) => `  ${alert}`),
  ];
}

/** "$12.00 today, $340.00 November": each block of the popup has today's sum and then this month's. */
function sumsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => {
    if (text !== 'Today') return [];
    return [`${texts[index - 1]} today, ${texts[index + 1]} ${texts[index + 2]}`];
  });
}

async function readAlerts(browser: Browser): Promise<Pick<Captured, 'icon' | 'alerts'>> {
  const alerts = await readRows(browser, 'dashboard.html#alerts');
  const own = await browser.open(browser.extensionUrl('welcome.html'));
  const { title } = await readIcon(own);
  await own.close();
  return { icon: title.replace('OrderLens: ', ''), alerts: alerts.slice(0, MOST_URGENT) };
}

/** The rows of a page's region "Needs you", each as one line. */
async function readRows(browser: Browser, path: string): Promise<string[]> {
  const page = await browser.open(browser.extensionUrl(path));
  const region = { role: 'region', name: 'Needs you' } as const;
  await page.texts(region);
  const rows = await page.evaluate((label) => {
    const found = [...document.querySelectorAll(`[aria-label="${label}"] li`)];
    const leaves = (row: Element) =>
      [...row.querySelectorAll('*')].filter(
        (node) => node.childElementCount === 0 && node.localName !== 'button',
      );
    return found.map((row) =>
      leaves(row)
        .map((node) => node.textContent)
        .filter(Boolean)
        .join(' · '),
    );
  }, region.name);
  await page.close();
  return rows;
}
