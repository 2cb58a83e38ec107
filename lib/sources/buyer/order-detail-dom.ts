import { MissLog } from '../misses.ts';
import { seenBy } from '../seller/order-list.ts';
import { emptyReading, type Source } from '../source.ts';
import { parseTolerant } from '../tolerant.ts';
import { partsOfFacts } from './detail-facts.ts';
import { orderOfDetail } from './detail-order.ts';
import { contextOf, DetailFacts, marketOfFacts } from './facts-schema.ts';
import { isId } from './links.ts';
import { PriceReader } from './price-reader.ts';

const ROOT = 'detail_page';

/** What `readDetailPage` read off `/shop/order_detail`: the fallback where its answer was missed. */
export const buyerOrderDetailDom: Source = {
  id: 'buyer/order-detail-dom',
  matches: (url) => url.pathname === '/shop/order_detail' && url.hash === '#dom',
  read(input) {
    const reading = emptyReading();
    const { value: facts, misses } = parseTolerant(DetailFacts, input.body, ROOT);
    const log = new MissLog();
    log.addAll(misses);
    const asked = input.url.searchParams.get('main_order_id');
    const orderId = isId(asked) ? asked : facts?.orderId;
    if (!facts || !orderId) {
      log.add({ path: `${ROOT}.orderId`, expected: 'id', got: 'absent' });
      return { ...reading, misses: log.toArray(), brokenCount: 1 };
    }
    const reader = new PriceReader(ROOT, null, marketOfFacts(input, facts.region));
    const parts = partsOfFacts(facts, orderId, contextOf(facts.timeZone, input.seenAt));
    const order = orderOfDetail(parts, reader, input);
    log.addAll(reader.misses);
    const orders = [seenBy(order, buyerOrderDetailDom.id, input.seenAt)];
    return { ...reading, misses: log.toArray(), orders };
  },
};
