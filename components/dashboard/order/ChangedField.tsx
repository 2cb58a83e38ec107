import type { FieldChange } from '../../../lib/history/read/rows.ts';
import type { Order } from '../../../lib/model/order.ts';
import { changeLines } from './change-lines.ts';

/** One changed field of an order: the value before, the value after. */
export function ChangedField({ field, order, now }: { field: FieldChange; order: Order; now: number }) {
  return changeLines(field, order, now).map(({ name, old, fresh }) => (
    <li key={name}>
      <span class="muted">{name} </span>
      {old !== null && <del>{old}</del>}
      {old !== null && fresh !== null && (
        <>
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden"> to </span>
        </>
      )}
      {fresh !== null && <ins>{fresh}</ins>}
    </li>
  ));
}
