import type { FileSource, OpenFile } from './file-source.ts';
import { orderlensJson } from './orderlens-json.ts';

/** Every file format that can be imported, once; the first that knows a file reads it. */
export const FILE_SOURCES: readonly FileSource[] = [orderlensJson];

/** The format of a file, told by its first bytes and its name; undefined when nobody reads it. */
export function findFileSource(file: OpenFile): FileSource | undefined {
  return FILE_SOURCES.find((source) => source.matches(file));
}
