import type { OrderChange } from '../../../lib/history/read/orders.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Events } from './Events.tsx';
import { OrderChanges } from './OrderChanges.tsx';
import { OrderRecords } from './OrderRecords.tsx';
import { OrderSeen } from './OrderSeen.tsx';
import { Section } from './Section.tsx';

interface Props {
  order: Order;
  changes: readonly OrderChange[];
  now: number;
}

/** How an order came to be what it is: its timeline, what files told of it, what changed, and where it was seen. */
export function OrderPast({ order, changes, now }: Props) {
  return (
    <>
      {order.timeline.length > 0 && (
        <Section title="Timeline">
          <Events events={order.timeline} now={now} />
        </Section>
      )}
      <OrderRecords order={order} now={now} />
      <OrderChanges order={order} changes={changes} now={now} />
      <OrderSeen order={order} now={now} />
    </>
  );
}
