import type { Rule } from './rule.ts';

/**
 * The rules that a buyer can call on. A market or kind that is not here is not known, and is said to be
 * unknown: Vietnam (6 or 15 days, sources differ) and Thailand (6837799362217730 not read) among them.
 */
export const BUYER_RULES: readonly Rule[] = [
  {
    kind: 'return-window',
    market: 'US',
    days: 30,
    validFrom: null,
    source: 'shop.tiktok.com/us/protections',
    checkedOn: '2026-11-21',
    certainty: 'official',
  },
  {
    kind: 'guarantee',
    market: 'US',
    days: 90,
    validFrom: null,
    source: 'shop.tiktok.com/us/money-back-guarantee',
    checkedOn: '2026-11-21',
    certainty: 'official',
  },
  {
    kind: 'undelivered-refund',
    market: 'US',
    days: 2,
    validFrom: null,
    source: 'TikTok Shop US seller policy 8308896260065025',
    checkedOn: '2026-11-21',
    certainty: 'reported',
  },
  {
    kind: 'undelivered-refund',
    market: 'US',
    days: 4,
    validFrom: '2025-02-14',
    source: 'TikTok Shop US seller policy 8308896260065025',
    checkedOn: '2026-11-21',
    certainty: 'reported',
  },
  {
    kind: 'free-cancel',
    market: 'US',
    untilStatus: 'AWAITING_COLLECTION',
    validFrom: null,
    source: 'TikTok Shop US seller policy 3253210454181634, October 2025',
    checkedOn: '2026-11-21',
    certainty: 'official',
  },
  {
    kind: 'return-window',
    market: 'GB',
    days: 30,
    validFrom: null,
    source: 'summaries of TikTok Shop UK’s returns policy',
    checkedOn: '2026-11-21',
    certainty: 'reported',
  },
  {
    kind: 'return-window',
    market: 'ID',
    days: 6,
    validFrom: null,
    source: 'summaries of TikTok Shop Indonesia’s returns policy',
    checkedOn: '2026-11-21',
    certainty: 'reported',
  },
];
