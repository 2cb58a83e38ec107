import type { OrderChange } from '../../../lib/history/read/orders.ts';
import { isWorthTelling } from '../../../lib/insights/feed-words.ts';
import type { Order } from '../../../lib/model/order.ts';
import { sourceName } from '../../shared/source-words.ts';
import { ChangedField } from './ChangedField.tsx';
import { Section } from './Section.tsx';
import { When } from './When.tsx';

interface Props {
  order: Order;
  changes: readonly OrderChange[];
  now: number;
}

/** What each page that was seen changed in this order: the value before, the value after, when, from where. */
export function OrderChanges({ order, changes, now }: Props) {
  const told = changes
    .map((change) => ({ ...change, fields: change.fields.filter((field) => isWorthTelling(field.path)) }))
    .filter((change) => change.fields.length > 0);
  if (told.length === 0) return null;
  return (
    <Section title="What changed">
      <ol class="changes">
        {told.map((change) => (
          <li key={`${change.at} ${change.sourceId}`}>
            <small class="muted">
              <When atMs={change.at} now={now} /> · {sourceName(change.sourceId)}
            </small>
            <ul>
              {change.fields.map((field) => (
                <ChangedField key={field.path} field={field} order={order} now={now} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
