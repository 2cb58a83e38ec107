import { readRuleOverrides } from '../../../lib/history/read/rulebook.ts';
import { clocksOf } from '../../../lib/insights/clocks.ts';
import { marksOf } from '../../../lib/insights/risk.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Pill } from '../../shared/Pill.tsx';
import { useLive, valueIn } from '../../shared/use-live.ts';
import { Section } from './Section.tsx';

/** What a seller's order asks for, each with the exact time and where that comes from; or why it is not known. */
export function OrderClocks({ order, now }: { order: Order; now: number }) {
  const overrides = valueIn(useLive(readRuleOverrides, []));
  if (order.role !== 'seller') return null;
  const clocks = clocksOf(order, overrides);
  const marks = marksOf(clocks, now);
  const isUnknown = clocks.isToShip && clocks.shipByAt === null && clocks.shipByWhy !== undefined;
  if (marks.length === 0 && !isUnknown) return null;
  return (
    <Section title="What next">
      <ul class="clocks">
        {marks.map((mark) => (
          <li key={mark.words}>
            <Pill tone={mark.tone}>{mark.words}</Pill>
            <span class="muted">{mark.detail}</span>
          </li>
        ))}
        {isUnknown && (
          <li>
            <Pill tone="calm">Ship-by time</Pill>
            <span class="muted">{clocks.shipByWhy}</span>
          </li>
        )}
      </ul>
    </Section>
  );
}
