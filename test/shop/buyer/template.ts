import { SECOND } from '../time.ts';
import type { Json, JsonObject } from '../types.ts';
import type { Eta } from './types.ts';

/** One entry of a template's `data_list`. */
export type Entry = JsonObject & { type: number; data: string };

/** The types of entries, as TikTok's own enumeration numbers them (buyer-shop.md 2.4). */
export const ENTRY = { string: 1, time: 2, interval: 3, eta: 4, copy: 7, integer: 8 } as const;

/** A text with its placeholders and what fills them, in order: the names in the braces mean nothing. */
export function template(text: string, ...data_list: Entry[]): JsonObject {
  return { template: text, data_list };
}

export function time(at: number): Entry {
  return { type: ENTRY.time, data: String(Math.floor(at / SECOND)) };
}

/** One entry for a day, two for a range: the page joins them into one placeholder. */
export function eta({ from, until }: Eta): Entry[] {
  const days = from === until ? [from] : [from, until];
  return days.map((at) => ({ type: ENTRY.eta, data: String(Math.floor(at / SECOND)) }));
}

/** The seconds that are left until an instant, never fewer than none. */
export function countdown(until: number, now: number): Entry {
  return { type: ENTRY.interval, data: String(Math.max(0, Math.round((until - now) / SECOND))) };
}

export function word(data: string): Entry {
  return { type: ENTRY.string, data };
}

export function copyText(data: string): Entry {
  return { type: ENTRY.copy, data };
}

export function integer(value: number): Entry {
  return { type: ENTRY.integer, data: String(value) };
}

/** A picture as the payloads carry it: its address says nothing about the product. */
export function picture(hash: string): JsonObject {
  const url = `https://www.tiktok.com/static/img/${hash}.svg`;
  const urls: Json = [url];
  return { height: 200, width: 200, uri: hash, thumb_url_list: urls, url_list: urls };
}
