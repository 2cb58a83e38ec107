import { readdirSync, readFileSync } from 'node:fs';
import { parseJson } from '../../lib/sources/json.ts';
import { findSource } from '../../lib/sources/registry.ts';
import type { Miss, Reading } from '../../lib/sources/source.ts';

const FOLDER = new URL('../fixtures/', import.meta.url);

export interface Fixture {
  name: string;
  about: string;
  url: string;
  request: unknown;
  /** The answer as it stands in the file: numbers beyond 2^53 keep their digits. */
  answerText: string;
  expected: Reading & { error?: string };
}

function load(name: string): Fixture {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const answerText = /^ {2}"answer": ([\s\S]*),\n {2}"expected": /m.exec(text)?.[1];
  if (answerText === undefined) throw new Error(`${name} has no answer`);
  const { about, url, request, expected } = JSON.parse(text);
  return { name: name.replace(/\.json$/, ''), about, url, request, answerText, expected };
}

/** Every fixture of `<source>.<market>.<yyyy-mm>.<case>`. */
export const FIXTURES: readonly Fixture[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map(load);

/** Those that a page of Seller Center sends. */
export const PAGE_FIXTURES = FIXTURES.filter(({ url }) => url.startsWith('https://'));

/** Reads a body with the source of an address, for the shop of the fixtures. */
export function readBody(address: string, request: unknown, body: unknown): Reading {
  const url = new URL(address);
  const source = findSource(url);
  if (!source) throw new Error(`Nobody reads ${url.pathname}`);
  const owner = {
    role: 'seller',
    account: 'acc_fixture',
    market: url.searchParams.get('shop_region'),
  } as const;
  return source.read({ url, request, body, owner, seenAt: 1_795_237_200_000 });
}

export function readFixture({ url, request, answerText }: Fixture): Reading {
  return readBody(url, request, parseJson(answerText));
}

/** Misses in an order of their own, each once: what was missed counts, not in which turn. */
export function missTexts(misses: readonly Miss[]): string[] {
  return [
    ...new Set(misses.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`)),
  ].sort();
}
