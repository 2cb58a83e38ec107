import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Browser as FirefoxProcess, Page } from 'puppeteer-core';
import type { FirefoxAdmin } from './firefox-admin.ts';
import { textsOf } from './page-functions.ts';
import type { SavedFile, Tab, Target } from './types.ts';
import { until } from './wait.ts';

interface Surroundings {
  admin: FirefoxAdmin;
  downloads: string;
}

/** Opens a tab at an address. */
export async function openFirefoxTab(
  firefox: FirefoxProcess,
  url: string,
  around: Surroundings,
): Promise<Tab> {
  const page = await firefox.newPage();
  page.setDefaultTimeout(10_000);
  await page.setViewport({ width: 1280, height: 800 });
  const tab = tabOf(page, around);
  await tab.goto(url);
  return tab;
}

function tabOf(page: Page, { admin, downloads }: Surroundings): Tab {
  const find = (target: Target) => element(page, target);
  const evaluate = ((run: (arg: unknown) => unknown, arg: unknown) =>
    page.evaluate(run, arg)) as Tab['evaluate'];
  // Puppeteer waits for an element to rest, which needs the frames that only the tab in front draws.
  const inFront = async (target: Target) => {
    await page.bringToFront();
    return page.locator(selectorOf(target));
  };
  const click = async (target: Target) => (await inFront(target)).click();
  return {
    goto: (url) => go(page, url),
    reload: () => reload(page),
    evaluate,
    run: async (script) => void (await page.evaluate(script)),
    texts: async (target) => (await find(target)).evaluate(textsOf),
    has: async (target) => (await page.$(selectorOf(target))) !== null,
    closedTexts: () => Promise.reject(new Error('Firefox shows no closed shadow root to tests')),
    waitFor: (run, arg, { timeoutMs } = {}) => until(String(run), () => evaluate(run, arg), timeoutMs),
    click,
    check: async (target, isOn) => {
      const isNow = await (await find(target)).evaluate((box) => (box as HTMLInputElement).checked);
      if (isNow !== isOn) await click(target);
    },
    choose: async (target, label) => choose(await find(target), label),
    fill: async (target, text) => (await inFront(target)).fill(text),
    setFile: (label, path) => setFile(page, label, path),
    save: (target) => saveFile(downloads, () => click(target)),
    show: () => page.bringToFront(),
    resize: (width, height) => page.setViewport({ width, height }),
    emulate: ({ dark }) => admin.emulate(dark),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => page.close(),
  };
}

function selectorOf({ role, name, inDialog = false }: Target): string {
  return `${inDialog ? 'dialog[open] ' : ''}::-p-aria([name="${name}"][role="${role}"])`;
}

async function element(page: Page, target: Target): Promise<ElementHandle<Element>> {
  const handle = await page.waitForSelector(selectorOf(target));
  if (!handle) throw new Error(`There is no ${target.role} "${target.name}"`);
  return handle;
}

async function go(page: Page, url: string): Promise<void> {
  if (url.startsWith('https:')) {
    await page.goto(url);
    await page.bringToFront();
    return;
  }
  // The navigation to a page of an extension is never reported as done.
  page.goto(url, { timeout: 1000 }).catch(() => {});
  const isThere = (wanted: string): boolean =>
    location.href.startsWith(wanted) && document.readyState === 'complete';
  await until(`the page ${url}`, () => page.evaluate(isThere, url));
  await page.bringToFront();
}

async function reload(page: Page): Promise<void> {
  const before = await page.evaluate(() => performance.timeOrigin);
  await page.evaluate(() => location.reload());
  const isNew = (origin: number): boolean =>
    performance.timeOrigin > origin && document.readyState === 'complete';
  await until('the page to be loaded again', () => page.evaluate(isNew, before));
}

async function choose(list: ElementHandle<Element>, label: string): Promise<void> {
  const value = await list.evaluate((node, wanted) => {
    return [...(node as HTMLSelectElement).options].find((option) => option.label === wanted)?.value;
  }, label);
  if (value === undefined) throw new Error(`The list has no "${label}"`);
  await list.select(value);
}

async function setFile(page: Page, label: string, path: string): Promise<void> {
  const handle = await page.evaluateHandle((wanted) => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')];
    const names = (input: HTMLInputElement): (string | null | undefined)[] => [
      input.getAttribute('aria-label'),
      ...[...(input.labels ?? [])].map((node) => node.textContent?.trim()),
    ];
    return inputs.find((input) => names(input).includes(wanted)) ?? null;
  }, label);
  const input = handle.asElement() as ElementHandle<HTMLInputElement> | null;
  if (!input) throw new Error(`There is no file input "${label}"`);
  await input.uploadFile(path);
}

async function saveFile(folder: string, click: () => Promise<void>): Promise<SavedFile> {
  await click();
  // Firefox makes an empty file, writes into a .part file beside it and puts that in its place.
  const isSaved = (): boolean => {
    const files = readdirSync(folder);
    return (
      files.length === 1 &&
      files.every((file) => !file.endsWith('.part') && statSync(join(folder, file)).size > 0)
    );
  };
  await until('the file to be saved', isSaved).catch((error) => {
    throw new Error(`${error} The folder has: ${readdirSync(folder)}`);
  });
  const [name = ''] = readdirSync(folder);
  const text = readFileSync(join(folder, name), 'utf8');
  rmSync(join(folder, name));
  return { name, text };
}
