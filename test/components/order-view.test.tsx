// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { OrderView } from '../../components/dashboard/order/OrderView.tsx';
import type { OrderChange } from '../../lib/history/read/orders.ts';
import type { Order } from '../../lib/model/order.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { cleanAfterEach, HOST, makeDeadlines, makeItem, makeOrder, NOW } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanAfterEach();

const HOSTILE = '"><img src=x onerror=alert(1)>';

function show(fields: Partial<Order> = {}, changes: OrderChange[] = []) {
  const order = makeOrder('576786105183999937', fields);
  return render(<OrderView order={order} changes={changes} shop="US shop" host={HOST} now={NOW} />);
}

const part = (name: string) => within(screen.getByRole('region', { name }));

describe('an order', () => {
  it('says its status in a sentence, and why a clock runs', () => {
    show({ deadlines: makeDeadlines({ shipByAt: NOW + 3 * HOUR_MS }) });
    screen.getByText(/Waiting for you to ship it/);
    part('What next').getByText('Ship in 3 h');
    part('What next').getByText(/^Page: ship by /);
  });

  it('names the rule where no page gives a time, or what is missing to know it', () => {
    show();
    // Ordered on a Saturday at two in the morning in Los Angeles: due at the end of Tuesday.
    part('What next').getByText('Ship in 3 d 19 h');
    part('What next').getByText(/^Rule: 2 working days after the order, until 23:59 \(.+\): ship by /);
  });

  it('says why a ship-by time is not known', () => {
    show({ market: 'JP' });
    part('What next').getByText('Not known: no rule of Japan for “Ship by” is known to OrderLens');
  });

  it('keeps the own word of a source for a status that nobody knows', () => {
    show({ status: 'UNKNOWN', statusLabel: 'Pre-packed' });
    screen.getByText('Pre-packed');
  });

  it('writes unknown amounts as unknown, and never as 0', () => {
    const { amounts } = makeOrder('1');
    show({ amounts: { ...amounts, items: 7500, sellerDiscount: 500, refunded: 0 } });
    const lines = part('Money')
      .getAllByRole('definition')
      .map((line) => line.textContent);
    expect(lines).toEqual(['$75.00', 'unknown', 'unknown', '-$5.00', 'unknown', '$82.00', '$0.00']);
  });

  it('shows parcels with their scans, returns and the timeline', () => {
    const event = { at: NOW - HOUR_MS, title: 'In transit', text: 'Left the sorting centre' };
    show({
      packages: [
        {
          id: 'p',
          unitId: null,
          trackingNumber: '9400111',
          carrier: 'USPS',
          etaAt: NOW + HOUR_MS,
          events: [event],
        },
      ],
      returns: [
        {
          id: 'r',
          type: 'REFUND',
          status: 'PENDING',
          amount: 2590,
          openedAt: null,
          respondByAt: NOW + HOUR_MS,
          closedAt: null,
          lineIds: [],
          received: null,
        },
      ],
      timeline: [{ at: NOW - HOUR_MS, title: 'Order placed', text: null }],
    });
    part('Package').getByText('USPS');
    part('Package').getByText('9400111');
    part('Package').getByRole('button', { name: 'Copy tracking number' });
    part('Package').getByText('Left the sorting centre');
    part('Returns').getByText('waits for an answer');
    part('Returns').getByText('$25.90');
    part('Timeline').getByText('Order placed');
    part('Where it was seen').getByText('Order list');
  });

  it('says what changed in words, with the value before and after', () => {
    const fields = [
      { path: 'status', old: 'AWAITING_SHIPMENT', new: 'IN_TRANSIT' },
      { path: 'amounts.refunded', old: null, new: 2590 },
      { path: 'hasBuyerNote', old: false, new: true },
      { path: 'items/1', old: null, new: makeItem('Mug', 2) },
      { path: 'sources/x', old: null, new: { id: 'x', seenAt: 1 } },
    ];
    show({}, [{ at: NOW - HOUR_MS, sourceId: 'seller/order-get', fields }]);
    const text = screen.getByRole('region', { name: 'What changed' }).textContent;
    expect(text).toContain('Order page');
    expect(text).toContain('Status Awaiting shipment →  to In transit');
    expect(text).toContain('Refunded unknown →  to $25.90');
    expect(text).toContain('Buyer’s note no →  to yes');
    expect(text).toContain('Item added Mug × 2');
    expect(text).not.toContain('sources');
  });

  it('shows hostile names as text', () => {
    const { container } = show({ items: [makeItem(HOSTILE)], counterparty: HOSTILE, paymentMethod: HOSTILE });
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent?.split(HOSTILE)).toHaveLength(4);
  });
});
