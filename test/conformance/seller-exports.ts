import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenFile } from '../../lib/sources/files/file-source.ts';
import { findFileSource } from '../../lib/sources/files/registry.ts';
import { readHeader } from '../../lib/sources/files/seller-columns.ts';
import { isPassedBy } from '../../lib/sources/files/seller-passed-by.ts';
import type { Miss } from '../../lib/sources/source.ts';

/** Reads every export sample of a seller, rows and bare headers, and prints what was understood; whether each was. */
export async function checkSellerExports(folder: string): Promise<boolean[]> {
  const seller = join(folder, 'seller');
  const names = readdirSync(seller).sort();
  const read: boolean[] = [];
  for (const name of names.filter((file) => /^export_(orders|finance).*\.csv$/.test(file))) {
    read.push(await checkRows(join(seller, name), name));
  }
  for (const name of names.filter((file) => /^export_orders.*header.*\.json$/.test(file))) {
    const header: string[] = JSON.parse(readFileSync(join(seller, name), 'utf8'));
    read.push(checkHeader(name, header, 'orders'));
  }
  for (const name of names.filter((file) => /^export_finance.*\.json$/.test(file))) {
    const parts: Record<string, string[] | { header: string[] }> = JSON.parse(
      readFileSync(join(seller, name), 'utf8'),
    );
    for (const [part, value] of Object.entries(parts)) {
      read.push(checkHeader(`${name} ${part}`, Array.isArray(value) ? value : value.header, 'finance'));
    }
  }
  return read;
}

async function checkRows(path: string, name: string): Promise<boolean> {
  const bytes = readFileSync(path);
  const file: OpenFile = {
    name,
    head: new Uint8Array(bytes.subarray(0, 64 * 1024)),
    blob: new Blob([bytes]),
    seenAt: Date.now(),
    accountName: 'Conformance',
    timeZone: 'UTC',
  };
  const source = findFileSource(file);
  const orders = [];
  const misses: Miss[] = [];
  let brokenCount = 0;
  for await (const part of source?.read(file, new AbortController().signal) ?? []) {
    orders.push(...part.orders);
    misses.push(...part.misses);
    brokenCount += part.brokenCount;
  }
  const isRead = orders.length === idsOf(bytes.toString('utf8')).size && brokenCount === 0;
  console.log(`${isRead ? 'ok  ' : 'FAIL'} ${name} (${source?.label ?? 'nobody reads it'})`);
  const markets = [...new Set(orders.map(({ market }) => market ?? 'unknown'))].join(', ');
  const counted = orders.filter(({ amounts, settlement }) => amounts.total ?? settlement?.amount).length;
  console.log(
    `     orders ${orders.length}, broken ${brokenCount}, market ${markets}, with an amount ${counted}, dated ${orders.filter(({ placedAt, settlement }) => placedAt ?? settlement?.settledAt).length}, of known status ${orders.filter(({ status }) => status !== 'UNKNOWN').length}, missed ${misses.length}`,
  );
  for (const miss of misses)
    console.log(`     missed: ${miss.path}: expected ${miss.expected}, got ${miss.got}`);
  return isRead;
}

/** The order ids of a sample, told without the reader: the first cell of each row that holds a digit. */
function idsOf(text: string): Set<string> {
  const cells = text.split('\n').map((line) => line.split(',')[0]?.trim() ?? '');
  return new Set(cells.filter((cell) => /\d/.test(cell)));
}

/** Whether every column is known, or passed by on purpose. A finance export's amounts are parts of its sums. */
function checkHeader(name: string, names: readonly string[], kind: 'orders' | 'finance'): boolean {
  const header = readHeader(names);
  const unknown = kind === 'orders' ? (header?.others ?? names).filter((column) => !isPassedBy(column)) : [];
  const isRead = header?.kind === kind && unknown.length === 0;
  console.log(`${isRead ? 'ok  ' : 'FAIL'} ${name}`);
  console.log(
    `     columns ${names.length}, read ${header?.columns.size ?? 0}, passed by ${(header?.others.length ?? 0) - unknown.length}, unknown ${unknown.length}${unknown.length > 0 ? `: ${unknown.join(', ')}` : ''}`,
  );
  return isRead;
}
