import { findMarket } from '../model/market.ts';
import { DAY_MS } from '../model/time.ts';
import { findRule } from './find.ts';
import { RULE_KINDS, type Rule, type RuleKind } from './rule.ts';
import { ruleSays, ruleWords } from './words.ts';

/** Days after which a rule should be read again at its source. */
export const STALE_AFTER_DAYS = 90;

/** One kind of rule of a market: what holds now, in words, or that it is not known. */
export interface RuleEntry {
  kind: RuleKind;
  title: string;
  rule: Rule | null;
  /** "2 working days after the order, until 23:59", or "Not known for Japan". */
  words: string;
  /** "Rule: … (source, checked 21 Nov 2026)"; null where nothing is known. */
  source: string | null;
  isStale: boolean;
}

/** Whether a rule was last checked more than 90 days ago. */
export function isStale({ checkedOn }: Pick<Rule, 'checkedOn'>, now: number): boolean {
  return now - Date.parse(`${checkedOn}T00:00Z`) > STALE_AFTER_DAYS * DAY_MS;
}

/** Every kind of rule of a market at a moment (epoch ms), with the rule that holds or none where none is known. */
export function rulesOf(market: string, now: number): RuleEntry[] {
  const place = findMarket(market)?.name ?? market;
  return (Object.keys(RULE_KINDS) as RuleKind[]).map((kind) => {
    const rule: Rule | null = findRule(kind, market, now);
    const title = RULE_KINDS[kind];
    if (rule === null)
      return { kind, title, rule, words: `Not known for ${place}`, source: null, isStale: false };
    const says = ruleSays(rule);
    const words = rule.note === undefined ? says : `${says}. ${rule.note}`;
    return { kind, title, rule, words, source: ruleWords(rule, says), isStale: isStale(rule, now) };
  });
}
