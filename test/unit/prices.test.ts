import { describe, expect, it } from 'vitest';
import { earlierPurchases, priceTruth, productKeys } from '../../lib/insights/prices.ts';
import { type Account, emptyOrder, type Order, type OrderItem } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';

const BUYER: Account = { role: 'buyer', account: 'acc_b', market: 'US' };
const MAY = Date.UTC(2026, 4, 3);
const JUNE = Date.UTC(2026, 5, 3);
const NOW = Date.UTC(2026, 10, 21);

function item(fields: Partial<OrderItem> = {}): OrderItem {
  return {
    ...{ productId: null, skuId: '77', sellerSku: null, name: 'Mug', variation: 'Blue' },
    ...{ quantity: 1, unitPrice: 900, total: null, lineIds: [] },
    ...fields,
  };
}

function twin(id: string, placedAt: number, items: OrderItem[], fields: Partial<Order> = {}) {
  const order = { ...emptyOrder(id, BUYER), currency: 'USD', placedAt, items };
  const whole: Order = { ...order, status: 'COMPLETED', ...fields };
  return { key: `buyer|acc_b|${id}`, order: { ...whole, stage: stageOf(whole) } };
}

const { order } = twin('9', NOW, [item()]);

describe('the truth about a price', () => {
  it('is the lowest that was paid before, whatever the page calls a discount', () => {
    const twins = [twin('1', MAY, [item({ unitPrice: 750 })]), twin('2', JUNE, [item({ unitPrice: 800 })])];
    expect(priceTruth(item({ listPrice: 1900 }), order, twins)).toEqual({
      lowestMinor: 750,
      lowestAt: MAY,
      savedMinor: -150,
      listMinor: 1900,
    });
    expect(priceTruth(item({ unitPrice: 700 }), order, twins)).toMatchObject({
      savedMinor: 50,
      listMinor: null,
    });
  });

  it.each([
    ['another currency', twin('1', MAY, [item({ unitPrice: 1 })], { currency: 'MXN' })],
    ['no currency', twin('1', MAY, [item({ unitPrice: 1 })], { currency: null })],
    ['a cancelled order', twin('1', MAY, [item({ unitPrice: 1 })], { status: 'CANCELLED' })],
    ['an unpaid order', twin('1', MAY, [item({ unitPrice: 1 })], { status: 'UNPAID' })],
    ['an order that nobody told to be paid', twin('1', MAY, [item({ unitPrice: 1 })], { status: 'UNKNOWN' })],
    ['a later order', twin('1', NOW + 1, [item({ unitPrice: 1 })])],
    ['another variation', twin('1', MAY, [item({ skuId: '78', variation: 'Red', unitPrice: 1 })])],
    ['an unknown price', twin('1', MAY, [item({ unitPrice: null })])],
    ['the order itself', twin('9', MAY, [item({ unitPrice: 1 })])],
  ])('leaves out %s', (_name, other) => {
    expect(priceTruth(item(), order, [other])).toMatchObject({ lowestMinor: null, savedMinor: null });
  });

  it('finds by name what a file tells without a SKU, and says nothing of an unknown own price', () => {
    const twins = [twin('1', MAY, [item({ skuId: null, name: ' MUG', unitPrice: 750 })])];
    expect(priceTruth(item({ unitPrice: null }), order, twins)).toMatchObject({
      lowestMinor: 750,
      savedMinor: null,
    });
  });
});

describe('an earlier purchase', () => {
  const line = (id: string) => ({ ...item({ quantity: 2, lineIds: [`${id}a`, `${id}b`] }) });
  const back = (fields: object) => ({
    ...{ id: 'r', type: 'RETURN_AND_REFUND', status: 'COMPLETE', amount: null, openedAt: null },
    ...{ respondByAt: null, closedAt: null, lineIds: [], received: null },
    ...fields,
  });
  const returned = (fields: object, items = [line('x')]) =>
    earlierPurchases(item(), order, [twin('1', MAY, items, { status: 'COMPLETED', ...fields })])[0];

  it('is none without a payment', () => {
    expect(returned({ status: 'UNPAID' })).toBeUndefined();
    expect(returned({ status: 'UNKNOWN', paidAt: MAY })?.quantity).toBe(2);
  });

  it('says when, how many, and how many of them came back', () => {
    expect(returned({ returns: [back({ lineIds: ['xa'] })] })).toEqual({
      orderKey: 'buyer|acc_b|1',
      boughtAt: MAY,
      quantity: 2,
      returned: 1,
    });
    expect(returned({})?.returned).toBe(0);
    expect(returned({ returns: [back({ lineIds: ['xa', 'xb'] })] })?.returned).toBe(2);
    expect(returned({ returns: [back({ lineIds: ['xa'], status: 'PENDING' })] })?.returned).toBe(0);
    expect(returned({ returns: [back({ lineIds: ['xa'], type: 'CANCELLATION' })] })?.returned).toBe(0);
  });

  it('tells by the names of the returned items only what these tell', () => {
    const one = [item({ quantity: 1 })];
    expect(returned({ returns: [back({ itemNames: ['Mug'] })] }, one)?.returned).toBe(1);
    expect(returned({ returns: [back({ itemNames: ['Mat'] })] }, one)?.returned).toBe(0);
    expect(returned({ returns: [back({ itemNames: ['Mug'] })] })?.returned).toBeNull();
    expect(returned({ returns: [back({})] })?.returned).toBeNull();
  });

  it('is wholly returned when the order is, and unknown where a quantity is', () => {
    const amounts = { ...order.amounts, total: 100, refunded: 100 };
    expect(returned({ amounts })?.returned).toBe(2);
    expect(returned({}, [item({ quantity: null })])).toMatchObject({ quantity: null, returned: 0 });
  });

  it('stands newest first', () => {
    const twins = [twin('1', MAY, [item()]), twin('2', JUNE, [item()]), twin('3', NOW + 5, [item()])];
    expect(earlierPurchases(item(), order, twins).map(({ boughtAt }) => boughtAt)).toEqual([JUNE, MAY]);
  });
});

describe('the keys of a product', () => {
  it('are its SKU and its name with the variation, each once and bounded', () => {
    const items = [
      item(),
      item(),
      item({ skuId: null, name: 'x'.repeat(1000) }),
      item({ skuId: null, name: '' }),
    ];
    const keys = productKeys({ ...order, items });
    expect(keys.slice(0, 2)).toEqual(['sku:77', 'name:mug|blue']);
    expect(keys).toHaveLength(3);
    expect(keys[2]?.length).toBe(300);
  });
});
