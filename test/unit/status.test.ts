import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDER_STATUSES, type OrderStatus } from '../../lib/model/order.ts';
import { isCashOnDelivery, isPaid, isReturnClosed, stageOf, statusOfLines } from '../../lib/model/status.ts';
import { makeItem, makeOrder, makeReturn } from '../history/build.ts';

test.each<[OrderStatus, string]>([
  ['UNPAID', 'pending'],
  ['ON_HOLD', 'pending'],
  ['AWAITING_SHIPMENT', 'pending'],
  ['PARTIALLY_SHIPPING', 'processed'],
  ['AWAITING_COLLECTION', 'processed'],
  ['IN_TRANSIT', 'shipped'],
  ['DELIVERED', 'delivered'],
  ['COMPLETED', 'delivered'],
  ['CANCELLED', 'cancelled'],
  ['UNKNOWN', 'unknown'],
])('%s is %s', (status, stage) => {
  expect(stageOf(makeOrder({ status }))).toBe(stage);
});

test.each<[OrderStatus[], OrderStatus]>([
  [[], 'UNKNOWN'],
  [['UNKNOWN'], 'UNKNOWN'],
  [['CANCELLED', 'CANCELLED'], 'CANCELLED'],
  [['CANCELLED', 'UNKNOWN'], 'CANCELLED'],
  [['CANCELLED', 'DELIVERED'], 'DELIVERED'],
  [['UNKNOWN', 'IN_TRANSIT'], 'IN_TRANSIT'],
  [['AWAITING_SHIPMENT', 'IN_TRANSIT'], 'PARTIALLY_SHIPPING'],
  [['AWAITING_COLLECTION', 'DELIVERED'], 'AWAITING_COLLECTION'],
  [['PARTIALLY_SHIPPING', 'COMPLETED'], 'PARTIALLY_SHIPPING'],
  [['AWAITING_SHIPMENT', 'AWAITING_COLLECTION'], 'AWAITING_SHIPMENT'],
  [['IN_TRANSIT', 'DELIVERED'], 'IN_TRANSIT'],
  [['DELIVERED', 'COMPLETED'], 'DELIVERED'],
  [['UNPAID', 'UNPAID', 'CANCELLED'], 'UNPAID'],
  [['ON_HOLD', 'AWAITING_SHIPMENT'], 'ON_HOLD'],
])('lines %j make %s', (lines, status) => {
  expect(statusOfLines(lines)).toBe(status);
});

test('the order of the lines does not matter, nor how often each stands there', () => {
  const lines = fc.array(fc.constantFrom(...ORDER_STATUSES), { maxLength: 6 });
  fc.assert(
    fc.property(lines, (list) => {
      expect(statusOfLines(list.toReversed())).toBe(statusOfLines(list));
      expect(statusOfLines([...list, ...list])).toBe(statusOfLines(list));
    }),
  );
});

const items = [makeItem({ lineIds: ['1', '2'] }), makeItem({ lineIds: ['3'] })];

test('an order is returned when every line came back, in one return or in several', () => {
  const back = (lineIds: string[]) => makeReturn({ id: lineIds.join(), status: 'COMPLETE', lineIds });
  const stage = (returns: ReturnType<typeof back>[]) =>
    stageOf(makeOrder({ status: 'COMPLETED', items, returns }));
  expect(stage([back(['1', '2', '3'])])).toBe('returned');
  expect(stage([back(['1']), back(['2', '3'])])).toBe('returned');
  expect(stage([back(['1', '2'])])).toBe('delivered');
  expect(stage([])).toBe('delivered');
});

test('a refund without the goods, or a return that is still open, brings no line back', () => {
  const all = ['1', '2', '3'];
  const refund = makeReturn({ type: 'REFUND', status: 'COMPLETE', lineIds: all });
  const open = makeReturn({ status: 'PENDING', lineIds: all });
  expect(stageOf(makeOrder({ status: 'COMPLETED', items, returns: [refund] }))).toBe('delivered');
  expect(stageOf(makeOrder({ status: 'DELIVERED', items, returns: [open] }))).toBe('delivered');
});

test.each([
  [8200, 8200, 'returned'],
  [8200, 8300, 'returned'],
  [8200, 8199, 'delivered'],
  [8200, null, 'delivered'],
  [null, 8200, 'delivered'],
  [0, 0, 'delivered'],
])('total %j with %j refunded is %s', (total, refunded, stage) => {
  const order = makeOrder({ status: 'COMPLETED' });
  expect(stageOf({ ...order, amounts: { ...order.amounts, total, refunded } })).toBe(stage);
});

test('money back does not turn a cancelled or shipped order into a returned one', () => {
  const amounts = { ...makeOrder({}).amounts, total: 100, refunded: 100 };
  expect(stageOf(makeOrder({ status: 'CANCELLED', amounts }))).toBe('cancelled');
  expect(stageOf(makeOrder({ status: 'IN_TRANSIT', amounts }))).toBe('shipped');
});

test.each([
  'Cash on delivery',
  'COD',
  'Thanh toán khi nhận hàng',
  'Bayar di tempat (COD)',
  'ชำระเงินปลายทาง',
  '货到付款',
  'Pembayaran tunai semasa penghantaran',
  'Pago contra entrega',
  'Contrarreembolso',
  'Pagamento na entrega',
  '代金引換',
])('%s is paid to the courier', (paymentMethod) => {
  expect(isCashOnDelivery(makeOrder({ paymentMethod }))).toBe(true);
});

test.each(['Visa', 'Codensa', 'PayPal', '', null])('%j is paid before', (paymentMethod) => {
  expect(isCashOnDelivery(makeOrder({ paymentMethod }))).toBe(false);
});

test.each<[OrderStatus, string | null, number | null, boolean]>([
  ['UNPAID', 'Visa', null, false],
  ['UNKNOWN', 'Visa', null, false],
  ['UNKNOWN', null, 5, true],
  ['ON_HOLD', 'Visa', null, true],
  ['AWAITING_SHIPMENT', 'Visa', null, true],
  ['AWAITING_SHIPMENT', 'Cash on delivery', null, false],
  ['IN_TRANSIT', 'Cash on delivery', null, false],
  ['DELIVERED', 'Cash on delivery', null, true],
  ['COMPLETED', 'Cash on delivery', null, true],
  ['IN_TRANSIT', 'Cash on delivery', 5, true],
  ['CANCELLED', 'Visa', null, false],
])('%s by %j, paid at %j: paid is %j', (status, paymentMethod, paidAt, paid) => {
  expect(isPaid(makeOrder({ status, paymentMethod, paidAt }))).toBe(paid);
});

test('a return is closed when it says so or has an end', () => {
  expect(isReturnClosed(makeReturn({ status: 'PENDING' }))).toBe(false);
  expect(isReturnClosed(makeReturn({ status: 'COMPLETE' }))).toBe(true);
  expect(isReturnClosed(makeReturn({ status: '7', closedAt: 5 }))).toBe(true);
});
