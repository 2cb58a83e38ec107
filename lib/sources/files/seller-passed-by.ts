import { columnKey } from './seller-columns.ts';

// Columns of order exports that are known and passed by on purpose. Recipient, phone and address are the buyer's
// own and are never kept; the rest tells nothing that an order here has a place for.
const PERSONAL = [
  'Recipient',
  'Phone #',
  'Zipcode',
  'Province',
  'Regency and City',
  'Districts',
  'District',
  'Villages',
  'Commune',
  'Region',
  'Municipality',
  'Barangay',
  'State',
  'City',
  'Post Town',
  'County',
  'Detail Address',
  'Additional address information',
  'Address Line 1',
  'Address Line 2',
  'Delivery Instruction',
];
const NEEDLESS = [
  'Virtual Bundle Seller SKU',
  'Original Shipping Fee',
  'Shipping Fee Seller Discount',
  'Shipping Fee Platform Discount',
  'Co-Funded Shipping Fee Discount',
  'Distance Shipping Fee',
  'Distance Fee',
  'Payment platform discount',
  'Buyer Service Fee',
  'Handling Fee',
  'Retail Delivery Fee',
  'Small Order Fee',
  'Dynamic Commission',
  'Shipping Insurance',
  'Item Insurance',
  'RTS Time',
  'Cancel By',
  'Cancel Reason',
  'Fulfillment Type',
  'Warehouse Name',
  'Delivery Option',
  'Delivery Option Type',
  'Weight(kg)',
  'Product Category',
  'Purchase Channel',
  'Seller Note',
  'Checked Status',
  'Checked Marked by',
  'Shipping Information',
  'Combined Listing',
  'Tokopedia Invoice Number',
  'Order Channel',
  'Creator Handle',
];
const passedBy = new Set([...PERSONAL, ...NEEDLESS].map(columnKey));

/** Whether a column of an order export is known, and left where it is. */
export function isPassedBy(name: string): boolean {
  return passedBy.has(columnKey(name));
}
