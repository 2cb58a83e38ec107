import * as z from 'zod/mini';
import { emptyReading, type Reading } from '../source.ts';
import { typeName } from '../tolerant.ts';

const Envelope = z.object({
  code: z.number(),
  data: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

// Business errors come with HTTP 200 (seller-center.md 2.0).
const SIGNED_OUT_CODES = new Set([98001002, 98001008]);
const VERIFICATION_CODE = 10000;

/** The `data` of an answer, or the reading that says why there is none. */
export function openEnvelope(body: unknown): { data: Record<string, unknown> } | { reading: Reading } {
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) {
    const reading = emptyReading('failed');
    reading.misses.push({ path: 'code', expected: 'envelope', got: typeName(body) });
    return { reading };
  }
  const { code, data } = parsed.data;
  if (code === 0) return { data: data ?? {} };
  if (code === VERIFICATION_CODE) return { reading: emptyReading('verification') };
  return { reading: emptyReading(SIGNED_OUT_CODES.has(code) ? 'signed-out' : 'failed') };
}

/**
 * A list in the `data` of an answer. TikTok omits it when there are no rows; another list in its place means
 * that it was renamed, and is noted.
 */
export function listIn(data: Record<string, unknown>, key: string, reading: Reading): unknown[] {
  const list = data[key];
  if (Array.isArray(list)) return list;
  const isOmitted = list === undefined || list === null;
  const isElsewhere = Object.values(data).some(
    (value) => Array.isArray(value) && typeof value[0] === 'object',
  );
  if (!isOmitted || isElsewhere) reading.misses.push({ path: key, expected: 'array', got: typeName(list) });
  return [];
}
