import { timeZoneOf } from '../model/market.ts';
import type { RuleOverride } from '../model/rule-override.ts';
import { dayOf, endOfDay, HOUR_MS } from '../model/time.ts';
import { type RuleOwner, termsOf } from '../rulebook/find.ts';
import type { RuleOf } from '../rulebook/rule.ts';
import { WHOLE } from './rate-limits.ts';
import { eachRate, type RateKind } from './rate-outcomes.ts';
import type { RateLimit } from './rates.ts';

/** What holds for a rate of a shop: the market's rule or the user's own; null where none is known. */
export type RateTerms = RuleOf<RateKind> | (RuleOverride & { kind: RateKind }) | null;

/** What holds for each rate of a shop at a moment. */
export function rateTermsOf(
  owner: RuleOwner,
  now: number,
  overrides: readonly RuleOverride[],
): Record<RateKind, RateTerms> {
  return eachRate((kind) => termsOf(kind, owner, now, overrides));
}

/** The limits that terms set: of valid tracking they name the share that must be good. */
export function limitsOf(terms: Record<RateKind, RateTerms>): Record<RateKind, RateLimit | null> {
  return eachRate((kind) => limitOf(terms[kind]));
}

function limitOf(terms: RateTerms): RateLimit | null {
  if (terms === null) return null;
  const share = Math.round(terms.percent * (WHOLE / 100));
  const limit = terms.kind === 'valid-tracking' ? WHOLE - share : share;
  return { limit, windowDays: terms.windowDays };
}

/** Until when today's queue is due: the end of the shop's day, or 24 hours where its zone is not known. */
export function queueEnd(market: string | null, now: number): number {
  if (market === null) return now + 24 * HOUR_MS;
  const timeZone = timeZoneOf(market);
  return endOfDay(dayOf(now, timeZone), timeZone) ?? now + 24 * HOUR_MS;
}
