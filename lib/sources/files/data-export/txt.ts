import { chunksOf } from '../chunks.ts';
import { headText, refuseUtf16 } from '../encoding.ts';
import { type FilePart, type FileSource, ImportError, type OpenFile } from '../file-source.ts';
import { damagedId, isSpreadsheetId } from '../order-id.ts';
import { PartBuffer } from '../part-buffer.ts';
import { unpacked, type ZipEntry, zipEntries } from '../zip.ts';
import { type Block, BlockReader } from './blocks.ts';
import { canonical, ORDER_NAMES } from './fields.ts';
import { readJsonExport } from './json.ts';
import { linesOf } from './lines.ts';
import { type FileOwner, ownerOf, readOrder } from './order.ts';
import { readRecord } from './record.ts';
import { type SectionKind, sectionKind } from './sections.ts';
import { shapeMisses, shapesOf, unnamed } from './shapes.ts';

const ID = 'files/tiktok-data-txt';
/** Where an order stands, in the paths of misses; the file's own name is in any language. */
const ROOT = 'OrderHistory';
const ZIP_MARK = 'PK\u0003\u0004';
// All that the file of an empty section says (English captured; Dutch as the public readers know it).
const EMPTY = /^\uFEFF?\s*(?:you have no data in this section|je hebt geen gegevens in deze sectie)\.?\s*$/i;
const OFFICE = /^(?:\[Content_Types\]\.xml|xl\/|_rels\/|docProps\/|mimetype)/;

/** TikTok's "Download your data" as TXT: the zip of it in any language, or one of its files; also a zip of the JSON. */
export const tiktokDataTxt: FileSource = {
  id: ID,
  label: 'TikTok data export',
  matches(file) {
    const first = firstInZip(file);
    if (first !== undefined) return !OFFICE.test(first);
    return (
      /\.txt$/i.test(file.name) &&
      (sectionKind(file.name) !== undefined || kindByShape(headText(file)) !== undefined)
    );
  },
  read: (file, signal) => (firstInZip(file) === undefined ? readTxt(file, signal) : readZip(file, signal)),
};

/** The name of the first file in a zip, or undefined for what is no zip. */
function firstInZip({ head }: OpenFile): string | undefined {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 30 + 300));
  if (text.startsWith('PK\u0005\u0006')) return '';
  if (!text.startsWith(ZIP_MARK)) return undefined;
  return text.slice(30, 30 + (head[26] ?? 0) + 256 * (head[27] ?? 0));
}

async function* readTxt(file: OpenFile, signal: AbortSignal): AsyncGenerator<FilePart> {
  refuseUtf16(file);
  const kind = sectionKind(file.name) ?? kindByShape(headText(file));
  if (kind === undefined) return;
  const buffer = new PartBuffer();
  let readBytes = 0;
  const chunks = counted(chunksOf(file, file.blob.stream(), signal), (bytes) => {
    readBytes += bytes;
  });
  for await (const _block of readSection(kind, file.name, chunks, ownerOf(file, ID), buffer)) {
    if (buffer.isFull(readBytes)) yield buffer.take(readBytes);
  }
  yield buffer.take(readBytes);
}

async function* readZip(zip: OpenFile, signal: AbortSignal): AsyncGenerator<FilePart> {
  const entries = await zipEntries(zip.name, zip.blob);
  const file = { ...zip, seenAt: seenAtOf(zip, entries) };
  const json = entries.filter(({ name }) => /(?:^|\/)user_data[^/]*\.json$/i.test(name));
  const texts = entries.filter(({ name }) => /\.txt$/i.test(name));
  refuseMixed(file.name, entries, json, texts);
  const buffer = new PartBuffer();
  let readBytes = 0;
  const open = (entry: ZipEntry) =>
    unpacked(file, entry, signal, (bytes) => {
      readBytes += bytes;
    });
  const [whole] = json;
  if (whole)
    return yield* readJsonExport(
      { ...file, name: `${whole.name} in ${file.name}` },
      open(whole),
      () => readBytes,
    );
  let found = 0;
  for (const entry of texts) {
    const kind = sectionKind(baseName(entry.name)) ?? (await kindOfEntry(open(entry)));
    if (kind === undefined) continue;
    found += 1;
    const what = `${entry.name} in ${file.name}`;
    for await (const _block of readSection(kind, what, open(entry), ownerOf(file, ID), buffer)) {
      if (buffer.isFull(readBytes)) yield buffer.take(readBytes);
    }
  }
  if (found === 0) throw noSection(file.name);
  yield buffer.take(file.blob.size);
}

/** When what a zip tells was seen: when its newest file was written, which can be days before the download. */
function seenAtOf({ seenAt }: OpenFile, entries: readonly ZipEntry[]): number {
  const times = entries.flatMap((entry) => entry.writtenAt ?? []);
  return times.length === 0 ? seenAt : Math.min(seenAt, Math.max(...times));
}

/** Says which files of a zip stand in the way of each other, or that none is TikTok's. */
function refuseMixed(name: string, entries: ZipEntry[], json: ZipEntry[], texts: ZipEntry[]): void {
  const tables = entries.filter((entry) => /\.(?:csv|xlsx)$/i.test(entry.name));
  const known = texts.filter((entry) => sectionKind(baseName(entry.name)) !== undefined);
  const all = [...json, ...known.slice(0, 1), ...tables];
  const [first, second] = all;
  if (first && second) {
    throw new ImportError(
      `${name} holds more than one export: ${first.name.slice(0, 80)} and ${second.name.slice(0, 80)}. Unpack it and import them one at a time. Nothing was imported.`,
    );
  }
  if (first === undefined && texts.length === 0) throw noSection(name);
  if (tables.length > 0) {
    throw new ImportError(
      `${name} holds a table, ${tables[0]?.name.slice(0, 80)}. Unpack it and import that file. Nothing was imported.`,
    );
  }
}

async function kindOfEntry(chunks: AsyncIterable<Uint8Array>): Promise<SectionKind | undefined> {
  // The beginning tells; the rest of hundreds of megabytes stays packed.
  for await (const chunk of chunks) return kindByShape(new TextDecoder().decode(chunk.subarray(0, 16_384)));
  return undefined;
}

/** What the lines of a text in any language are, by the shapes of their values. */
function kindByShape(text: string): SectionKind | undefined {
  if (EMPTY.test(text)) return 'order';
  const reader = new BlockReader();
  const [first] = text.split(/\r?\n/).flatMap((line) => reader.push(line) ?? []);
  const block = first ?? reader.end();
  if (!block) return undefined;
  const { id, date, priceCount } = shapesOf(block.fields);
  if (id === null || date === null) return undefined;
  if (priceCount > 0 && block.products.length > 0) return 'order';
  return block.products.length === 0 && /\+0000 UTC/.test(date) ? 'voucher' : undefined;
}

/** Reads one section into the buffer, entry by entry. */
async function* readSection(
  kind: SectionKind,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  owner: FileOwner,
  buffer: PartBuffer,
): AsyncGenerator<void> {
  const reader = new BlockReader();
  const take = async (block: Block | undefined) => {
    if (!block) return;
    if (kind === 'order') takeOrder(block, name, owner, buffer);
    else buffer.addRecord(await readRecord(kind, null, block.fields));
  };
  for await (const line of linesOf(name, chunks)) {
    const block = reader.push(line);
    if (!block) continue;
    await take(block);
    yield;
  }
  await take(reader.end());
}

function takeOrder(block: Block, name: string, owner: FileOwner, buffer: PartBuffer): void {
  const known = canonical(block.fields, ORDER_NAMES);
  const shapes = shapesOf(unnamed(block.fields));
  const id = known.id === undefined ? shapes.id : String(known.id);
  if (id !== null && isSpreadsheetId(id)) throw damagedId(`The order at line ${block.line} of ${name}`, id);
  const fields: [string, unknown][] = [
    ['orderdate', known.date ?? shapes.date],
    ['orderstatus', known.status ?? shapes.status],
    ['totalprice', known.total ?? shapes.total],
    ['products', block.products],
  ];
  const { order, misses } = readOrder(id?.trim() || null, fields, owner, ROOT);
  buffer.addOrder(order, [...misses, ...shapeMisses(shapes, known, ROOT)]);
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}

const baseName = (path: string) => path.replace(/^.*[/\\]/, '');

function noSection(name: string): ImportError {
  return new ImportError(
    `${name} holds no order history of TikTok. Choose the zip that TikTok made, or the file that you want from it. Nothing was imported.`,
  );
}
