import type { OrderChange } from '../../../lib/history/read/orders.ts';
import type { FieldChange } from '../../../lib/history/read/rows.ts';
import type { Order } from '../../../lib/model/order.ts';
import { sourceName } from '../../shared/source-words.ts';
import { fieldName, fieldValue, isWorthTelling } from './field-words.ts';
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
                <Field key={field.path} field={field} order={order} now={now} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Field({
  field: { path, old, new: fresh },
  order,
  now,
}: {
  field: FieldChange;
  order: Order;
  now: number;
}) {
  // An entry that joined a list had no value before.
  const isAdded = path.includes('/') && old === null;
  return (
    <li>
      <span class="muted">
        {fieldName(path, order.role)} {isAdded && 'added '}
      </span>
      {!isAdded && (
        <>
          <del>{fieldValue(path, old, order, now)}</del>
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden"> to </span>
        </>
      )}
      <ins>{fieldValue(path, fresh, order, now)}</ins>
    </li>
  );
}
