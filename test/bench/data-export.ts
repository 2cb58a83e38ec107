import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createRandom } from '../shop/random.ts';

const LINES = 2000;

/**
 * Writes a data export of about so many bytes to disk, piece by piece: the shop's orders between two halves of
 * video history, as large exports are. The same numbers give the same file.
 */
export async function writeDataExport(path: string, bytes: number, orders: number): Promise<void> {
  const file = createWriteStream(path);
  const write = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain');
  };
  const random = createRandom(7);
  const history = async (name: string, until: number) => {
    await write(`"${name}":{"Video Browsing History":{"VideoList":[`);
    for (let isFirst = true; file.writableLength + file.bytesWritten < until; isFirst = false) {
      const videos = Array.from({ length: LINES }, () => videoText(random.next()));
      await write(`${isFirst ? '' : ','}${videos.join(',')}`);
    }
    await write(']}}');
  };
  await write('{');
  await history('Direct Message', bytes / 2);
  await write(',"Profile":{},"TikTok Shop":{"Order History":{"OrderHistories":{');
  for (let index = 0; index < orders; index += 1) await write(`${index === 0 ? '' : ','}${orderText(index)}`);
  await write('}},"Vouchers":{"Vouchers":null}},');
  await history('Your Activity', bytes);
  await write('}');
  file.end();
  await finished(file);
}

function videoText(random: number): string {
  const id = Math.floor(random * 1e15);
  return `{"Date":"${timeText(id % 31_536_000)}","Link":"https://www.tiktokv.com/share/video/7${id}/","Note":"}]\\"{["}`;
}

function orderText(index: number): string {
  const products = Array.from({ length: 1 + (index % 3) }, (_, at) => ({
    product_name: `Product ${(index * 7 + at) % 900} with a name of usual length, in several colours`,
    variation_name: 'Default',
    quantity: 1 + (at % 2),
  }));
  const order = {
    order_date: timeText(index * 3600),
    order_status: index % 9 === 0 ? 'Canceled' : 'Completed',
    total_price: `${5 + (index % 90)}.${10 + (index % 90)} USD`,
    Products: products,
  };
  return `"5771${String(index).padStart(14, '0')}":${JSON.stringify(order)}`;
}

function timeText(seconds: number): string {
  return new Date(Date.UTC(2025, 0, 1) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
