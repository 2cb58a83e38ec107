import { timeZoneOf } from '../model/market.ts';
import { dayOf } from '../model/time.ts';
import { BUYER_RULES } from './buyer-rules.ts';
import type { CancelRule, DaysRule, Rule, RuleKind } from './rule.ts';

type RuleOf<K extends RuleKind> = K extends 'free-cancel' ? CancelRule : DaysRule & { kind: K };

/** The rule of a market that held at a moment (epoch ms), or null where none is known. */
export function findRule<K extends RuleKind>(
  kind: K,
  market: string | null,
  atMs: number,
  rules: readonly Rule[] = BUYER_RULES,
): RuleOf<K> | null {
  const day = dayOf(atMs, timeZoneOf(market));
  const held = rules.filter(
    (rule): rule is RuleOf<K> =>
      rule.kind === kind && rule.market === market && (rule.validFrom ?? '') <= day,
  );
  return held.sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0] ?? null;
}

/** "Rule: 30 days from delivery (shop.tiktok.com/us/protections, checked 21 Nov 2026)". */
export function ruleWords(rule: Rule, what: string): string {
  const checked = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${rule.checkedOn}T00:00Z`));
  const reported = rule.certainty === 'reported' ? 'reported by ' : '';
  return `Rule: ${what} (${reported}${rule.source}, checked ${checked})`;
}
