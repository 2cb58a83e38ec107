import { expect, test } from 'vitest';
import { dayAndTime, timeAgo, timeLeft } from '../../lib/insights/words.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

test.each([
  [0, '0 m'],
  [MINUTE - 1, '0 m'],
  [MINUTE, '1 m'],
  [2 * MINUTE - 1, '1 m'],
  [HOUR - 1, '59 m'],
  [HOUR, '1 h'],
  [HOUR + 59 * SECOND, '1 h'],
  [HOUR + MINUTE, '1 h 1 m'],
  [3 * HOUR + 12 * MINUTE, '3 h 12 m'],
  [DAY - 1, '23 h 59 m'],
  [DAY, '1 d'],
  [DAY + 59 * MINUTE, '1 d'],
  [2 * DAY + 4 * HOUR + 30 * MINUTE, '2 d 4 h'],
  [400 * DAY, '400 d'],
])('%i ms ahead: %s are left', (ms, words) => {
  expect(timeLeft(NOW + ms, NOW)).toBe(words);
});

test.each([
  [1, '0 m late'],
  [MINUTE, '1 m late'],
  [HOUR - 1, '59 m late'],
  [2 * HOUR, '2 h late'],
  [2 * HOUR + 59 * MINUTE, '2 h late'],
  [3 * DAY + 5 * HOUR, '3 d late'],
])('%i ms ago: %s', (ms, words) => {
  expect(timeLeft(NOW - ms, NOW)).toBe(words);
});

test.each([
  [0, 'just now'],
  [-5 * MINUTE, 'just now'],
  [MINUTE - 1, 'just now'],
  [MINUTE, '1 min ago'],
  [14 * MINUTE, '14 min ago'],
  [HOUR - 1, '59 min ago'],
  [HOUR, '1 h ago'],
  [DAY - 1, '23 h ago'],
  [DAY, '1 d ago'],
  [3 * DAY, '3 d ago'],
])('seen %i ms ago is %s', (ms, words) => {
  expect(timeAgo(NOW - ms, NOW)).toBe(words);
});

/** The local wall clock, without Intl. */
function clock(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][date.getDay()];
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

test.each([0, 5 * HOUR, -3 * DAY, 6 * DAY - 1])('%i ms from now, the weekday is enough', (ms) => {
  expect(dayAndTime(NOW + ms, NOW, 'en-US')).toBe(clock(NOW + ms));
});

test('further away, the date stands with it', () => {
  const at = NOW + 12 * DAY;
  const words = dayAndTime(at, NOW, 'en-GB');
  expect(words).toContain(String(new Date(at).getDate()));
  expect(words).toContain('Dec');
  expect(words).toContain(clock(at).slice(4));
});

test('midnight is 00:00, not 24:00', () => {
  const midnight = new Date(2026, 10, 22).getTime();
  expect(dayAndTime(midnight, NOW, 'en-US')).toBe('Sun 00:00');
});
