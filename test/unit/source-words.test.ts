import { describe, expect, it } from 'vitest';
import { fieldValue } from '../../components/dashboard/order/field-words.ts';
import { sourceName } from '../../components/shared/source-words.ts';
import { emptyOrder } from '../../lib/model/order.ts';
import { FILE_SOURCES } from '../../lib/sources/files/registry.ts';
import { SOURCES } from '../../lib/sources/registry.ts';

// One workbook holds sheets of both kinds: its orders and its payments name the kind that they came from.
const SHEETS = ['files/seller-orders-xlsx', 'files/seller-finance-xlsx'];

describe('the name of a source', () => {
  it.each([...SOURCES, ...FILE_SOURCES].map(({ id }) => id).concat(SHEETS))('%s is in plain words', (id) => {
    expect(sourceName(id)).not.toContain('/');
  });

  it('is its id where this version does not know it', () => {
    expect(sourceName('tracking/later')).toBe('tracking/later');
  });
});

describe('a status that changed', () => {
  it.each([
    ['buyer', 'IN_TRANSIT', 'On its way'],
    ['buyer', 'UNPAID', 'Waits for your payment'],
    ['seller', 'IN_TRANSIT', 'In transit'],
    ['seller', 'SOMETHING_NEW', 'SOMETHING_NEW'],
  ] as const)('is told to a %s, %s, as "%s"', (role, status, words) => {
    const order = emptyOrder('1', { role, account: 'acc', market: 'US' });
    expect(fieldValue('status', status, order, 0)).toBe(words);
  });
});
