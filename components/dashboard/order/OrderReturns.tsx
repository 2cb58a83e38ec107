import { dayAndTime } from '../../../lib/insights/words.ts';
import type { Order, OrderReturn } from '../../../lib/model/order.ts';
import { isReturnClosed } from '../../../lib/model/status.ts';
import { Money } from '../../shared/Money.tsx';
import { TimeLeft } from '../../shared/TimeLeft.tsx';
import { returnName, returnState } from './field-words.ts';
import { Section } from './Section.tsx';

/** Returns, refunds and cancellations, with the clock of those that wait for an answer. */
export function OrderReturns({ order: { returns, currency }, now }: { order: Order; now: number }) {
  if (returns.length === 0) return null;
  return (
    <Section title="Returns">
      <ul class="returns">
        {returns.map((entry) => (
          <li key={entry.id}>
            <div>
              <strong>{returnName(entry)}</strong>
              <small class="muted">{returnState(entry)}</small>
            </div>
            <AnswerBy entry={entry} now={now} />
            <span class="amount">
              <Money amountMinor={entry.amount ?? entry.received} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AnswerBy({ entry, now }: { entry: OrderReturn; now: number }) {
  const { respondByAt } = entry;
  if (respondByAt === null || isReturnClosed(entry)) return null;
  const why = `Page: approves itself ${dayAndTime(respondByAt, now)}`;
  return <TimeLeft atMs={respondByAt} now={now} tone={respondByAt < now ? 'late' : 'soon'} why={why} />;
}
