import type { FilePart } from './file-source.ts';

/** What the page asks of the worker that reads a file: to start, and to go on after each part. */
export type ToReader =
  | { type: 'read'; name: string; blob: Blob; seenAt: number; accountName: string; timeZone: string }
  | { type: 'next' };

/** Which format read a file. */
export interface FormatName {
  sourceId: string;
  label: string;
}

/** What the worker answers: the parts of the file in their order, then how it ended. */
export type FromReader =
  | { type: 'part'; part: FilePart; format: FormatName }
  | { type: 'done' }
  | { type: 'wrong'; message: string };
