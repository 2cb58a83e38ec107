const NAMES: Record<string, string> = {
  'seller/order-list': 'Order list',
  'seller/order-get': 'Order page',
  'seller/order-history': 'Order history',
  'seller/logistic-detail': 'Tracking',
  'seller/search-count': 'Order counts',
  'orderlens/1': 'Imported file',
  'files/orderlens-json': 'Imported file',
  'files/tiktok-data-json': 'TikTok data export',
  'files/tiktok-data-txt': 'TikTok data export',
};

/** What people call a source; one that this version does not know keeps its id. */
export function sourceName(id: string): string {
  return NAMES[id] ?? id;
}
