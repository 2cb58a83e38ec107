import { timeZoneOf } from '../model/market.ts';
import type { OverrideKind, RuleOverride } from '../model/rule-override.ts';
import { dayOf } from '../model/time.ts';
import { BUYER_RULES } from './buyer-rules.ts';
import { HOLIDAY_RULES } from './holidays.ts';
import type { Rule, RuleKind, RuleOf } from './rule.ts';
import { SELLER_RULES } from './seller-rules.ts';

export { ruleWords } from './words.ts';

/** Every rule of every market that is known. */
export const RULES: readonly Rule[] = [...SELLER_RULES, ...HOLIDAY_RULES, ...BUYER_RULES];

/** The rule of a market that held at a moment (epoch ms), or null where none is known. */
export function findRule<K extends RuleKind>(
  kind: K,
  market: string | null,
  atMs: number,
  rules: readonly Rule[] = RULES,
): RuleOf<K> | null {
  // What has this kind has the shape of it.
  const known = rules.filter((rule) => rule.kind === kind && rule.market === market) as RuleOf<K>[];
  if (known.every(({ validFrom }) => validFrom === null)) return known[0] ?? null;
  const day = dayOf(atMs, timeZoneOf(market));
  const held = known.filter(({ validFrom }) => (validFrom ?? '') <= day);
  return held.sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0] ?? null;
}

type OwnOf<K> = RuleOverride extends infer O
  ? O extends { kind: infer Kinds }
    ? K extends Kinds
      ? O & { kind: K }
      : never
    : never
  : never;

/** Whose rules are asked for: a shop, by the market that it sells in and its key in the history. */
export interface RuleOwner {
  market: string | null;
  accountKey: string;
}

/** What holds for one shop at a moment: the user's own rule, else the market's, else null. */
export function termsOf<K extends OverrideKind>(
  kind: K,
  owner: RuleOwner,
  atMs: number,
  overrides: readonly RuleOverride[] = [],
): RuleOf<K> | OwnOf<K> | null {
  const own = overrides.find((entry) => entry.kind === kind && entry.accountKey === owner.accountKey);
  return (own as OwnOf<K> | undefined) ?? findRule(kind, owner.market, atMs);
}
