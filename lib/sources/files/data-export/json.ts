import { chunksOf } from '../chunks.ts';
import { headText, notUtf8, refuseUtf16 } from '../encoding.ts';
import { type FilePart, type FileSource, ImportError, type OpenFile } from '../file-source.ts';
import { JsonFault, JsonScanner } from '../json-scanner.ts';
import { PartBuffer } from '../part-buffer.ts';
import { noShop, SectionReader } from './section-reader.ts';

// Keys that every export of 2022 to 2026 has some of at its top (buyer-shop.md 3); the first ones stand in order
// of the alphabet, so that one of them opens the file.
const TOP_KEY =
  /^\uFEFF?\s*\{\s*"(?:Activity|Your Activity|Ads and data|App Settings|Comment|Direct Messages?|Income Plus[^"]*|Likes and Favorites|Location Review|Post|Profile|Tiktok Live|Video|TikTok Shop(?:ping)?|Tiktok Shopping)"\s*:/i;

/** TikTok's "Download your data" as JSON: `user_data_tiktok.json`, until 2024 also `user_data.json`. */
export const tiktokDataJson: FileSource = {
  id: 'files/tiktok-data-json',
  label: 'TikTok data export',
  matches(file) {
    const text = headText(file);
    const isNamed = /^user_data\w*.*\.json$/i.test(file.name) && /^\uFEFF?\s*\{/.test(text);
    return isNamed || TOP_KEY.test(text);
  },
  read(file, signal) {
    refuseUtf16(file);
    return readJsonExport(file, chunksOf(file, file.blob.stream(), signal));
  },
};

/** Reads the JSON of an export from its bytes; `readBytesOf` tells how much of the file was read for it. */
export async function* readJsonExport(
  file: OpenFile,
  chunks: AsyncIterable<Uint8Array>,
  readBytesOf?: () => number,
): AsyncGenerator<FilePart> {
  const buffer = new PartBuffer();
  const reader = new SectionReader(file, tiktokDataJson.id, buffer);
  const scanner = new JsonScanner(reader.plan);
  let count = 0;
  try {
    for await (const chunk of chunks) {
      count += chunk.length;
      for (const taken of scanner.push(chunk)) {
        await reader.read(taken);
        if (buffer.isFull(readBytesOf?.() ?? count)) yield buffer.take(readBytesOf?.() ?? count);
      }
      if (buffer.isFull(readBytesOf?.() ?? count)) yield buffer.take(readBytesOf?.() ?? count);
    }
    scanner.end();
  } catch (error) {
    throw wordsFor(file.name, error);
  }
  if (!reader.hasShop) throw noShop(file.name);
  yield buffer.take(readBytesOf?.() ?? count);
}

function wordsFor(name: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return brokenJson(name, 'in its shop section');
  if (!(error instanceof JsonFault)) return error;
  const where = `byte ${error.at.toLocaleString('en')}`;
  if (error.kind === 'encoding') return notUtf8(name, where);
  if (error.kind === 'syntax') return brokenJson(name, `at ${where}`);
  return new ImportError(
    error.kind === 'cut'
      ? `${name} ends in the middle: it was cut short. Download it again from TikTok. Nothing was imported.`
      : `${name} has one entry of more than 16 MB before ${where}, which no real export has. Nothing was imported.`,
  );
}

function brokenJson(name: string, where: string): ImportError {
  return new ImportError(
    `${name} is no whole JSON: it breaks ${where}. Choose the file as TikTok made it. Nothing was imported.`,
  );
}
