import { notUtf8 } from '../encoding.ts';
import { ImportError } from '../file-source.ts';

const MAX_LINE = 1024 ** 2;

/** The lines of a UTF-8 text, as its bytes arrive. Throws ImportError, naming the line that can't be read. */
export async function* linesOf(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let count = 0;
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw notUtf8(name, `line ${(count + 1 + newlinesBefore(chunk)).toLocaleString('en')} or near it`);
    }
  };
  for await (const chunk of chunks) {
    const lines = `${rest}${decode(chunk)}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    count += lines.length;
    yield* lines;
    if (rest.length <= MAX_LINE) continue;
    throw new ImportError(
      `Line ${(count + 1).toLocaleString('en')} of ${name} is longer than 1 MB, which no real export has. Nothing was imported.`,
    );
  }
  yield `${rest}${decode()}`;
}

/** How many lines of a chunk come before its first byte that is no UTF-8. */
function newlinesBefore(chunk: Uint8Array | undefined): number {
  if (!chunk) return 0;
  const text = new TextDecoder().decode(chunk);
  const bad = text.indexOf('\ufffd');
  return text.slice(0, Math.max(0, bad)).split('\n').length - 1;
}
