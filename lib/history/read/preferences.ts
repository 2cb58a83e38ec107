import type { History } from '../db.ts';

/** The key of the preference in `meta`: whether the overlay is folded away. */
export const OVERLAY_FOLDED_KEY = 'overlay.isFolded';

/** Whether the user folded the bar and the marks on Seller Center away. */
export async function readOverlayFolded(db: History): Promise<boolean> {
  return (await db.meta.get(OVERLAY_FOLDED_KEY))?.value === true;
}
