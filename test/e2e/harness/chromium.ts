import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type BrowserContext, chromium, type Locator, type Page, type Request } from 'playwright-core';
import { adviceFor, findTool } from '../../scripts/browsers.mjs';
import { isTikTokHost } from '../../shop/markets.ts';
import { startDesktop } from './desktop.ts';
import { makeWorkplace } from './folders.ts';
import { textsOf } from './page-functions.ts';
import { unpackedId, writeProfile } from './profile.ts';
import type { Browser, LaunchOptions, OwnRequest, Tab, Target } from './types.ts';
import { until } from './wait.ts';

const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--extensions-update-frequency=86400',
  // What the browser itself would ask at its start goes nowhere, so that every other request is somebody's.
  '--gaia-url=https://127.0.0.1:1',
  '--component-updater=url-source=http://127.0.0.1:1/',
];

/** Starts Chromium with a copy of the extension, by way of the shop's proxy. */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const { shop, granted = true, extension = '.output/chrome-mv3' } = options;
  const executablePath = findTool('chromium');
  if (!executablePath) throw new Error(adviceFor('chromium'));
  const place = options.place ?? makeWorkplace(extension);
  const profile = place.folder('profile');
  if (!existsSync(profile)) writeProfile(profile, place.extension, granted);
  const desktop = options.desktop ? await startDesktop() : undefined;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    ...launchSettings(options, desktop?.address),
    args: [
      ...QUIET,
      `--disable-extensions-except=${place.extension}`,
      `--load-extension=${place.extension}`,
      `--proxy-server=http://127.0.0.1:${shop.proxyPort}`,
      // Nothing goes past the proxy, and workers accept the shop's certificate as pages do.
      '--proxy-bypass-list=<-loopback>',
      '--ignore-certificate-errors',
    ],
  });
  const origin = `chrome-extension://${unpackedId(place.extension)}`;
  const own = recordOwnRequests(context, origin);
  const [keeper = await context.newPage()] = context.pages();
  return {
    name: 'chromium',
    extensionUrl: (path) => `${origin}/${path}`,
    open: (url) => openTab(context, url),
    killWorker: () => stopWorkers(context, keeper, origin),
    ownRequests: async () => own,
    ...(desktop && { notices: desktop.notices }),
    close: async () => {
      await context.close();
      await desktop?.close();
      if (!options.place) place.remove();
    },
  };
}

function launchSettings({ headless = true, display }: LaunchOptions, bus: string | undefined) {
  const own = { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus };
  const env = { ...process.env, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value)) };
  return {
    headless,
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    // Whoever started it closes it, and removes what it left.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    locale: 'en-US',
    env: Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value ? [[key, value]] : []))),
    // A window of one's own size when somebody looks at it.
    viewport: headless ? { width: 1280, height: 800 } : null,
  };
}

function recordOwnRequests(context: BrowserContext, origin: string): OwnRequest[] {
  const own: OwnRequest[] = [];
  context.on('request', (request) => {
    const url = request.url();
    // Pages of extensions, blobs and data are read from the computer itself.
    if (!/^(?:https?|wss?):/.test(url)) return;
    const from = senderOf(request);
    if (from.startsWith(origin) || !isTikTokHost(new URL(url).hostname)) own.push({ url, from });
  });
  return own;
}

function senderOf(request: Request): string {
  const worker = request.serviceWorker();
  if (worker) return worker.url();
  return request.isNavigationRequest() ? 'navigation' : request.frame().url();
}

async function stopWorkers(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const devtools = await context.newCDPSession(page);
  let hasStopped = false;
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const ours = versions.filter((version) => version.scriptURL.startsWith(origin));
    if (ours.some((version) => version.runningStatus === 'stopped')) hasStopped = true;
  });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await until('the service worker to end', () => hasStopped);
  await devtools.detach();
}

async function openTab(context: BrowserContext, url: string): Promise<Tab> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  return tabOf(page);
}

function locate(page: Page, { role, name, inDialog = false }: Target): Locator {
  const scope = inDialog ? page.getByRole('dialog') : page;
  return scope.getByRole(role, { name, exact: true });
}

function tabOf(page: Page): Tab {
  const find = (target: Target): Locator => locate(page, target);
  const evaluate = ((run: (arg: unknown) => unknown, arg: unknown) =>
    page.evaluate(run, arg)) as Tab['evaluate'];
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate,
    run: async (script) => void (await page.evaluate(script)),
    texts: (target) => find(target).evaluate(textsOf),
    has: (target) => find(target).first().isVisible(),
    closedTexts: (tag) => closedTexts(page, tag),
    waitFor: (run, arg, { timeoutMs } = {}) => until(String(run), () => evaluate(run, arg), timeoutMs),
    click: (target) => find(target).click(),
    check: (target, isOn) => find(target).setChecked(isOn),
    choose: async (target, label) => void (await find(target).selectOption({ label })),
    fill: (target, text) => find(target).fill(text),
    setFile: (label, path) => page.getByLabel(label, { exact: true }).setInputFiles(path),
    save: (target) => saveFile(page, find(target)),
    show: () => page.bringToFront(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    emulate: ({ dark }) => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

interface DevNode {
  localName?: string;
  nodeType: number;
  nodeValue: string;
  children?: DevNode[];
  shadowRoots?: DevNode[];
}
const TEXT_NODE = 3;

/** What the pieces show, as only the developer tools see it. */
async function closedTexts(page: Page, tag: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  await devtools.detach();
  const visit = (node: DevNode, isInside: boolean): string[] => {
    if (node.localName === 'style') return [];
    const own = isInside && node.nodeType === TEXT_NODE ? [node.nodeValue] : [];
    const below = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
    return [...own, ...below.flatMap((child) => visit(child, isInside || node.localName === tag))];
  };
  return visit(root, false);
}

async function saveFile(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
