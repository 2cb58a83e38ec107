import { type ListPart, listEntries } from '../../components/overlay/buyer/cards.ts';
import type { Captured } from '../../lib/capture/wire.ts';

const NOTHING: ListPart = { entries: [], isFirst: false };

/** The cards that a captured answer of the order list tells; none for every other answer. */
export function listPartOf({ url, requestText, bodyText }: Captured): ListPart {
  if (!/\/list_order\/get(?:\?|$)/.test(url)) return NOTHING;
  const isNext = /"index":\s*"?[^\s",}]/.test(requestText) || /[?&]index=[^&]/.test(url);
  try {
    return { entries: listEntries(JSON.parse(bodyText)), isFirst: !isNext };
  } catch {
    // No JSON: the page shows no cards of it either.
    return NOTHING;
  }
}
