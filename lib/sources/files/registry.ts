import { tiktokDataJson } from './data-export/json.ts';
import { tiktokDataTxt } from './data-export/txt.ts';
import type { FileSource, OpenFile } from './file-source.ts';
import { orderlensJson } from './orderlens-json.ts';
import { sellerFinanceCsv, sellerOrdersCsv, sellerXlsx } from './seller-exports.ts';

/** Every file format that can be imported, once; the first that knows a file reads it. Our own stands last. */
export const FILE_SOURCES: readonly FileSource[] = [
  tiktokDataJson,
  sellerOrdersCsv,
  sellerFinanceCsv,
  sellerXlsx,
  tiktokDataTxt,
  orderlensJson,
];

/** The format of a file, told by its first bytes and its name; undefined when nobody reads it. */
export function findFileSource(file: OpenFile): FileSource | undefined {
  return FILE_SOURCES.find((source) => source.matches(file));
}
