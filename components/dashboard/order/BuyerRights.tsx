import { type Right, rightsOf } from '../../../lib/insights/rights.ts';
import type { Order } from '../../../lib/model/order.ts';
import { exactTime } from '../../shared/dates.ts';
import { Pill } from '../../shared/Pill.tsx';
import { Section } from './Section.tsx';

/** What the buyer may still ask for, until when, and who says so. */
export function BuyerRights({ order, now }: { order: Order; now: number }) {
  const rights = rightsOf(order, now);
  if (rights.length === 0) return null;
  return (
    <Section title="Your rights">
      <ul class="clocks">
        {rights.map((right) => (
          <RightRow key={right.kind} right={right} />
        ))}
      </ul>
    </Section>
  );
}

function RightRow({ right: { tone, words, endsAt, source } }: { right: Right }) {
  return (
    <li>
      <Pill tone={tone} detail={endsAt === null ? undefined : exactTime(endsAt)}>
        {words}
      </Pill>
      <small class="source">{source}</small>
    </li>
  );
}
