import type { AnswerRule, ChatRule, Rule, WeekRule, WorkdaysRule } from './rule.ts';

const CHECKED = { checkedOn: '2026-11-21' } as const;
const OFFICIAL = { ...CHECKED, certainty: 'official' } as const;

const US_SLA = 'seller-us.tiktok.com, SLA for shipping orders 8064131472115499';
const VN_FULFILMENT = 'seller-vn.tiktok.com, fulfillment timelines 2898390371550978';
const TH_CANCEL = 'seller-th.tiktok.com, auto-cancellation 6837799362201346';

const usDays = { market: 'US', cutOff: null, timeZone: 'America/Los_Angeles', ...OFFICIAL } as const;
const vnDays = {
  market: 'VN',
  validFrom: '2024-08-26',
  source: VN_FULFILMENT,
  timeZone: 'Asia/Ho_Chi_Minh',
  ...OFFICIAL,
} as const;
const thDays = {
  market: 'TH',
  validFrom: null,
  source: TH_CANCEL,
  cutOff: null,
  timeZone: 'Asia/Bangkok',
  ...OFFICIAL,
} as const;

const DAYS: readonly WorkdaysRule[] = [
  {
    ...usDays,
    kind: 'dispatch',
    workingDays: 2,
    validFrom: '2025-10-23',
    source: 'seller-us.tiktok.com, fulfillment policy 3995852763301633',
    note: 'Custom and made-to-order items: within their handling time.',
  },
  {
    ...usDays,
    kind: 'dispatch',
    workingDays: 2,
    validFrom: '2026-01-17',
    source: 'seller-us.tiktok.com, fulfillment policy 6179821974439723',
    note: 'By then the carrier must have scanned it. Made-to-order items: handling time and one day.',
  },
  {
    ...usDays,
    kind: 'auto-cancel',
    workingDays: 7,
    validFrom: null,
    source: US_SLA,
    note: 'Unless it is “Awaiting collection” by then.',
  },
  { ...usDays, kind: 'delivery', workingDays: 6, validFrom: null, source: US_SLA },
  {
    ...vnDays,
    kind: 'dispatch',
    workingDays: 0,
    cutOff: '14:00',
    note: 'By then it must be with the carrier.',
  },
  {
    ...vnDays,
    kind: 'auto-cancel',
    workingDays: 2,
    cutOff: null,
    note: 'Unless it is “Awaiting collection” by then.',
  },
  { ...vnDays, kind: 'collection', workingDays: 3, cutOff: null },
  { ...thDays, kind: 'dispatch', workingDays: 2 },
  {
    ...thDays,
    kind: 'auto-cancel',
    workingDays: 2,
    note: 'Unless it is “Awaiting collection” by then.',
  },
  { ...thDays, kind: 'collection', workingDays: 3 },
];

const WEEKS: readonly WeekRule[] = [
  { kind: 'working-week', market: 'US', days: [1, 2, 3, 4, 5], validFrom: null, source: US_SLA, ...OFFICIAL },
  {
    kind: 'working-week',
    market: 'VN',
    days: [1, 2, 3, 4, 5, 6],
    validFrom: null,
    source: 'seller-vn.tiktok.com, Ship by TikTok 6024728339744528',
    ...OFFICIAL,
  },
];

const answer = (
  kind: AnswerRule['kind'],
  market: string,
  amount: number,
  unit: AnswerRule['unit'],
  source: string,
): AnswerRule => ({ kind, market, amount, unit, validFrom: null, source, ...OFFICIAL });

const RETURN_ANSWER = 'seller-vn.tiktok.com, return requests 2901402355762946';
const ANSWERS: readonly AnswerRule[] = [
  answer('return-answer', 'US', 48, 'hours', 'TikTok Shop US returns policy for sellers'),
  answer('return-answer', 'VN', 1, 'working-days', RETURN_ANSWER),
  { ...answer('return-answer', 'TH', 1, 'working-days', RETURN_ANSWER), certainty: 'reported' },
  {
    ...answer('return-answer', 'ID', 48, 'hours', 'TikTok Shop Indonesia returns policy for sellers'),
    certainty: 'reported',
  },
  answer('cancellation-answer', 'TH', 24, 'hours', TH_CANCEL),
  answer(
    'refund-review',
    'US',
    4,
    'working-days',
    'TikTok Shop US seller policy 3253210454181634, October 2025',
  ),
];

const NO_CHAT_CLOCK = 'No page tells when a chat began: there is no clock for it.';
const chat = (market: string, certainty: ChatRule['certainty']): ChatRule => ({
  kind: 'chat-answer',
  market,
  hours: 12,
  percent: null,
  validFrom: null,
  source: 'seller-th.tiktok.com, chat rules for Southeast Asia 8918857185183490',
  note: NO_CHAT_CLOCK,
  ...CHECKED,
  certainty,
});

const CHATS: readonly ChatRule[] = [
  {
    kind: 'chat-answer',
    market: 'US',
    hours: 24,
    percent: 90,
    validFrom: null,
    source: 'seller-us.tiktok.com, chat response rate 719928765302570',
    note: `Below 85 % TikTok acts. ${NO_CHAT_CLOCK}`,
    ...OFFICIAL,
  },
  chat('TH', 'official'),
  // The page of one market speaks for its neighbours.
  ...['VN', 'MY', 'PH', 'SG', 'ID'].map((market) => chat(market, 'reported')),
];

const US_METRICS = {
  market: 'US',
  windowDays: null,
  source: 'seller-us.tiktok.com, fulfillment policy 6179821974439723',
  validFrom: null,
  ...OFFICIAL,
} as const;

// Other markets' targets come with the page of the shop's health; none is written down that could be cited here.
const METRICS: readonly Rule[] = [
  { ...US_METRICS, kind: 'late-dispatch', percent: 4, limit: 'max' },
  {
    ...US_METRICS,
    kind: 'late-dispatch',
    percent: 4,
    limit: 'max',
    validFrom: '2026-03-02',
    source: 'seller-us.tiktok.com, guide to late dispatch rate 3668989549299511',
    note: 'Recommended; above 10 % TikTok may act.',
  },
  { ...US_METRICS, kind: 'seller-fault-cancellation', percent: 2.5, limit: 'max' },
  { ...US_METRICS, kind: 'valid-tracking', percent: 95, limit: 'min' },
];

/** The rules that a seller must keep. A market or kind that is not here is not known, and is said to be unknown. */
export const SELLER_RULES: readonly Rule[] = [...DAYS, ...WEEKS, ...ANSWERS, ...CHATS, ...METRICS];
