import { describe, expect, it } from 'vitest';
import { composeMessage, languagesOf, TOPICS, topicsFor } from '../../lib/insights/composer.ts';
import { LANGUAGE_WORDS } from '../../lib/insights/composer-words.ts';
import { MARKETS } from '../../lib/model/market.ts';
import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_b', market: 'US' };
const NOW = Date.UTC(2026, 10, 21, 12);

function bought(fields: Partial<Order> = {}): Order {
  const order = { ...emptyOrder('577000000000000001', BUYER), ...fields };
  return { ...order, stage: stageOf(order) };
}

const item = {
  ...{ productId: null, skuId: null, sellerSku: null, name: 'Mug', variation: 'Blue' },
  ...{ quantity: 2, unitPrice: null, total: null, lineIds: [] },
};
const parcel = {
  ...{ id: null, unitId: null, trackingNumber: '9400111', carrier: 'USPS', etaAt: NOW, events: [] },
};
const refund = {
  ...{ id: 'r', type: 'REFUND', status: 'PENDING', amount: 2590, openedAt: null },
  ...{ respondByAt: null, closedAt: null, lineIds: [], received: 2000 },
};

describe('a message', () => {
  it('holds the facts of the order that its topic needs', () => {
    const order = bought({
      placedAt: NOW,
      currency: 'USD',
      items: [item],
      packages: [parcel],
      returns: [refund],
    });
    expect(composeMessage('late', 'en', order, NOW).split('\n').slice(4, -2)).toEqual([
      'Order: 577000000000000001',
      'Placed on: November 21, 2026',
      'Items: 2 × Mug (Blue)',
      'Tracking: USPS 9400111',
      'Expected by: November 21, 2026',
    ]);
    expect(composeMessage('refund', 'en', order, NOW)).toContain('Still missing: $5.90');
    expect(composeMessage('refund', 'en', order, NOW)).not.toContain('Tracking');
    expect(composeMessage('address', 'en', order, NOW)).toContain('New address: …');
  });

  it('leaves out what is not known', () => {
    for (const topic of TOPICS) {
      const lines = composeMessage(topic, 'en', bought(), NOW).split('\n').slice(4, -2);
      expect(lines.filter((line) => !line.startsWith('New address'))).toEqual(['Order: 577000000000000001']);
    }
    const unknown = { ...refund, amount: null };
    expect(
      composeMessage('refund', 'en', bought({ currency: 'USD', returns: [unknown] }), NOW),
    ).not.toContain('missing');
  });

  it('does not tell the tracking number of a return as that of the order', () => {
    const order = bought({ packages: [{ ...parcel, isReturn: true }] });
    expect(composeMessage('late', 'en', order, NOW)).not.toContain('9400111');
  });

  it.each(Object.entries(LANGUAGE_WORDS))('has every part in %s, each its own', (code, words) => {
    const texts = [
      ...Object.values(words.topics),
      ...Object.values(words.facts),
      words.greeting,
      words.closing,
    ];
    expect(texts.every((text) => text.trim() !== '')).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
    expect(Intl.getCanonicalLocales(code)).toEqual([code]);
  });

  it('can be written in English for every market, and in the market’s language where there is one', () => {
    for (const { code } of MARKETS) expect(languagesOf(code)[0]?.code).toBe('en');
    expect(languagesOf('US').map(({ name }) => name)).toEqual(['English', 'Español']);
    expect([languagesOf('VN')[1]?.code, languagesOf('BR')[1]?.code]).toEqual(['vi', 'pt']);
    expect([languagesOf('GB').length, languagesOf(null).length]).toEqual([1, 1]);
  });

  it.each([
    ['AWAITING_SHIPMENT', 'address'],
    ['IN_TRANSIT', 'late'],
    ['DELIVERED', 'wrong'],
    ['CANCELLED', 'refund'],
    ['UNKNOWN', 'late'],
  ] as const)('starts for %s with "%s"', (status, topic) => {
    expect(topicsFor(bought({ status }), NOW)[0]).toBe(topic);
  });

  it('starts with the refund while one is owed', () => {
    expect(topicsFor(bought({ status: 'DELIVERED', returns: [refund] }), NOW)[0]).toBe('refund');
  });
});
