/** Where in the dashboard someone is. */
export type Room = 'orders' | 'spending' | 'alerts' | 'data' | 'settings';

export interface Route {
  room: Room;
  /** The key of the order that is open. */
  orderKey: string | null;
}

/** The address of a room, or of one order in it. */
export function hashOf(room: Room, orderKey?: string): string {
  return orderKey === undefined ? `#${room}` : `#${room}/${encodeURIComponent(orderKey)}`;
}

/** Reads an address; whatever it does not know leads to the orders. */
export function routeOf(hash: string): Route {
  const [room, key] = hash.replace(/^#/, '').split('/');
  if (room === 'spending' || room === 'alerts' || room === 'data' || room === 'settings')
    return { room, orderKey: null };
  return { room: 'orders', orderKey: room === 'orders' && key ? decoded(key) : null };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
