import type { History } from './db.ts';

interface Job {
  work: () => Promise<unknown>;
  done: PromiseWithResolvers<unknown>;
}

/** More than this would keep the first of them waiting, and hold much of a history in memory. */
const MAX_TOGETHER = 16;
const queues = new WeakMap<History, Job[]>();

/**
 * Does some work on all tables in one transaction, in the order asked for. What is asked for while another
 * transaction runs goes into the next one together: many captures cost little more than one. Work that fails
 * fails alone. Not to be called inside a transaction.
 */
export function writeTogether<T>(db: History, work: () => Promise<T>): Promise<T> {
  const done = Promise.withResolvers<unknown>();
  const queue = queues.get(db);
  if (queue) queue.push({ work, done });
  else void runAll(db, [{ work, done }]);
  return done.promise as Promise<T>;
}

async function runAll(db: History, queue: Job[]): Promise<void> {
  queues.set(db, queue);
  while (queue.length > 0) await settle(db, queue.splice(0, MAX_TOGETHER));
  queues.delete(db);
}

async function settle(db: History, jobs: readonly Job[]): Promise<void> {
  const results: unknown[] = [];
  try {
    await db.transaction('rw', db.tables, async () => {
      for (const { work } of jobs) results.push(await work());
    });
    jobs.forEach(({ done }, index) => {
      done.resolve(results[index]);
    });
  } catch (error) {
    if (jobs.length === 1) jobs[0]?.done.reject(error);
    // Nothing of it was written: each has its own try.
    else for (const job of jobs) await settle(db, [job]);
  }
}
