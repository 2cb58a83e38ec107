const NAMES: Record<string, string> = {
  'seller/order-list': 'Order list',
  'seller/order-get': 'Order page',
  'seller/order-history': 'Order history',
  'seller/logistic-detail': 'Tracking',
  'seller/search-count': 'Order counts',
  'buyer/order-list': 'Order list',
  'buyer/order-list-dom': 'Order list, as it was shown',
  'buyer/order-detail': 'Order page',
  'buyer/order-detail-dom': 'Order page, as it was shown',
  'buyer/logistics-detail': 'Tracking',
  'buyer/package-list': 'Parcels',
  'orderlens/1': 'Imported file',
  'files/orderlens-json': 'Imported file',
  'files/tiktok-data-json': 'TikTok data export',
  'files/tiktok-data-txt': 'TikTok data export',
  'files/seller-orders-csv': 'Seller Center order export',
  'files/seller-orders-xlsx': 'Seller Center order export',
  'files/seller-finance-csv': 'Seller Center finance export',
  'files/seller-finance-xlsx': 'Seller Center finance export',
  'files/seller-xlsx': 'Seller Center export',
};

/** What people call a source; one that this version does not know keeps its id. */
export function sourceName(id: string): string {
  return NAMES[id] ?? id;
}
