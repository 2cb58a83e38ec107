import type { OrderReturn } from './order.ts';

/** The id of the one entry for all returns of a buyer's page that names none of theirs; the same in every reading. */
export const NAMELESS_RETURN_ID = 'refund';
/** The id of the return that a seller's export tells of without naming it. */
export const EXPORTED_RETURN_ID = 'export';

/** The returns without those that stand in for others: another source has told the same with its own id. */
export function withoutStandIns(returns: readonly OrderReturn[]): OrderReturn[] {
  const named = returns.filter(({ id }) => id !== EXPORTED_RETURN_ID && id !== NAMELESS_RETURN_ID);
  const isExportKnown = named.some(({ status }) => status === 'COMPLETE');
  return returns.filter(
    ({ id }) =>
      !(id === EXPORTED_RETURN_ID && isExportKnown) && !(id === NAMELESS_RETURN_ID && named.length > 0),
  );
}
