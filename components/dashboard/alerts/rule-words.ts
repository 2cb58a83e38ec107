import { BUYER_STATUS_WORDS } from '../../../lib/insights/buyer-marks.ts';
import type { AlertChannel, OwnRule } from '../../../lib/model/alert.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { CHANNEL_WORDS } from '../../shared/alert-words.ts';
import { STATUS_WORDS } from '../../shared/status-words.ts';
import { counted } from '../../shared/words.ts';

/** What the statuses are called by who sells, and by who buys. */
export const STATUS_WORDS_OF = { seller: STATUS_WORDS, buyer: BUYER_STATUS_WORDS };

/** What a rule can wait for, as the form offers it. */
export const EVENT_WORDS: readonly (readonly [OwnRule['when']['event'], string])[] = [
  ['new', 'An order is new'],
  ['status', 'Its status becomes'],
  ['still', 'Its status is still'],
  ['ship-by', 'It must be shipped soon'],
];

/** How a rule of one's own can be told; one that is told in no way is switched off instead. */
export const OWN_CHANNELS: readonly AlertChannel[] = ['notify', 'digest', 'list'];

/** When a rule speaks, of which orders and how: "When an order is new, of at least $50.00 · At once". */
export function ruleWords({ role, when, only: { minTotal, text }, channel }: OwnRule): string {
  const parts = [
    whenWords(role, when),
    ...(minTotal === null ? [] : [`of at least ${formatMoney(minTotal.amountMinor, minTotal.currency)}`]),
    ...(text === null ? [] : [`with “${text}”`]),
  ];
  return `${parts.join(', ')} · ${CHANNEL_WORDS[channel]}`;
}

function whenWords(role: OwnRule['role'], when: OwnRule['when']): string {
  const order = role === 'seller' ? 'an order that you sold' : 'an order that you bought';
  if (when.event === 'new') return `When ${order} is new`;
  if (when.event === 'ship-by') return `${counted(when.hours, 'hour')} before ${order} must be shipped`;
  const status = `“${STATUS_WORDS_OF[role][when.status]}”`;
  if (when.event === 'status') return `When ${order} becomes ${status}`;
  return `When ${order} is still ${status} ${counted(when.days, 'day')} after it was placed`;
}
