import { afterEach, expect, test } from 'vitest';
import { type DropReason, receive } from '../../lib/capture/receive.ts';
import {
  type Captured,
  MAX_BODY_CHARS,
  MAX_REQUEST_CHARS,
  MAX_URL_CHARS,
  OFFER_EVENT,
  packHead,
  READY_EVENT,
} from '../../lib/capture/wire.ts';

const controllers: AbortController[] = [];
afterEach(() => {
  for (const controller of controllers.splice(0)) controller.abort();
});

/** A page with our receiver in it, and what it got. */
function start(target = new EventTarget()) {
  const controller = new AbortController();
  controllers.push(controller);
  const captured: Captured[] = [];
  const dropped: DropReason[] = [];
  const clock = { now: 1_000_000 };
  receive({
    target,
    onCapture: (item) => captured.push(item),
    onDrop: (reason) => dropped.push(reason),
    signal: controller.signal,
    now: () => clock.now,
  });
  return { target, captured, dropped, clock, controller };
}

/** A hook's half: takes offers when told to, and notes every name that it hears. */
function hook(target: EventTarget, isTaking = true) {
  const names: string[] = [];
  target.addEventListener(OFFER_EVENT, (event) => {
    names.push(String((event as CustomEvent).detail));
    if (isTaking) event.preventDefault();
  });
  return names;
}

const tell = (target: EventTarget, name: string, detail: unknown) =>
  target.dispatchEvent(new CustomEvent(name, { detail }));

/** Tells one answer as the hook does: its head, then its body. */
function answer(target: EventTarget, name = '', url = 'u', request = 'r', body = '{"code":0}'): void {
  tell(target, name, packHead(url, request));
  tell(target, name, body);
}

test('an offer that is taken opens the channel', () => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured } = start(target);
  expect(names).toHaveLength(1);
  answer(target, names[0], 'u', 'r', 'b');
  expect(captured).toEqual([{ url: 'u', requestText: 'r', bodyText: 'b' }]);
});

test('a hook that comes later is offered the channel when it says so', () => {
  const { target, captured } = start();
  const names = hook(target);
  expect(names).toEqual([]);
  target.dispatchEvent(new CustomEvent(READY_EVENT));
  expect(names).toHaveLength(1);
  answer(target, names[0]);
  expect(captured).toHaveLength(1);
});

test('once taken, the name is never offered again', () => {
  const target = new EventTarget();
  const names = hook(target);
  start(target);
  const page = hook(target, false);
  for (let time = 0; time < 5; time += 1) target.dispatchEvent(new CustomEvent(READY_EVENT));
  expect(names).toHaveLength(1);
  expect(page).toEqual([]);
});

test('once taken late, the name is never offered again either', () => {
  const { target } = start();
  const names = hook(target);
  target.dispatchEvent(new CustomEvent(READY_EVENT));
  const page = hook(target, false);
  for (let time = 0; time < 5; time += 1) target.dispatchEvent(new CustomEvent(READY_EVENT));
  expect(names).toHaveLength(1);
  expect(page).toEqual([]);
});

test('each document has a name of its own that cannot be guessed', () => {
  const names = Array.from({ length: 20 }, () => {
    const target = new EventTarget();
    const heard = hook(target);
    start(target);
    return heard[0] ?? '';
  });
  expect(new Set(names).size).toBe(20);
  for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}$/);
});

test('nothing goes back into the page', () => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured } = start(target);
  const seen: string[] = [];
  const dispatch = target.dispatchEvent.bind(target);
  target.dispatchEvent = (event) => {
    seen.push(event.type);
    return dispatch(event);
  };
  dispatch(new CustomEvent(names[0] ?? '', { detail: packHead('u', 'r') }));
  dispatch(new CustomEvent(names[0] ?? '', { detail: 'b' }));
  expect(captured).toHaveLength(1);
  expect(seen).toEqual([]);
});

test.each([undefined, null, 7, {}, 'x', '5,ab'])('the detail %j is no answer and no drop', (detail) => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured, dropped } = start(target);
  tell(target, names[0] ?? '', detail);
  expect([captured, dropped]).toEqual([[], []]);
  answer(target, names[0]);
  expect(captured).toEqual([{ url: 'u', requestText: 'r', bodyText: '{"code":0}' }]);
});

test.each([undefined, null, 7, {}])('the body %j is no body, and the next answer is whole', (detail) => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured } = start(target);
  tell(target, names[0] ?? '', packHead('u', 'r'));
  tell(target, names[0] ?? '', detail);
  expect(captured).toEqual([]);
  answer(target, names[0], 'a', 'b', 'c');
  expect(captured).toEqual([{ url: 'a', requestText: 'b', bodyText: 'c' }]);
});

test('a body that looks like a head is a body', () => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured } = start(target);
  const body = packHead('x', 'y');
  answer(target, names[0], 'u', '', body);
  answer(target, names[0], 'v', '', body);
  expect(captured.map(({ url, bodyText }) => [url, bodyText])).toEqual([
    ['u', body],
    ['v', body],
  ]);
});

test.each<[string, [url: string, request: string, body: string]]>([
  ['no body', ['u', 'r', '']],
  ['a long body', ['u', '', `"${'b'.repeat(MAX_BODY_CHARS)}"`]],
  ['a long request', ['u', 'r'.repeat(MAX_REQUEST_CHARS + 1), '{}']],
  ['a long address', ['u'.repeat(MAX_URL_CHARS + 1), '', '{}']],
])('%s is dropped', (_name, parts) => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured, dropped } = start(target);
  answer(target, names[0], ...parts);
  expect(dropped).toEqual(['bytes']);
  expect(captured).toEqual([]);
});

test('what is just within the limits is taken', () => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured, dropped } = start(target);
  const body = 'b'.repeat(MAX_BODY_CHARS);
  answer(target, names[0], 'u'.repeat(MAX_URL_CHARS), 'r'.repeat(MAX_REQUEST_CHARS), body);
  expect([captured.length, dropped]).toEqual([1, []]);
});

test('sixty answers in ten seconds are taken, a flood is not', () => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured, dropped, clock } = start(target);
  for (let count = 0; count < 1000; count += 1) {
    clock.now += 1;
    answer(target, names[0]);
  }
  expect([captured.length, dropped.length]).toEqual([60, 940]);
  expect(new Set(dropped)).toEqual(new Set(['rate']));
  clock.now += 10_001;
  answer(target, names[0]);
  expect(captured).toHaveLength(61);
});

test('after the abort nothing is heard', () => {
  const target = new EventTarget();
  const names = hook(target);
  const { captured, dropped, controller } = start(target);
  controller.abort();
  answer(target, names[0]);
  expect([captured, dropped]).toEqual([[], []]);
});

test('after the abort a late hook is offered nothing', () => {
  const { target, controller } = start();
  controller.abort();
  const names = hook(target);
  target.dispatchEvent(new CustomEvent(READY_EVENT));
  expect(names).toEqual([]);
});
