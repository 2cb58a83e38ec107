/** What an order export tells, by our names; each SKU of an order has a row of its own. */
export type OrderField =
  | 'orderId'
  | 'status'
  | 'substatus'
  | 'returnType'
  | 'orderKind'
  | 'skuId'
  | 'sellerSku'
  | 'productName'
  | 'variation'
  | 'quantity'
  | 'returnedQuantity'
  | 'unitPrice'
  | 'skuSubtotal'
  | 'skuPlatformDiscount'
  | 'skuSellerDiscount'
  | 'skuTotal'
  | 'shippingFee'
  | 'tax'
  | 'total'
  | 'refunded'
  | 'placedAt'
  | 'paidAt'
  | 'shippedAt'
  | 'deliveredAt'
  | 'cancelledAt'
  | 'trackingNumber'
  | 'carrier'
  | 'packageId'
  | 'buyerMessage'
  | 'buyerName'
  | 'buyerNickname'
  | 'country'
  | 'paymentMethod';

/** What a finance export tells; an order has one row or one for each SKU, adjustments have their own. */
export type FinanceField =
  | 'orderId'
  | 'kind'
  | 'relatedOrderId'
  | 'settledAt'
  | 'currency'
  | 'settled'
  | 'estimated'
  | 'fees';

// Headers mostly stay English, whatever the language of the page (seller-center.md 5.1). The localized ones are
// the wording of Seller Center's pages and of its finance exports; what no name here fits is passed by.
const ORDER_COLUMNS: Readonly<Record<OrderField, readonly string[]>> = {
  orderId: [
    'Order ID',
    'ID đơn hàng',
    'Mã đơn hàng',
    'ID pesanan',
    'Nomor pesanan',
    'หมายเลขคำสั่งซื้อ',
    'ID do pedido',
    'Número do pedido',
    'ID del pedido',
    'ID de pedido',
  ],
  status: [
    'Order Status',
    'Trạng thái đơn hàng',
    'Status pesanan',
    'สถานะคำสั่งซื้อ',
    'Status do pedido',
    'Estado del pedido',
  ],
  substatus: [
    'Order Substatus',
    'Order Sub Status',
    'Trạng thái phụ của đơn hàng',
    'Substatus pesanan',
    'สถานะย่อยของคำสั่งซื้อ',
    'Substatus do pedido',
    'Subestado del pedido',
  ],
  returnType: [
    'Cancelation/Return Type',
    'Cancellation/Return Type',
    'Cancel/Return Type',
    'Loại hủy/trả hàng',
    'Jenis pembatalan/pengembalian',
    'Tipo de cancelamento/devolução',
    'Tipo de cancelación/devolución',
  ],
  orderKind: ['Normal or Pre-order'],
  skuId: ['SKU ID', 'ID SKU', 'ID do SKU', 'ID de SKU'],
  sellerSku: [
    'Seller SKU',
    'SKU người bán',
    'SKU penjual',
    'SKU ของผู้ขาย',
    'SKU do vendedor',
    'SKU del vendedor',
  ],
  productName: [
    'Product Name',
    'Tên sản phẩm',
    'Nama produk',
    'ชื่อสินค้า',
    'Nome do produto',
    'Nombre del producto',
  ],
  variation: ['Variation', 'Phân loại', 'Variasi', 'ตัวเลือกสินค้า', 'Variação', 'Variación'],
  quantity: ['Quantity', 'Số lượng', 'Jumlah', 'จำนวน', 'Quantidade', 'Cantidad'],
  returnedQuantity: ['Sku Quantity of return'],
  unitPrice: ['SKU Unit Original Price'],
  skuSubtotal: ['SKU Subtotal Before Discount'],
  skuPlatformDiscount: ['SKU Platform Discount'],
  skuSellerDiscount: ['SKU Seller Discount'],
  skuTotal: ['SKU Subtotal After Discount'],
  shippingFee: ['Shipping Fee After Discount'],
  tax: ['Taxes', 'Tax'],
  total: [
    'Order Amount',
    'Tổng giá trị đơn hàng',
    'Jumlah pesanan',
    'ยอดรวมคำสั่งซื้อ',
    'Valor do pedido',
    'Importe del pedido',
  ],
  refunded: ['Order Refund Amount'],
  placedAt: [
    'Created Time',
    'Order Created Time',
    'Thời gian tạo',
    'Waktu dibuat',
    'เวลาที่สร้าง',
    'Hora de criação',
    'Hora de creación',
  ],
  paidAt: ['Paid Time', 'Thời gian thanh toán', 'Waktu dibayar', 'Hora do pagamento', 'Hora de pago'],
  shippedAt: ['Shipped Time', 'Thời gian gửi hàng', 'Waktu dikirim', 'Hora do envio', 'Hora de envío'],
  deliveredAt: [
    'Delivered Time',
    'Thời gian giao hàng',
    'Waktu diterima',
    'Hora da entrega',
    'Hora de entrega',
  ],
  cancelledAt: ['Cancelled Time', 'Canceled Time', 'Thời gian hủy', 'Waktu dibatalkan'],
  trackingNumber: ['Tracking ID', 'Mã vận đơn', 'Nomor resi', 'หมายเลขติดตามพัสดุ'],
  carrier: ['Shipping Provider Name', 'Đơn vị vận chuyển', 'Nama penyedia pengiriman'],
  packageId: ['Package ID', 'ID kiện hàng', 'ID paket', 'ID do pacote', 'ID del paquete'],
  buyerMessage: ['Buyer Message'],
  buyerName: ['Buyer Username', 'Tên người dùng của người mua', 'Nama pengguna pembeli'],
  buyerNickname: ['Buyer Nickname'],
  country: ['Country', 'Quốc gia', 'Negara', 'ประเทศ', 'País'],
  paymentMethod: [
    'Payment Method',
    'Phương thức thanh toán',
    'Metode pembayaran',
    'วิธีการชำระเงิน',
    'Forma de pagamento',
    'Método de pago',
  ],
};

// Spellings drift: trailing spaces, "Order/Adjustment ID", "Type" -> "Transaction type" (seller-center.md 5.2).
const FINANCE_COLUMNS: Readonly<Record<FinanceField, readonly string[]>> = {
  orderId: [
    'Order/adjustment ID',
    'ID đơn hàng/điều chỉnh',
    'ID Pesanan/Penyesuaian',
    'ID do pedido/ajuste',
    'ID de pedido/ajuste',
  ],
  kind: ['Type', 'Transaction type', 'Loại giao dịch', 'Jenis transaksi', 'Tipo de transação'],
  relatedOrderId: ['Related order ID', 'ID đơn hàng liên quan', 'ID pesanan terkait'],
  settledAt: [
    'Order settled time',
    'Statement date',
    'Thời gian quyết toán đơn hàng',
    'Waktu pembayaran pesanan',
    'Waktu penyelesaian pesanan',
  ],
  currency: ['Currency', 'Đơn vị tiền tệ', 'Mata uang', 'Moeda', 'Moneda'],
  settled: ['Total settlement amount', 'Tổng số tiền quyết toán', 'Jumlah penyelesaian pembayaran'],
  estimated: [
    'Estimated settlement amount',
    'Total estimated settlement amount',
    'Số tiền quyết toán ước tính',
    'Estimasi jumlah penyelesaian pembayaran',
  ],
  fees: ['Total Fees', 'Fees', 'Tổng phí', 'Total Biaya'],
};

/** Columns that tell an order export from any other table with an "Order ID". */
const ORDER_MARKS: ReadonlySet<OrderField> = new Set<OrderField>([
  'status',
  'substatus',
  'returnType',
  'skuId',
  'sellerSku',
  'returnedQuantity',
  'skuSubtotal',
  'skuTotal',
  'total',
  'placedAt',
]);
const MIN_ORDER_MARKS = 4;

interface Places<Field> {
  columns: ReadonlyMap<Field, number>;
  /** The names that no field has. */
  others: readonly string[];
  /** How many columns the table has. */
  width: number;
}
export type OrderHeader = { kind: 'orders' } & Places<OrderField>;
export type FinanceHeader = { kind: 'finance' } & Places<FinanceField>;
/** A header row: which column of the table holds which field. */
export type Header = OrderHeader | FinanceHeader;

/** A name as it is compared: case, spaces and punctuation ignored, marks of Thai and Vietnamese kept. */
export function columnKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

const orderFields = byName(ORDER_COLUMNS);
const financeFields = byName(FINANCE_COLUMNS);

function byName<Field extends string>(table: Readonly<Record<Field, readonly string[]>>): Map<string, Field> {
  const entries = Object.entries(table) as [Field, readonly string[]][];
  return new Map(entries.flatMap(([field, names]) => names.map((name) => [columnKey(name), field])));
}

/**
 * What kind of table a row is the header of; undefined when it is none. The column of the ids may be missing: the
 * reader says so in words.
 */
export function readHeader(names: readonly string[]): Header | undefined {
  const finance = placesOf(names, financeFields);
  if (finance.columns.has('orderId') && finance.columns.size >= 3) return { kind: 'finance', ...finance };
  if (finance.columns.has('kind') && hasAmount(finance.columns)) return { kind: 'finance', ...finance };
  const orders = placesOf(names, orderFields);
  const marks = [...orders.columns.keys()].filter((field) => ORDER_MARKS.has(field));
  return marks.length >= MIN_ORDER_MARKS ? { kind: 'orders', ...orders } : undefined;
}

function hasAmount(columns: ReadonlyMap<FinanceField, number>): boolean {
  return columns.has('settled') || columns.has('estimated');
}

function placesOf<Field>(names: readonly string[], fields: ReadonlyMap<string, Field>): Places<Field> {
  const columns = new Map<Field, number>();
  const others: string[] = [];
  names.forEach((name, index) => {
    const field = fields.get(columnKey(name));
    if (field === undefined) others.push(name);
    // A name can stand twice (the on-hold export repeats "Related order ID"): the first is the row's own.
    else if (!columns.has(field)) columns.set(field, index);
  });
  return { columns, others, width: names.length };
}
