import * as z from 'zod/mini';
import { emptyReading, type Reading } from '../source.ts';
import { typeName } from '../tolerant.ts';

// `dynamic_data` is what the desktop pages read (buyer-shop.md 2.2); the other routes may still say `data`.
const record = z.optional(z.nullable(z.record(z.string(), z.unknown())));
const Envelope = z.object({ code: z.union([z.number(), z.string()]), dynamic_data: record, data: record });
/** The answer of TikTok's captcha, in place of any other. */
const Captcha = z.object({ type: z.literal('verify') });

const SIGNED_OUT_CODE = 40000;
const VERIFICATION_CODE = 10000;

/** The `dynamic_data` of an answer, or the reading that says why there is none. */
export function openBuyerEnvelope(body: unknown): { data: Record<string, unknown> } | { reading: Reading } {
  if (Captcha.safeParse(body).success) return { reading: emptyReading('verification') };
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) {
    const reading = emptyReading('failed');
    reading.misses.push({ path: 'code', expected: 'envelope', got: typeName(body) });
    return { reading };
  }
  const code = Number(parsed.data.code);
  if (code === 0) return { data: parsed.data.dynamic_data ?? parsed.data.data ?? {} };
  if (code === VERIFICATION_CODE) return { reading: emptyReading('verification') };
  return { reading: emptyReading(code === SIGNED_OUT_CODE ? 'signed-out' : 'failed') };
}
