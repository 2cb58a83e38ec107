import type { BuyerSummary } from '../../lib/history/read/buyer.ts';
import type { OrderRow } from '../../lib/history/read/rows.ts';
import { deliveryOf } from '../../lib/insights/buyer-deliveries.ts';
import { orderName } from '../../lib/insights/buyer-needs.ts';
import { openPage } from '../../lib/messages/client-browser.ts';
import { Icon } from '../shared/Icon.tsx';
import { Pill } from '../shared/Pill.tsx';
import { hashOf } from '../shared/routes.ts';

/** The region "Deliveries": what is late, what comes next, and what came lately. */
export function Deliveries({ summary, now }: { summary: BuyerSummary; now: number }) {
  const { late, expected, withoutEta, arrived, onTheWayCount } = summary;
  const rows = [...late, ...expected, ...withoutEta, ...arrived];
  return (
    <section class="card deliveries" aria-label="Deliveries">
      <h2>Deliveries {onTheWayCount > 0 && <span>{onTheWayCount.toLocaleString()} on the way</span>}</h2>
      {rows.length === 0 ? (
        <p class="nothing">
          <Icon name="box" size={18} />
          <span>Nothing is on its way.</span>
        </p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.key}>
              <DeliveryRow row={row} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DeliveryRow({ row, now }: { row: OrderRow; now: number }) {
  const { tone, when, where, source } = deliveryOf(row.order, now);
  const name = orderName(row.order);
  return (
    <button
      type="button"
      class="need delivery"
      onClick={() => void openPage('/dashboard.html', hashOf('orders', row.key))}
    >
      <span class="text">
        <strong title={name}>{name}</strong>
        <small title={where}>{where || row.order.counterparty || 'No scan yet'}</small>
      </span>
      <Pill tone={tone} detail={source}>
        {when}
      </Pill>
    </button>
  );
}
