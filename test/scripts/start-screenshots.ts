import { join } from 'node:path';
import type { Place } from '../e2e/harness/seller-center.ts';
import type { Target } from '../e2e/harness/types.ts';

interface View {
  name: string;
  url: string;
  size: [width: number, height: number];
  /** What is there when the view is complete. */
  shows: Target | null;
}

/** The views of who sells, or of who buys too. */
export type Side = 'seller' | 'buyer';

function viewsOf(place: Place, side: Side, dark: boolean): View[] {
  return side === 'seller' ? sellerViews(place, dark) : buyerViews(place, dark);
}

function sellerViews({ shop, browser }: Place, dark: boolean): View[] {
  return [
    {
      name: 'welcome',
      url: browser.extensionUrl('welcome.html'),
      size: [1280, 900],
      shows: { role: 'button', name: 'Turn on' },
    },
    {
      name: 'popup',
      url: browser.extensionUrl('popup.html'),
      size: [380, 600],
      shows: { role: 'region', name: 'Revenue' },
    },
    // The overlay takes its colours from the page, and the page takes a theme.
    {
      name: 'overlay',
      url: shop.pageUrl('US', `/order${dark ? '?theme=dark' : ''}`),
      size: [1280, 900],
      shows: null,
    },
    {
      name: 'dashboard',
      url: browser.extensionUrl('dashboard.html'),
      size: [1280, 900],
      shows: { role: 'table', name: 'Orders' },
    },
    {
      name: 'alerts',
      url: browser.extensionUrl('dashboard.html#alerts'),
      size: [1280, 1400],
      shows: { role: 'region', name: 'Everything with a clock' },
    },
    {
      name: 'settings',
      url: browser.extensionUrl('dashboard.html#settings'),
      size: [1280, 1600],
      shows: { role: 'region', name: 'Alerts' },
    },
  ];
}

function buyerViews({ shop, browser }: Place, dark: boolean): View[] {
  return [
    {
      name: 'popup-buyer',
      url: browser.extensionUrl('popup.html'),
      size: [380, 600],
      shows: { role: 'region', name: 'Spending' },
    },
    {
      name: 'overlay-buyer',
      url: shop.buyer.pageUrl(`/shop/order_list${dark ? '?theme=dark' : ''}`),
      size: [1280, 900],
      shows: null,
    },
    {
      name: 'spending',
      url: browser.extensionUrl('dashboard.html#spending'),
      size: [1280, 1400],
      shows: { role: 'region', name: 'What it was made of' },
    },
  ];
}

/** Takes a picture of every view, light and dark; returns the files. */
export async function takeScreenshots(place: Place, side: Side, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const dark of [false, true]) {
    for (const view of viewsOf(place, side, dark)) {
      const path = join(folder, `${view.name}-${dark ? 'dark' : 'light'}.png`);
      await takeScreenshot(place, view, dark, path);
      paths.push(path);
    }
  }
  return paths;
}

async function takeScreenshot({ browser }: Place, view: View, dark: boolean, path: string): Promise<void> {
  const tab = await browser.open('about:blank');
  await tab.resize(...view.size);
  await tab.emulate({ dark });
  await tab.goto(view.url);
  if (view.shows) await tab.texts(view.shows);
  else {
    await tab.waitFor(() => document.querySelectorAll('orderlens-overlay').length > 1, null);
  }
  await tab.screenshot(path);
  await tab.close();
}
