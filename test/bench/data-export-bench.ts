import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type BenchBrowser, inTab, startBrowser } from './chromium.ts';
import { writeDataExport } from './data-export.ts';
import { extensionBytes, watchMemory } from './data-export-memory.ts';
import { atMost, type Result, told } from './result.ts';

const BYTES = 300 * 1024 ** 2;
const ORDERS = 5000;
const MEGABYTE = 1024 ** 2;
const LONG = { timeout: 180_000 };

/** A large data export on the Data page of a real browser: cancelled, read, added, undone; and what memory it took. */
export async function benchDataExport(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlens-export-'));
  const path = join(folder, 'user_data_tiktok.json');
  await writeDataExport(path, BYTES, ORDERS);
  const browser = await startBrowser({ granted: false });
  try {
    return await inTab(browser, browser.url('dashboard.html#data'), (page) => measure(page, browser, path));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(page: Page, browser: BenchBrowser, path: string): Promise<Result[]> {
  await page.getByLabel('Import file').waitFor({ state: 'attached' });
  await setTimeout(3000);
  const idle = extensionBytes();
  const memory = watchMemory();
  const shown = await cancelOnTheWay(page, path);
  const readMs = await timed(async () => {
    await page.getByLabel('Import file').setInputFiles(path);
    await page.getByText(`${ORDERS.toLocaleString('en')} new`).waitFor(LONG);
  });
  const readPeak = memory.stop();
  const adding = watchMemory();
  const addMs = await timed(async () => {
    await page.getByRole('button', { name: 'Add to history' }).click();
    await page.getByText(`Imported: ${ORDERS.toLocaleString('en')} new`).waitFor(LONG);
  });
  const addPeak = adding.stop();
  const undoMs = await timed(async () => {
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText(`Undone: ${ORDERS.toLocaleString('en')} orders removed.`).waitFor(LONG);
  });
  if (browser.context.serviceWorkers().length > 1) throw new Error('There is more than one background');
  return [
    told('data export, its size', statSync(path).size / MEGABYTE, 'MB'),
    told('data export, shown as read when it was cancelled', shown, 'MB'),
    told('data export, read and compared', readMs / 1000, 's'),
    told('data export, read again and added', addMs / 1000, 's'),
    told('data export, undone as one', undoMs / 1000, 's'),
    told('the idle Data page with the background', idle / MEGABYTE, 'MB'),
    atMost('data export, peak above idle while it is read', (readPeak - idle) / MEGABYTE, 'MB', 150),
    atMost('data export, peak above idle while it is added', (addPeak - idle) / MEGABYTE, 'MB', 150),
  ];
}

/** Starts to read, cancels when progress shows, and makes sure that nothing goes on. Returns the megabytes shown. */
async function cancelOnTheWay(page: Page, path: string): Promise<number> {
  await page.getByLabel('Import file').setInputFiles(path);
  const progress = page.getByText(/^MB read: [1-9]\d* of/);
  await progress.waitFor(LONG);
  const shown = Number.parseInt((await progress.textContent())?.replace('MB read: ', '') ?? '', 10);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await progress.waitFor({ state: 'detached' });
  await setTimeout(500);
  if (page.workers().length > 0) throw new Error('The reader runs on after it was cancelled');
  return shown;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
