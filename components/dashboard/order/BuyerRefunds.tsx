import { owedWords, refundDetail, refundTitle } from '../../../lib/insights/buyer-needs.ts';
import { type Refund, refundsOf, sumOwed } from '../../../lib/insights/owed.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Pill } from '../../shared/Pill.tsx';
import { Section } from './Section.tsx';

const TONES = { awaited: 'soon', short: 'late', received: 'fine', refused: 'calm' } as const;

/** What was promised back, what came, and what is still owed. */
export function BuyerRefunds({ order, now }: { order: Order; now: number }) {
  const refunds = refundsOf(order, now);
  if (refunds.length === 0) return null;
  const sum = sumOwed([order], now);
  const isOwed = sum.totals.length + sum.withoutAmount > 0;
  return (
    <Section title="Refunds">
      {isOwed && <p class="owed">Money owed to you: {owedWords(sum)}</p>}
      <ul class="clocks">
        {refunds.map((refund) => (
          <RefundRow key={refund.id} refund={refund} order={order} now={now} />
        ))}
      </ul>
    </Section>
  );
}

function RefundRow({ refund, order, now }: { refund: Refund; order: Order; now: number }) {
  return (
    <li>
      <Pill tone={TONES[refund.state]}>{refundTitle(refund, order)}</Pill>
      <small class="source">Page: {refundDetail(refund, order, now)}</small>
    </li>
  );
}
