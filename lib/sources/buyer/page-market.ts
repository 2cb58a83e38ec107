import { findMarket } from '../../model/market.ts';
import type { SourceInput } from '../source.ts';

/**
 * The market whose money a buyer's page shows: the account's, else the region that the page itself asks for
 * (`carrier_region`); null when neither tells.
 */
export function marketOf({ owner, url }: Pick<SourceInput, 'owner' | 'url'>): string | null {
  return owner.market ?? findMarket(url.searchParams.get('carrier_region'))?.code ?? null;
}
