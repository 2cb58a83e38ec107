import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DropReason } from '../../lib/capture/receive.ts';
import { createSubmitter } from '../../lib/capture/submit.ts';
import type { Captured } from '../../lib/capture/wire.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const item = (url: string): Captured => ({ url, requestText: '', bodyText: '{}' });

/** A submitter and a background that fails as often as it is told to. */
function start(failures = 0) {
  const controller = new AbortController();
  const page = new EventTarget();
  const log: string[] = [];
  const reports: [DropReason, number][] = [];
  const state = { failures, stored: 0, isHanging: false };
  const submitter = createSubmitter({
    submit: ({ url }) => {
      log.push(url);
      if (state.isHanging) return new Promise(() => {});
      state.failures -= 1;
      return state.failures >= 0 ? Promise.reject(new Error('gone')) : Promise.resolve();
    },
    reportDrops: async (reason, count) => {
      reports.push([reason, count]);
    },
    onStored: () => {
      state.stored += 1;
    },
    page,
    signal: controller.signal,
  });
  return { submitter, log, reports, state, controller, page };
}

test('answers are handed over in their order, one at a time', async () => {
  const { submitter, log, state } = start();
  for (const url of ['a', 'b', 'c']) submitter.add(item(url));
  expect(log).toEqual(['a']);
  await vi.runAllTimersAsync();
  expect(log).toEqual(['a', 'b', 'c']);
  expect(state.stored).toBe(3);
});

test('a worker that ended is asked again, and the order is kept', async () => {
  const { submitter, log, state } = start(2);
  for (const url of ['a', 'b']) submitter.add(item(url));
  await vi.advanceTimersByTimeAsync(199);
  expect(log).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toEqual(['a', 'a']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(log).toEqual(['a', 'a', 'a', 'b']);
  expect(state.stored).toBe(2);
});

test('after the last retry the next answer has its turn', async () => {
  const { submitter, log, state } = start(5);
  submitter.add(item('a'));
  submitter.add(item('b'));
  await vi.advanceTimersByTimeAsync(8200);
  expect(log).toEqual(['a', 'a', 'a', 'a', 'a', 'b']);
  expect(state.stored).toBe(1);
});

test('what comes after the queue ran empty is handed over too', async () => {
  const { submitter, log } = start();
  submitter.add(item('a'));
  await vi.runAllTimersAsync();
  submitter.add(item('b'));
  await vi.runAllTimersAsync();
  expect(log).toEqual(['a', 'b']);
});

test('the queue has an end, and what is beyond it is told', async () => {
  const { submitter, log, reports, state } = start();
  state.isHanging = true;
  for (let count = 0; count < 30; count += 1) submitter.add(item(String(count)));
  await vi.advanceTimersByTimeAsync(1000);
  expect(log).toEqual(['0']);
  expect(reports).toEqual([['rate', 9]]);
});

test('a page that is left tells once more what waits', async () => {
  const { submitter, log, state, page } = start(1);
  for (const url of ['a', 'b', 'c']) submitter.add(item(url));
  await vi.advanceTimersByTimeAsync(50);
  expect(log).toEqual(['a']);
  page.dispatchEvent(new Event('pagehide'));
  expect(log).toEqual(['a', 'a', 'b', 'c']);
  await vi.runAllTimersAsync();
  page.dispatchEvent(new Event('pagehide'));
  expect(log).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'c']);
  expect(state.stored).toBe(3);
});

test('a page that is left while the worker is gone harms nothing', async () => {
  const { submitter, log, page } = start(100);
  submitter.add(item('a'));
  page.dispatchEvent(new Event('pagehide'));
  await vi.runAllTimersAsync();
  expect(log.length).toBeGreaterThan(2);
});

test('drops of a second are told as one number each', async () => {
  const { submitter, reports } = start();
  for (let count = 0; count < 500; count += 1) submitter.drop('rate');
  for (let count = 0; count < 3; count += 1) submitter.drop('bytes');
  await vi.advanceTimersByTimeAsync(999);
  expect(reports).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(reports).toEqual([
    ['rate', 500],
    ['bytes', 3],
  ]);
  submitter.drop('bytes');
  await vi.advanceTimersByTimeAsync(1000);
  expect(reports.at(-1)).toEqual(['bytes', 1]);
});

test('a report that fails harms nothing', async () => {
  const controller = new AbortController();
  const submitter = createSubmitter({
    submit: () => Promise.resolve(),
    reportDrops: () => Promise.reject(new Error('gone')),
    onStored: () => {},
    page: new EventTarget(),
    signal: controller.signal,
  });
  submitter.drop('rate');
  await expect(vi.advanceTimersByTimeAsync(1000)).resolves.toBeDefined();
});

test('after the abort nothing is handed over or told', async () => {
  const { submitter, log, reports, state, controller } = start(1);
  submitter.add(item('a'));
  submitter.add(item('b'));
  submitter.drop('rate');
  await vi.advanceTimersByTimeAsync(0);
  controller.abort();
  await vi.runAllTimersAsync();
  expect(log).toEqual(['a']);
  expect([reports, state.stored]).toEqual([[], 0]);
});
