import type { Order } from '../../model/order.ts';
import type { ShopRecord } from '../../model/record.ts';
import type { Miss } from '../source.ts';

/** Why a file can't be imported: what is wrong, where, and what to do; nothing is written. */
export class ImportError extends Error {}

/** A file that the user chose, open for reading any number of times. */
export interface OpenFile {
  name: string;
  /** Its first bytes, at most 64 KiB. */
  head: Uint8Array;
  blob: Blob;
  /** When the file was written, epoch milliseconds; what it tells was seen then. */
  seenAt: number;
  /** The name that the user gave to the shop or person whose orders these are; the account is `file:NAME`. */
  accountName: string;
  /** The user's own time zone, for files whose times name none. */
  timeZone: string;
}

/** A part of a file as it is read. */
export interface FilePart {
  /** Whole orders, each once in the file as far as the format allows. */
  orders: Order[];
  records: ShopRecord[];
  misses: Miss[];
  /** Entries that could not be read at all. */
  brokenCount: number;
  /** How many bytes of the file were read so far. */
  readBytes: number;
}

/** One file format: which files it reads, and how. */
export interface FileSource {
  id: string;
  /** What people call such a file: "TikTok data export". */
  label: string;
  /** Told by the first bytes and the name. */
  matches(file: OpenFile): boolean;
  /** Reads it part by part, memory bounded. Throws ImportError, in the user's words; stops at an abort. */
  read(file: OpenFile, signal: AbortSignal): AsyncGenerator<FilePart>;
}
