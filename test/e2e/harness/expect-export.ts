import { expect } from 'vitest';
import type { ExpectedOrder } from '../../shop/expected.ts';
import { type ExportFile, exportFrom } from './product.ts';
import type { Tab } from './types.ts';

/** Orders as the shop tells them: in one order, without what only the extension knows. */
function plain(orders: readonly ExpectedOrder[]): ExpectedOrder[] {
  const known = orders.map((order) => {
    const { account, sources, ...rest } = order as ExpectedOrder & Partial<ExportFile['orders'][number]>;
    return rest;
  });
  // Shops that were generated alike have the same ids.
  const keyOf = ({ id, market, items }: ExpectedOrder): string => [id, market, items[0]?.productId].join();
  return known.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

/** Waits until the export holds exactly these orders, each field as told; returns that export. Fields may be added. */
export async function expectExport(data: Tab, expected: readonly ExpectedOrder[]): Promise<ExportFile> {
  let file: ExportFile | undefined;
  const exported = async (): Promise<ExpectedOrder[]> => {
    file = await exportFrom(data);
    return plain(file.orders);
  };
  await expect.poll(exported, { timeout: 20_000, interval: 400 }).toMatchObject(plain(expected));
  if (!file) throw new Error('Nothing was exported');
  return file;
}
