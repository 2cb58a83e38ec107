/** Where in the dashboard someone is. */
export type Room = 'orders' | 'spending' | 'alerts' | 'data' | 'settings';

/** The parts of the room "Alerts". */
export const ALERT_PARTS = ['now', 'changes', 'history', 'rules'] as const;
export type AlertPart = (typeof ALERT_PARTS)[number];

export interface Route {
  room: Room;
  /** The key of the order that is open. */
  orderKey: string | null;
  /** The part of "Alerts" that is shown. */
  part: AlertPart;
}

/** The address of a room; of one order, or of a part of "Alerts", in it. */
export function hashOf(room: Room, place?: string): string {
  return place === undefined ? `#${room}` : `#${room}/${encodeURIComponent(place)}`;
}

/** Reads an address; whatever it does not know leads to the orders. */
export function routeOf(hash: string): Route {
  const [room, key] = hash.replace(/^#/, '').split('/');
  const part = (room === 'alerts' && ALERT_PARTS.find((name) => name === key)) || 'now';
  if (room === 'spending' || room === 'alerts' || room === 'data' || room === 'settings')
    return { room, orderKey: null, part };
  return { room: 'orders', orderKey: room === 'orders' && key ? decoded(key) : null, part };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
