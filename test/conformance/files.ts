import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { sectionKind } from '../../lib/sources/files/data-export/sections.ts';
import { type FilePart, ImportError, type OpenFile } from '../../lib/sources/files/file-source.ts';
import { findFileSource } from '../../lib/sources/files/registry.ts';

/** Sections of which nothing is kept: what was looked at, carts, cards, addresses, talks with TikTok itself. */
const PASSED_BY =
  /browsing|cart|address|payment|dispute|support|favorites|adres|betaling|kwesties|klantenservice/i;

/** Reads every sample of TikTok's data export and prints what it gave; whether each gave what it holds. */
export async function checkDataExports(folder: string): Promise<boolean[]> {
  const exports = join(folder, 'buyer/export');
  const texts = readdirSync(join(exports, 'txt')).sort();
  const read: boolean[] = [];
  for (const name of readdirSync(exports)
    .sort()
    .filter((file) => /^user_data.*\.json$/.test(file))) {
    const bytes = readFileSync(join(exports, name));
    read.push(await checkFile(name, bytes, heldIn(JSON.parse(bytes.toString('utf8')))));
  }
  for (const name of texts) {
    const bytes = readFileSync(join(exports, 'txt', name));
    if (PASSED_BY.test(name)) read.push(isPassedBy(name, bytes));
    else read.push(await checkFile(`txt/${name}`, bytes, heldInText(bytes.toString('utf8'))));
  }
  read.push(await checkZip(join(exports, 'txt'), texts), checkNames(join(exports, 'section_name_map.json')));
  return read;
}

interface Held {
  orders: number;
  records: number;
}

async function checkFile(path: string, bytes: Uint8Array, held: Held): Promise<boolean> {
  const file = open(path.replace(/^.*\//, ''), bytes);
  const source = findFileSource(file);
  const parts: FilePart[] = [];
  try {
    for await (const part of source?.read(file, new AbortController().signal) ?? []) parts.push(part);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    console.log(`     refused: ${error.message}`);
  }
  const orders = parts.flatMap((part) => part.orders);
  const records = parts.flatMap((part) => part.records);
  const misses = parts.flatMap((part) => part.misses);
  const isRead = source !== undefined && orders.length === held.orders && records.length === held.records;
  console.log(`${isRead ? 'ok  ' : 'FAIL'} ${path} (${source?.label ?? 'nobody reads it'})`);
  console.log(
    `     orders ${orders.length} of ${held.orders}, records ${records.length} of ${held.records}, with an amount ${orders.filter(({ amounts }) => amounts.total !== null).length}, dated ${orders.filter(({ placedAt }) => placedAt !== null).length}, of known status ${orders.filter(({ status }) => status !== 'UNKNOWN').length}, items ${orders.flatMap(({ items }) => items).length}, missed ${misses.length}`,
  );
  for (const miss of misses)
    console.log(`     missed: ${miss.path}: expected ${miss.expected}, got ${miss.got}`);
  return isRead;
}

function open(name: string, bytes: Uint8Array): OpenFile {
  const blob = new Blob([Uint8Array.from(bytes)]);
  return {
    name,
    blob,
    head: bytes.subarray(0, 65_536),
    seenAt: Date.now(),
    accountName: 'Conformance',
    timeZone: 'UTC',
  };
}

/** What an export holds, told without the reader: entries of the kept sections. */
function heldIn(file: Record<string, unknown>): Held {
  const held = { orders: 0, records: 0 };
  const shop = file['TikTok Shop'] ?? file['Tiktok Shopping'] ?? file['TikTok Shopping'] ?? {};
  for (const [section, inner] of Object.entries(shop as Record<string, Record<string, unknown>>)) {
    const [collection] = Object.values(inner);
    const entries = Object.values(collection ?? {}).flat().length;
    if (/order hist|^order$/i.test(section)) held.orders += numberedIn(collection ?? {});
    else if (/voucher|review|return|communication/i.test(section)) held.records += entries;
  }
  return held;
}

/** Orders that have a number, as their key or in themselves: the others are left out. */
function numberedIn(collection: object): number {
  const isNumbered = ([key, entry]: [string, unknown]) =>
    /^\d{15,}$/.test(key) || /"order.?(?:id|number)"/i.test(JSON.stringify(entry));
  return Object.entries(collection).filter(isNumbered).length;
}

function heldInText(text: string): Held {
  return {
    orders: text.match(/^Order number:/gm)?.length ?? 0,
    records: text.match(/^Voucher Id:/gm)?.length ?? 0,
  };
}

/** A file of a section that is not kept is nobody's when it comes alone. */
function isPassedBy(name: string, bytes: Uint8Array): boolean {
  const isNobodys = findFileSource(open(name, bytes)) === undefined;
  console.log(`${isNobodys ? 'ok  ' : 'FAIL'} txt/${name} (passed by on purpose)`);
  return isNobodys;
}

/** All TXT samples as the zip that TikTok makes of them. */
function checkZip(folder: string, names: readonly string[]): Promise<boolean> {
  const files = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  const held = files.map(([, text]) => heldInText(text));
  const zip = zipSync(
    Object.fromEntries(files.map(([name, text]) => [`TikTok Shop/${name}`, strToU8(text)])),
  );
  return checkFile('txt/*.txt in a zip', zip, {
    orders: held.reduce((sum, { orders }) => sum + orders, 0),
    records: held.reduce((sum, { records }) => sum + records, 0),
  });
}

/** Every known name of a section is either kept or passed by on purpose. */
function checkNames(path: string): boolean {
  const map: { sections: Record<string, string[]>; txt_files: Record<string, string[]> } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const groups = [...Object.entries(map.sections), ...Object.entries(map.txt_files)];
  const kept = groups.filter(([group]) => !PASSED_BY.test(group)).flatMap(([, names]) => names);
  const unknown = kept.filter((name) => sectionKind(name) === undefined);
  console.log(`${unknown.length === 0 ? 'ok  ' : 'FAIL'} section_name_map.json`);
  console.log(
    `     names kept ${kept.length - unknown.length}, unknown ${unknown.length}: ${unknown.join(', ')}`,
  );
  return unknown.length === 0;
}
