import * as z from 'zod/mini';

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const isoDay = z.iso.date();

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const own = {
  /** Whose orders it is for ("seller|acc_…"). */
  accountKey: z.string().check(z.minLength(1), z.maxLength(400)),
  /** When the user set it, epoch ms. */
  setAt: z.int().check(z.minimum(0), z.maximum(8.64e15)),
};

/** A rule of the user's own in place of the market's, for one shop: the kind of rule, and what it says. */
export const RuleOverride = z.discriminatedUnion('kind', [
  z.object({
    ...own,
    kind: z.enum(['dispatch', 'collection', 'auto-cancel', 'delivery']),
    workingDays: z.int().check(z.minimum(0), z.maximum(60)),
    cutOff: z.nullable(clock),
    /** An IANA zone; null: the market's. */
    timeZone: z.nullable(z.string().check(z.minLength(1), z.maxLength(60), z.refine(isTimeZone))),
  }),
  z.object({
    ...own,
    kind: z.literal('working-week'),
    /** 1 is Monday, 7 is Sunday. */
    days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
  }),
  z.object({
    ...own,
    kind: z.literal('holidays'),
    /** "YYYY-MM-DD": these days off, and no others. */
    dates: z.array(isoDay).check(z.maxLength(200)),
  }),
  z.object({
    ...own,
    kind: z.enum(['return-answer', 'cancellation-answer']),
    amount: z.int().check(z.minimum(1), z.maximum(240)),
    unit: z.enum(['hours', 'working-days']),
  }),
  z.object({
    ...own,
    kind: z.enum(['late-dispatch', 'seller-fault-cancellation', 'valid-tracking']),
    percent: z.number().check(z.minimum(0), z.maximum(100)),
    windowDays: z.nullable(z.int().check(z.minimum(1), z.maximum(365))),
  }),
]);
export type RuleOverride = z.output<typeof RuleOverride>;
export type OverrideKind = RuleOverride['kind'];

/** One of each kind for each of so many shops. */
export const MAX_RULE_OVERRIDES = 500;
