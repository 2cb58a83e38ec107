/** Deeper JSON than this is no order data; the real payloads have about twelve levels. */
export const MAX_JSON_DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;

/**
 * JSON text -> value, with integers beyond 2^53 as text, so that no id loses a digit.
 * Throws SyntaxError for what is no JSON and RangeError for what is nested too deep.
 */
export function parseJson(text: string): unknown {
  const longIntegers: [number, number][] = [];
  if (scan(text, MAX_JSON_DEPTH, longIntegers)) throw new RangeError('nested too deep');
  return JSON.parse(longIntegers.length > 0 ? quoted(text, longIntegers) : text);
}

/** Whether a JSON text nests arrays and objects beyond a depth; reads it once, ignoring what stands in strings. */
export function isDeeperThan(text: string, maxDepth: number): boolean {
  return scan(text, maxDepth);
}

// One pass over the text. A reviver with `context.source` would be exact too, and costs four times the parse.
function scan(text: string, maxDepth: number, longIntegers?: [number, number][]): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (longIntegers && (isDigit(code) || code === MINUS)) {
      const end = endOfNumber(text, index);
      if (isLossy(text.slice(index, end))) longIntegers.push([index, end]);
      index = end - 1;
    }
    if (depth > maxDepth) return true;
  }
  return false;
}

function quoted(text: string, places: readonly [number, number][]): string {
  let from = 0;
  let result = '';
  for (const [start, end] of places) {
    result += `${text.slice(from, start)}"${text.slice(start, end)}"`;
    from = end;
  }
  return result + text.slice(from);
}

function isLossy(number: string): boolean {
  return number.length >= 16 && /^-?\d+$/.test(number) && !Number.isSafeInteger(Number(number));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  // Digits, and what a fraction or an exponent is written with.
  while (isDigit(text.charCodeAt(end)) || '.eE+-'.includes(text.charAt(end) || ' ')) end += 1;
  return end;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(index - 1 - slashes) === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}
