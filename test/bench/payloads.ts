import { generateOrders, listPayload } from '../shop/generator.ts';

/** The texts of order-list answers for a number of US orders, so many in each, in turns that fit into memory. */
export function* payloadTurns(count: number, perPayload: number): Generator<string[]> {
  const orders = generateOrders({ market: 'US', orders: count }, 11, Date.now());
  const perTurn = 5000;
  for (let turn = 0; turn < count; turn += perTurn) {
    const texts: string[] = [];
    for (let at = turn; at < Math.min(turn + perTurn, count); at += perPayload) {
      texts.push(listPayload(orders.slice(at, Math.min(at + perPayload, count)), { market: 'US' }));
    }
    yield texts;
  }
}
