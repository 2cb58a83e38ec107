import { describe, expect, it, test } from 'vitest';
import type { Line } from '../../lib/sources/buyer/line.ts';
import {
  isKnownTitle,
  type StatusCues,
  statusOf,
  statusOfCard,
  statusOfWords,
} from '../../lib/sources/buyer/status.ts';

const AT = Date.UTC(2026, 4, 5);
const line = (text: string, more: Partial<Line> = {}): Line => ({
  text,
  times: [],
  eta: null,
  countdown: null,
  copies: [],
  isOdd: false,
  ...more,
});
const eta = (words: string) => line(words, { eta: { words, name: '', fromAt: AT, toAt: AT } });
const cues = (label: string | null, more: Partial<StatusCues> = {}): StatusCues => ({
  label,
  lines: [],
  parcelLabels: [],
  hasDeliveryDate: false,
  isTracked: false,
  isRefunded: false,
  ...more,
});

test.each([
  ['Awaiting payment', 'UNPAID'],
  ['To ship', 'AWAITING_SHIPMENT'],
  ['Order placed', 'AWAITING_SHIPMENT'],
  ['Awaiting collection', 'AWAITING_COLLECTION'],
  ['Your order is partially shipped', 'PARTIALLY_SHIPPING'],
  ['In transit', 'IN_TRANSIT'],
  ['Out for delivery', 'IN_TRANSIT'],
  ['Delivered', 'DELIVERED'],
  ['Package delivered', 'DELIVERED'],
  ['Order completed', 'COMPLETED'],
  ['Canceled', 'CANCELLED'],
  ['Your order was cancelled', 'CANCELLED'],
  ['Canceled by you', 'CANCELLED'],
  // Looks like one and is none.
  ['Pay within 23h or the order will be canceled', 'UNKNOWN'],
  ['Order placed on Jun 9, 2026 9:01AM', 'UNKNOWN'],
  ['Cancellation requested', 'UNKNOWN'],
  ['Delivered to local carrier', 'UNKNOWN'],
  ['Delivered by Nov 30', 'UNKNOWN'],
  ['Delivered by tomorrow', 'UNKNOWN'],
  ['Delivered within 3 days', 'UNKNOWN'],
  ['Delivered by USPS', 'DELIVERED'],
  ['Delivered, in mailbox', 'DELIVERED'],
  ['Shipped soon', 'UNKNOWN'],
  ['Shipped by Dec 2', 'UNKNOWN'],
  ['Shipped by the seller', 'IN_TRANSIT'],
  ['Not delivered', 'UNKNOWN'],
  ['Refund issued', 'UNKNOWN'],
  ['Handed to a courier partner', 'UNKNOWN'],
  ['', 'UNKNOWN'],
  [null, 'UNKNOWN'],
])('the words %j say %s', (text, status) => {
  expect(statusOfWords(text)).toBe(status);
});

it('knows titles that say nothing of the goods', () => {
  expect(isKnownTitle('Refund issued')).toBe(true);
  expect(isKnownTitle('Multi-package Shipment')).toBe(true);
  expect(isKnownTitle('Handed to a courier partner')).toBe(false);
});

describe('the status of an order', () => {
  it('is unpaid while a payment counts down, whatever it is called', () => {
    const lines = [line('Pay within 2h', { countdown: { seconds: 7200 } })];
    expect(statusOf(cues('Something new', { lines }))).toBe('UNPAID');
  });

  it('is delivered with a delivery date, and completed only where the words say so', () => {
    expect(statusOf(cues('Refund issued', { hasDeliveryDate: true, isRefunded: true }))).toBe('DELIVERED');
    expect(statusOf(cues('Something new', { hasDeliveryDate: true }))).toBe('DELIVERED');
    expect(statusOf(cues('Order completed', { hasDeliveryDate: true }))).toBe('COMPLETED');
    const lines = [line('Your order is completed')];
    expect(statusOf(cues('Multi-package Shipment', { lines, hasDeliveryDate: true }))).toBe('COMPLETED');
  });

  it('is delivered when the return window is told', () => {
    const lines = [line('', { times: [{ words: 'Return window closes on ', name: 'x', at: AT }] })];
    expect(statusOfCard('Something new', lines)).toBe('DELIVERED');
  });

  it('is told by its parcels where there are several', () => {
    const of = (...parcelLabels: string[]) => statusOf(cues('Multi-package Shipment', { parcelLabels }));
    expect(of('To ship', 'In transit')).toBe('PARTIALLY_SHIPPING');
    expect(of('Delivered', 'In transit')).toBe('IN_TRANSIT');
    expect(of('Delivered', 'Delivered')).toBe('DELIVERED');
    // Nobody knows what one of them says: the others don't speak for it.
    expect(of('Delivered', 'Held at customs')).toBe('UNKNOWN');
    expect(of('Completed', 'Held at customs')).toBe('UNKNOWN');
    expect(statusOf(cues('In transit', { parcelLabels: ['Delivered', null] }))).toBe('IN_TRANSIT');
  });

  it('is cancelled by its words, even with parcels', () => {
    expect(statusOf(cues('Canceled', { parcelLabels: ['In transit', 'To ship'] }))).toBe('CANCELLED');
  });

  it('follows the promised days where the words are new', () => {
    expect(statusOfCard('Something new', [eta('Ships by ')])).toBe('AWAITING_SHIPMENT');
    expect(statusOf(cues('Something new', { lines: [eta('Arriving ')], isTracked: true }))).toBe(
      'IN_TRANSIT',
    );
    expect(statusOfCard('Something new', [eta('Estimated delivery: ')])).toBe('UNKNOWN');
  });

  it('is over when all the money is back, and unknown when nothing tells', () => {
    expect(statusOf(cues('Refund issued', { isRefunded: true }))).toBe('COMPLETED');
    expect(statusOfCard('Refund issued', [])).toBe('UNKNOWN');
    expect(statusOf(cues(null))).toBe('UNKNOWN');
  });
});
