import type { Order } from '../../model/order.ts';
import { MINUTE_MS } from '../../model/time.ts';
import { findTime, type Line } from './line.ts';
import { arrivalOf } from './parcels.ts';
import { meaningOfEta, RETURN_WINDOW } from './status.ts';

// Said of the past only: not "will be canceled on", not "if it is not delivered by".
const SHIPPED = /(?<!\b(?:be|not|is) )\bshipped(?: on| at)?\s*$/i;
const DELIVERED = /(?<!\b(?:be|not) )\bdelivered(?: on| at)?\s*$/i;
const CANCELLED = /(?<!\b(?:be|not) )\bcancell?ed(?: on| at)?\s*$/i;

/** Fills what the lines of a page say about times to come and times gone by. */
export function fillTimes(order: Order, lines: readonly Line[], seenAt: number): void {
  const { deadlines } = order;
  deadlines.returnByAt = findTime(lines, RETURN_WINDOW);
  const ships = lines.find((line) => line.eta && meaningOfEta(line.eta) === 'ship');
  deadlines.shipByAt = ships?.eta?.toAt ?? null;
  deadlines.deliverByAt = arrivalOf(lines);
  deadlines.autoCancelAt = payByAt(lines, seenAt);
  order.placedAt ??= findTime(lines, /placed|ordered|order_/i);
  order.shippedAt ??= findTime(lines, SHIPPED);
  order.deliveredAt ??= findTime(lines, DELIVERED);
  order.cancelledAt ??= findTime(lines, CANCELLED);
}

/** The end of a payment countdown, to the minute: answers take a while, and the end must not move with each. */
function payByAt(lines: readonly Line[], seenAt: number): number | null {
  const seconds = lines.find((line) => line.countdown !== null)?.countdown?.seconds ?? null;
  return seconds === null ? null : Math.round((seenAt + seconds * 1000) / MINUTE_MS) * MINUTE_MS;
}
