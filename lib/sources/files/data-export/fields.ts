/** A name without case, signs and what stands in brackets: "Total price (including …)" and "total_price" are one. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Canonical name -> the names that exports have for it, plain. JSON is English; TXT is localized (Dutch attested). */
type Names = Readonly<Record<string, readonly string[]>>;

export const ORDER_NAMES = {
  id: ['ordernumber', 'orderid', 'mainorderid', 'bestelnummer', 'ordernummer'],
  date: ['orderdate', 'date', 'besteldatum'],
  status: ['orderstatus', 'status', 'bestelstatus'],
  total: ['totalprice', 'totaleprijs'],
  products: ['products', 'productinformation', 'productinformatie'],
} as const satisfies Names;

export const PRODUCT_NAMES = {
  name: ['productname', 'name', 'naam', 'productnaam'],
  variation: ['variationname', 'variation'],
  quantity: ['quantity', 'aantal', 'hoeveelheid'],
} as const satisfies Names;

export const RECORD_NAMES = {
  id: ['voucherid', 'reviewid', 'returnid', 'returnorderid', 'refundid', 'id'],
  at: [
    ...[
      'receiveddate',
      'datereceived',
      'ontvangstdatum',
      'sendtime',
      'reviewdate',
      'reviewtime',
      'returndate',
    ],
    ...['requestdate', 'requesttime', 'applytime', 'createtime', 'creationdate', 'date', 'time', 'datum'],
  ],
  shop: ['shopname', 'shop', 'sellername', 'storename', 'winkelnaam', 'naamvandewinkel'],
  orderId: ['orderid', 'ordernumber', 'orderno', 'mainorderid', 'bestelnummer'],
  title: ['vouchername', 'productname', 'product', 'name', 'productnaam', 'direction', 'type'],
  text: [
    ...['vouchertext', 'discountdetails', 'content', 'reviewtext', 'reviewcontent', 'review', 'comment'],
    ...['reason', 'returnreason', 'message', 'text', 'description'],
  ],
  status: ['voucherstatus', 'status', 'returnstatus', 'refundstatus', 'state'],
} as const satisfies Names;

const ORDER_NAME: ReadonlySet<string> = new Set(Object.values(ORDER_NAMES).flat());

/** Whether a label is one of an order's own, in a language that the table has. */
export function isOrderName(label: string): boolean {
  return ORDER_NAME.has(plainName(label));
}

/** The fields of an entry that have a name in the table, under their canonical names; the first name wins. */
export function canonical<T extends Names>(
  entries: Iterable<readonly [string, unknown]>,
  names: T,
): Partial<Record<keyof T, unknown>> {
  const byName = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const plain = plainName(name);
    if (!byName.has(plain)) byName.set(plain, value);
  }
  const found: Partial<Record<keyof T, unknown>> = {};
  for (const key of Object.keys(names) as (keyof T & string)[]) {
    const name = names[key]?.find((candidate) => byName.has(candidate));
    if (name !== undefined) found[key] = byName.get(name);
  }
  return found;
}
