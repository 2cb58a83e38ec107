import { describe, expect, it } from 'vitest';
import { dataExportJson, dataExportTxt, expectedExportOrders } from '../shop/buyer/data-export.ts';
import { expectedBuyerOrders } from '../shop/buyer/expected.ts';
import { generateBuyerOrders } from '../shop/buyer/generator.ts';
import type { BuyerOrder } from '../shop/buyer/types.ts';

const NOW = Date.UTC(2026, 10, 21, 5);
const orders: BuyerOrder[] = generateBuyerOrders(60, 7, NOW);

describe('the data export of a buyer', () => {
  it('has every order under its number, with the second and the total that the pages know', () => {
    const shop = JSON.parse(dataExportJson(orders))['TikTok Shop'];
    const histories = shop['Order History'].OrderHistories;
    expect(Object.keys(histories).toSorted()).toEqual(orders.map(({ id }) => id).toSorted());
    for (const { id, placedAt, amounts, items } of orders) {
      const entry = histories[id];
      expect(Date.parse(`${entry.order_date.replace(' ', 'T')}Z`)).toBe(placedAt);
      expect(entry.total_price).toBe(`${(amounts.total / 100).toFixed(2)} USD`);
      expect(entry.Products).toHaveLength(items.length);
    }
    expect(Object.keys(shop)).toHaveLength(12);
  });

  it('has null in every section of a buyer without orders', () => {
    const sections = Object.values(JSON.parse(dataExportJson([]))['TikTok Shop']) as object[];
    const values = sections.flatMap((section) => Object.values(section));
    expect(values.filter((value) => value !== null)).toEqual([{ TikTokFavoriteItemList: null }]);
  });

  it('has the TXT files that public code reads, in English and in Dutch', () => {
    const english = dataExportTxt(orders)['TikTok Shop/Order History.txt'] ?? '';
    expect([...english.matchAll(/^Order number: (\d{18})$/gm)].map(([, id]) => id)).toEqual(
      orders.map(({ id }) => id),
    );
    const products = [...english.matchAll(/\n>>[A-Za-z]+:\n(.+)\n(.+)\n>>[A-Za-z]+:(.+)\n/g)];
    expect(products.map(([, name]) => name)).toEqual(
      orders.flatMap(({ items }) => items.map((item) => item.name)),
    );
    const dutch = dataExportTxt(orders, 'nl')['TikTok Shop/Bestelgeschiedenis.txt'] ?? '';
    expect(dutch).toContain('Totale prijs (inclusief verzendkosten): ');
    expect(dataExportTxt([])['TikTok Shop/Order History.txt']).toBe('You have no data in this section');
  });

  it('tells the same orders as the pages, and less of each', () => {
    const pages = expectedBuyerOrders(orders, 'all');
    expectedExportOrders(orders).forEach((order, index) => {
      const page = pages[index];
      expect([order.id, order.placedAt, order.amounts.total]).toEqual([
        page?.id,
        page?.placedAt,
        page?.amounts.total,
      ]);
      expect(order.items.map(({ name, quantity }) => [name, quantity])).toEqual(
        page?.items.map(({ name, quantity }) => [name, quantity]),
      );
      expect([order.counterparty, order.packages, order.amounts.tax]).toEqual([null, [], null]);
    });
  });
});
