import { box, element, goTo, picture, separator, tuxButton } from './dom.js';
import { fill } from './template.js';

function productBox(sku) {
  const shade = box('absolute inset-0');
  return box(
    'relative flex-shrink-0 w-80 h-80 rounded-6 overflow-hidden',
    picture(sku.image, sku.product_name, 'w-full h-full'),
    shade,
  );
}

function cardHead(order) {
  const [{ seller_info: seller = {} } = {}] = order.items;
  const store = box(
    'flex items-center gap-8',
    picture(seller.avatar, seller.name, 'w-20 h-20 rounded-[50%]'),
    box('H4-Semibold text-color-UIText1', seller.name ?? ''),
  );
  const date = box(
    'P3-Regular text-color-UIText2 whitespace-nowrap',
    fill(order.order_info?.order_date, true),
  );
  const color = order.status?.title?.text_style?.color;
  const status = element(
    'div',
    { class: 'H4-Bold text-color-UIText1 whitespace-nowrap', style: color ? { color } : {} },
    fill(order.status?.title, true),
  );
  const line = separator('tux-separator-Kkpk3W tux-separator--vertical-t6bdqb');
  return box('flex justify-between items-center', box('flex items-center gap-12', store, line, date), status);
}

/** One card of the list: no id, no price and no link are in it. */
function card(order) {
  const id = order.items[0]?.main_order_id;
  const open = () =>
    goTo(
      `/shop/order_detail?main_order_id=${id}&source=ecommerce_orderlist&enter_method=order_list_item_click`,
    );
  const skus = order.items.flatMap((item) => item.skus ?? []).map(productBox);
  const subtitle = box(
    'flex-shrink-0 P2-Regular text-color-UIText2',
    fill(order.status?.subtitles?.[0], true),
  );
  const shell = 'flex flex-col gap-12 background-color-UIPageFlat1 p-16 rounded-6 cursor-pointer shadow';
  return element(
    'div',
    { class: shell, onclick: open },
    cardHead(order),
    box('flex items-start gap-12', box('flex items-center gap-12 flex-1 flex-wrap', ...skus), subtitle),
    box('flex justify-end items-center', tuxButton('View order details', open)),
  );
}

/** The order list: cards are added below those that stand there, as React does for a list that grows. */
export class ListPage {
  constructor(state, fetchPage) {
    Object.assign(this, { state, fetchPage, next: undefined });
    this.list = box('flex flex-col gap-16');
    this.foot = box('flex justify-center items-center min-h-40');
    const head = box('H2-Bold text-color-UIText1Display mb-16', 'Orders');
    this.node = box('flex flex-col 2xl:px-60 lg:px-32 px-20 py-16', head, this.list, this.foot);
  }

  async more() {
    Object.assign(this.state, { loading: true, error: null });
    try {
      this.show(await this.fetchPage(this.next));
    } catch (error) {
      this.state.error = String(error);
      this.foot.replaceChildren(box('P2-Regular text-color-UIText2', 'Something went wrong. Try again.'));
    }
    this.state.loading = false;
    this.state.renders += 1;
  }

  show({ orders = [], has_more: hasMore = false, next_index: next }) {
    this.next = next;
    this.list.append(...orders.filter((order) => Array.isArray(order?.items)).map(card));
    Object.assign(this.state, { cards: this.list.childElementCount, hasMore });
    const nothing = this.state.cards === 0 ? [box('P2-Regular text-color-UIText2', 'No orders yet')] : [];
    this.foot.replaceChildren(...(hasMore ? [tuxButton('View more', () => this.more())] : nothing));
  }
}
