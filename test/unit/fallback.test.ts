import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startFallback } from '../../lib/capture/fallback.ts';
import type { Captured } from '../../lib/capture/wire.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PAGE: Captured = { url: 'u', requestText: '', bodyText: '{}' };

/** A page that shows something from the given look on. */
function start(firstLook = 1) {
  const controller = new AbortController();
  const submitted: Captured[] = [];
  const state = { looks: 0 };
  const stop = startFallback({
    read: () => {
      state.looks += 1;
      return state.looks >= firstLook ? PAGE : null;
    },
    submit: (captured) => submitted.push(captured),
    signal: controller.signal,
  });
  return { submitted, state, stop, controller };
}

test('a page whose answer was not captured is read once, after some seconds', () => {
  const { submitted, state } = start();
  vi.advanceTimersByTime(5000);
  expect(state.looks).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(submitted).toEqual([PAGE]);
  vi.advanceTimersByTime(600_000);
  expect(submitted).toHaveLength(1);
});

test('a page whose answer came is not read', () => {
  const { state, stop } = start();
  vi.advanceTimersByTime(4000);
  stop();
  vi.advanceTimersByTime(600_000);
  expect(state.looks).toBe(0);
});

test('a page that shows nothing yet is looked at again, for a minute', () => {
  const late = start(10);
  vi.advanceTimersByTime(14_000);
  expect(late.submitted).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(late.submitted).toEqual([PAGE]);
  const never = start(1000);
  vi.advanceTimersByTime(600_000);
  expect([never.state.looks, never.submitted]).toEqual([55, []]);
});

test('after the abort nothing is read', () => {
  const { state, controller } = start();
  controller.abort();
  vi.advanceTimersByTime(600_000);
  expect(state.looks).toBe(0);
});
