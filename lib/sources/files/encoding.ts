import { ImportError, type OpenFile } from './file-source.ts';

/** The beginning of a file as text, for telling what it is; UTF-16 is understood, other bytes are not errors. */
export function headText({ head }: Pick<OpenFile, 'head'>): string {
  return new TextDecoder(utf16Of(head) ?? 'utf-8').decode(head);
}

/** Throws ImportError for a file in UTF-16, in the user's words. */
export function refuseUtf16({ head, name }: Pick<OpenFile, 'head' | 'name'>): void {
  if (utf16Of(head) === undefined) return;
  throw new ImportError(
    `${name} is written in UTF-16, from its first byte on, and TikTok writes UTF-8: it was saved anew by another program. Choose the file as TikTok made it, or save it as UTF-8.`,
  );
}

/** The words for bytes that are no UTF-8; `where` is like "line 12" or "byte 4,096". */
export function notUtf8(name: string, where: string): ImportError {
  return new ImportError(
    `${name} is not in UTF-8 at ${where}: it was saved anew in another encoding, such as Latin-1. Choose the file as TikTok made it, or save it as UTF-8.`,
  );
}

function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: Latin letters have a zero for every second byte.
  if (first && second === 0 && third && fourth === 0) return 'utf-16le';
  return first === 0 && second && third === 0 && fourth ? 'utf-16be' : undefined;
}
