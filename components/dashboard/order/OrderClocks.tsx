import { clocksOf } from '../../../lib/insights/clocks.ts';
import { marksOf } from '../../../lib/insights/risk.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Pill } from '../../shared/Pill.tsx';
import { Section } from './Section.tsx';

/** What an order asks for, each with the exact time and where that comes from. */
export function OrderClocks({ order, now }: { order: Order; now: number }) {
  const marks = order.role === 'seller' ? marksOf(clocksOf(order), now) : [];
  if (marks.length === 0) return null;
  return (
    <Section title="What next">
      <ul class="clocks">
        {marks.map((mark) => (
          <li key={mark.words}>
            <Pill tone={mark.tone}>{mark.words}</Pill>
            <span class="muted">{mark.detail}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
