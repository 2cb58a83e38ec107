import type { RuleOverride } from '../../model/rule-override.ts';
import type { History } from '../db.ts';

export const RULE_OVERRIDES_KEY = 'rulebook.overrides';

/** The user's own rules for their shops. */
export async function readRuleOverrides(db: History): Promise<RuleOverride[]> {
  const value = (await db.meta.get(RULE_OVERRIDES_KEY))?.value;
  // Only the background writes them, and it has parsed what it writes.
  return Array.isArray(value) ? value : [];
}
