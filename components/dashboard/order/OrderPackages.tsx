import type { Order, OrderPackage } from '../../../lib/model/order.ts';
import { CopyButton } from './CopyButton.tsx';
import { Events } from './Events.tsx';
import { Section } from './Section.tsx';
import { When } from './When.tsx';

/** The parcels: who carries each, and where it was seen. */
export function OrderPackages({ order: { packages }, now }: { order: Order; now: number }) {
  if (packages.length === 0) return null;
  return (
    <Section title={packages.length === 1 ? 'Package' : 'Packages'}>
      {packages.map((parcel, index) => (
        <Parcel key={parcel.id ?? index} parcel={parcel} now={now} />
      ))}
    </Section>
  );
}

function Parcel({ parcel, now }: { parcel: OrderPackage; now: number }) {
  const { carrier, trackingNumber, etaAt, events, isReturn } = parcel;
  return (
    <div class="parcel">
      <p>
        <strong>
          {isReturn === true && 'Return: '}
          {carrier ?? (isReturn === true ? 'carrier unknown' : 'Carrier unknown')}
        </strong>
        {trackingNumber !== null && (
          <span class="id">
            {trackingNumber}
            <CopyButton text={trackingNumber} label="Copy tracking number" />
          </span>
        )}
      </p>
      {etaAt !== null && (
        <p class="muted">
          Expected <When atMs={etaAt} now={now} />
        </p>
      )}
      {events.length > 0 && <Events events={events} now={now} />}
    </div>
  );
}
