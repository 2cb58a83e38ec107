import { describe, expect, it } from 'vitest';
import { owedRefunds, refundsOf } from '../../lib/insights/owed.ts';
import { mergeOrders } from '../history/build.ts';
import { bill, detail, ID, orderOf, SEEN_AT, text } from './buyer-answers.ts';

const card = (title: string, link?: string) => ({
  skus: [{ product_name: 'Ink Set' }],
  title: text(title),
  link: link && `aweme://webview?main_order_id=${ID}&reverse_main_order_id=${link}`,
});
describe('the refunds of a detail', () => {
  const refund = (right_title: string, ...reverse_info_cards: object[]) => ({
    refund_info: { title: 'Refund', right_title, reverse_info_cards },
  });

  it('have come when they are processed', () => {
    expect(orderOf(refund('$8.50', card('Refund processed', '1')))?.amounts.refunded).toBe(850);
  });

  it('have the page’s amount where there is one of them', () => {
    const order = orderOf(refund('$8.50', card('Refund issued', '4035000000000000001')));
    expect(order?.amounts.refunded).toBe(850);
    expect(order?.returns).toMatchObject([
      {
        id: '4035000000000000001',
        type: 'REFUND',
        status: 'COMPLETE',
        amount: null,
        received: 850,
        itemNames: ['Ink Set'],
      },
    ]);
  });

  it('share it unknown where there are more, and count only when all are done', () => {
    const done = refund('$8.50', card('Refund issued', '1'), card('Refund issued', '2'));
    expect(orderOf(done)).toMatchObject({
      amounts: { refunded: 850 },
      returns: [{ amount: null }, { amount: null }],
    });
    const half = refund('$8.50', card('Refund issued', '1'), card('Refund processing', '2'));
    expect(orderOf(half)).toMatchObject({
      amounts: { refunded: null },
      returns: [{}, { status: 'PENDING', received: null }],
    });
  });

  it.each([
    ['Refund request rejected', 'REJECTED', 'REFUND'],
    ['Return in progress', 'PENDING', 'RETURN_AND_REFUND'],
    ['Refund will be issued soon', 'PENDING', 'REFUND'],
    ['Return request canceled', 'CLOSED', 'RETURN_AND_REFUND'],
    ['Zurückgestellt', 'Zurückgestellt', 'REFUND'],
    ['Refund not issued', 'Refund not issued', 'REFUND'],
    ['Refund incomplete', 'Refund incomplete', 'REFUND'],
    ['Your money hasn’t been refunded', 'Your money hasn’t been refunded', 'REFUND'],
    ['Refund not yet issued', 'PENDING', 'REFUND'],
    ['Refund is being issued', 'PENDING', 'REFUND'],
    ['Request not approved', 'REJECTED', 'REFUND'],
    ['Refund cannot be issued', 'REJECTED', 'REFUND'],
    ['Return request expired', 'CLOSED', 'RETURN_AND_REFUND'],
  ])('%j is %s', (title, status, type) => {
    const order = orderOf(refund('$8.50', card(title, '1')));
    expect(order?.returns).toMatchObject([{ status, type, amount: 850, received: null }]);
    expect(order?.amounts.refunded).toBeNull();
  });

  it('keep what was promised when less of it comes', () => {
    const promised = orderOf(refund('$25.90', card('Refund requested', '1')));
    const issued = orderOf(refund('$20.00', card('Refund issued', '1')));
    if (!promised || !issued) throw new Error('no order');
    for (const order of [mergeOrders(promised, issued), mergeOrders(issued, promised)]) {
      expect(order.returns).toHaveLength(1);
      expect(order.amounts.refunded).toBe(2000);
    }
    const later = { ...issued, sources: issued.sources.map((from) => ({ ...from, seenAt: SEEN_AT + 1 })) };
    expect(owedRefunds(mergeOrders(promised, later), SEEN_AT)).toMatchObject([
      { state: 'short', promisedMinor: 2590, receivedMinor: 2000, missingMinor: 590 },
    ]);
  });

  const cancelled = { order_status_card: { status: { title: text('Order canceled') } } };

  it.each([
    ['Order canceled', 'Refund of $30.00 is being processed', 'PENDING', 'awaited'],
    ['Canceled', 'Refund will be issued in 3 days', 'PENDING', 'awaited'],
    ['Order canceled', 'By you', 'Order canceled', 'awaited'],
    ['Order canceled', 'Refund issued', 'COMPLETE', 'received'],
    ['Order canceled', 'Refund rejected', 'REJECTED', 'refused'],
  ])('of a cancelled order: %j with %j is %s, %s', (title, subtitle, status, state) => {
    const part = { ...card(title, '1'), subtitle: text(subtitle) };
    const order = orderOf({ ...cancelled, ...refund('$30.00', part) });
    expect(order).toMatchObject({ status: 'CANCELLED', returns: [{ type: 'CANCELLATION', status }] });
    expect(order && refundsOf(order, SEEN_AT)).toMatchObject([{ state }]);
  });

  it('end an order only where all of its money is back', () => {
    const of = (amount: string) =>
      orderOf({
        order_status_card: { status: { title: text('Refund issued') } },
        ...bill(['Subtotal', '$30.00']),
        ...refund(amount, card('Refund issued', '1')),
      });
    expect(of('$15.00')).toMatchObject({ status: 'UNKNOWN', amounts: { refunded: 1500 } });
    expect(of('$30.00')).toMatchObject({ status: 'COMPLETED', stage: 'returned' });
  });

  it('without ids are one entry, and said', () => {
    const { orders, misses } = detail(refund('$8.50', card('Refund issued')));
    expect(orders[0]).toMatchObject({
      returns: [{ id: 'refund', status: 'COMPLETE', amount: null, received: 850 }],
      amounts: { refunded: 850 },
    });
    const awaited = orderOf(refund('$8.50', card('Refund processing'), card('Refund requested')));
    expect(awaited?.returns).toMatchObject([{ id: 'refund', status: 'PENDING', amount: 850 }]);
    const half = orderOf(refund('$8.50', card('Refund issued'), card('Refund processing')));
    expect(half?.returns).toMatchObject([{ status: 'PENDING', amount: null, received: null }]);
    expect(misses.map(({ expected }) => expected)).toContain('reverse_main_order_id');
  });
});
