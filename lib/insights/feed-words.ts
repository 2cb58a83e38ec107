/** What a changed field is about, as the feed of changes is narrowed by. */
export const CHANGE_TOPICS = [
  'status',
  'delivery',
  'deadlines',
  'money',
  'items',
  'returns',
  'address',
  'other',
] as const;
export type ChangeTopic = (typeof CHANGE_TOPICS)[number];

// The first that fits says it; paths as the history's `fieldsOf` writes them.
const TOPICS: readonly [ChangeTopic, RegExp][] = [
  ['delivery', /^(packages\/|shippedAt$|deliveredAt$)/],
  ['deadlines', /^deadlines\./],
  ['money', /^(amounts\.|billItems\/|settlement\b|paidAt$|paymentMethod$|currency$)/],
  ['items', /^items\//],
  ['returns', /^returns\//],
  ['address', /^shipTo$/],
  ['status', /^(status|statusLabel|placedAt|isDateInferred|cancelledAt|timeline\/.*)$/],
];

/** Whether a changed field says something to people; the rest is bookkeeping. */
export function isWorthTelling(path: string): boolean {
  return !path.startsWith('sources/') && path !== 'updatedAt' && path !== 'account';
}

/** What a changed field is about. */
export function topicOf(path: string): ChangeTopic {
  return TOPICS.find(([, paths]) => paths.test(path))?.[0] ?? 'other';
}
