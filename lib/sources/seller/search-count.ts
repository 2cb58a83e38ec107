import * as z from 'zod/mini';
import { emptyReading, type Source } from '../source.ts';
import { openEnvelope } from './envelope.ts';
import { scalar } from './main-order-schema.ts';

const ROUTE = /^\/api\/(?:v1\/)?fulfillment\/(?:na\/)?order\/search_count$/;

// The code of the tab To ship.
const TO_SHIP_TAB = '101';

const SearchCount = z.object({ count_map: z.record(z.string(), scalar) });

/** `POST …/order/search_count`: Seller Center's own counts by tab code (101 is To ship). */
export const searchCount: Source = {
  id: 'seller/search-count',
  matches: (url) => ROUTE.test(url.pathname),
  read(input) {
    const opened = openEnvelope(input.body);
    if ('reading' in opened) return opened.reading;
    const reading = emptyReading();
    const parsed = SearchCount.safeParse(opened.data);
    if (!parsed.success) {
      reading.misses.push({ path: 'count_map', expected: 'record', got: 'absent' });
      return reading;
    }
    const count = Number(parsed.data.count_map[TO_SHIP_TAB] ?? Number.NaN);
    if (Number.isSafeInteger(count)) reading.toShipCount = count;
    else reading.misses.push({ path: `count_map.${TO_SHIP_TAB}`, expected: 'count', got: 'absent' });
    return reading;
  },
};
