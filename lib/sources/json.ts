/** Deeper JSON than this is no order data; the real payloads have about twelve levels. */
export const MAX_JSON_DEPTH = 64;

// 16 digits or more may pass 2^53. Only a text that has such a bare number pays for the slower, exact reading.
const LONG_NUMBER = /[[:,]\s*-?\d{16,}/;
const BARE_INTEGER = /^-?\d+$/;

/**
 * JSON text -> value, with integers beyond 2^53 as text, so that no id loses a digit.
 * Throws SyntaxError for what is no JSON and RangeError for what is nested too deep.
 */
export function parseJson(text: string): unknown {
  if (isDeeperThan(text, MAX_JSON_DEPTH)) throw new RangeError('nested too deep');
  return LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && BARE_INTEGER.test(source) ? source : value;
}

/** Whether a JSON text nests arrays and objects beyond a depth; reads it once, ignoring what stands in strings. */
export function isDeeperThan(text: string, maxDepth: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) index = endOfString(text, index);
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(index - 1 - slashes) === 0x5c) slashes += 1;
  return slashes % 2 === 1;
}
