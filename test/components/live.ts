import { afterEach } from 'vitest';
import { createHandlers } from '../../lib/background/commands.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import { writeReading } from '../../lib/history/write.ts';
import { answer } from '../../lib/messages/server.ts';
import type { Order } from '../../lib/model/order.ts';
import { emptyReading } from '../../lib/sources/source.ts';
import { fake } from './fake-polyfill.ts';
import { cleanAfterEach, HOST, SHOP } from './support.ts';

/** Takes down what a test drew, and empties the history that it drew from. */
export function cleanHistoryAfterEach(): void {
  // Runs second, when nothing watches the history any more: hooks run in the reverse order.
  afterEach(async () => {
    const db = readingHistory();
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  });
  cleanAfterEach();
}

/** Writes orders to the history as a page of the usual shop would. */
export async function capture(orders: Order[], id = 'capture-1'): Promise<void> {
  const page = {
    id,
    at: Date.now(),
    sourceId: 'seller/order-list',
    origin: HOST,
    kind: 'page',
    owner: SHOP,
  } as const;
  await writeReading(readingHistory(), page, { ...emptyReading(), orders });
}

/** Lets the real background's commands answer what the pages send. */
export function answerAsBackground(): void {
  const handlers = createHandlers(readingHistory(), async () => {});
  fake.answer = (message) => answer(message, { from: 'own', host: '' }, handlers);
}
