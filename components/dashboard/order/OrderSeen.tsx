import type { Order } from '../../../lib/model/order.ts';
import { sourceName } from '../../shared/source-words.ts';
import { Section } from './Section.tsx';
import { When } from './When.tsx';

/** Which pages told about this order, and when each last told something new. */
export function OrderSeen({ order: { sources }, now }: { order: Order; now: number }) {
  return (
    <Section title="Where it was seen">
      <ul class="seen">
        {sources.map((source) => (
          <li key={source.id}>
            {sourceName(source.id)}
            <small class="muted">
              <When atMs={source.seenAt} now={now} />
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
