import { config, fetchCounts, fetchList } from './api.js';
import { element, price, skuList, statusWord, when } from './dom.js';

const TABS = [
  ['100', 'All'],
  ['101', 'To ship'],
  ['102', 'Shipped'],
  ['103', 'Completed'],
  ['104', 'Canceled'],
];

function headerRow(order) {
  const id = String(order.main_order_id);
  const link = element(
    'span',
    { class: 'id-link', 'data-log_click_for': 'order_id_link', 'data-log_main_order_id': id },
    id,
  );
  return element(
    'tr',
    { class: 'order' },
    element('td', {}, 'Order ID: ', link),
    element('td', {}, when(order.trade_order_module?.create_time)),
    element('td', {}, element('div', { 'data-log_click_for': 'contact_buyer' }, 'Contact buyer')),
    element('td', { class: 'money' }, price(order.price_module?.grand_total)),
  );
}

function itemRow(order, open) {
  const href = `/order/detail?order_no=${order.main_order_id}&shop_region=${config.region}`;
  const follow = (event) => {
    event.preventDefault();
    open(href);
  };
  return element(
    'tr',
    {},
    element('td', {}, ...skuList(order)),
    element('td', {}, statusWord(order)),
    element('td', {}, element('span', { class: 'muted' }, order.trade_order_module?.pay_method ?? '')),
    element('td', { class: 'money' }, element('a', { href, onclick: follow }, 'View details')),
  );
}

function skeleton() {
  const heads = ['Order', 'Status', 'Payment', 'Total'].map((text) => element('th', {}, text));
  return element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody'));
}

/** The order list; every refresh replaces the rows with new ones, as React with new keys does. */
export class ListPage {
  constructor(root, state, open) {
    Object.assign(this, { root, state, open });
    Object.assign(state, { tab: '100', page: 0, rows: 0, total: null, error: null, loading: false });
    this.cursors = [''];
    this.first = true;
    this.turn = 0;
    this.draw();
  }

  draw() {
    const button = (name, text, onclick) =>
      element('button', { type: 'button', 'data-log_click_for': name, onclick }, text);
    this.tabs = element('div', { class: 'tabs', role: 'tablist' });
    this.table = skeleton();
    this.refresh = button('refresh_orders', 'Refresh', () => this.load(this.state.page));
    this.previous = button('page_previous', 'Previous', () => this.load(this.state.page - 1));
    this.next = button('page_next', 'Next', () => this.load(this.state.page + 1));
    this.place = element('span', { class: 'muted' });
    const pager = element('div', { class: 'tabs' }, this.previous, this.next);
    this.root.replaceChildren(
      element('h1', {}, 'Manage orders'),
      this.tabs,
      element('div', { class: 'tools' }, this.refresh, this.place),
      element('div', { class: 'card' }, this.table),
      pager,
    );
    this.drawTabs({});
    this.drawPager(false);
  }

  drawTabs(counts) {
    const buttons = TABS.map(([tab, text]) =>
      element(
        'button',
        {
          type: 'button',
          role: 'tab',
          'aria-selected': String(tab === this.state.tab),
          'data-log_click_for': text.toLowerCase().replace(' ', '_'),
          onclick: () => this.choose(tab),
        },
        counts[tab] === undefined ? text : `${text} ${counts[tab]}`,
      ),
    );
    this.tabs.replaceChildren(...buttons);
  }

  drawPager(more) {
    this.previous.disabled = this.state.page <= 1;
    this.next.disabled = !more;
    this.place.textContent =
      this.state.page === 0 ? '' : `Page ${this.state.page} · ${this.state.total} orders`;
  }

  choose(tab) {
    this.state.tab = tab;
    this.cursors = [''];
    this.load(1);
  }

  async start() {
    await this.load(1);
    try {
      this.drawTabs(await fetchCounts(TABS.map(([tab]) => tab).concat('1100', '1200')));
    } catch (error) {
      this.state.error ??= String(error);
    }
  }

  position(page) {
    const offset = (page - 1) * config.pageSize;
    const cursor = this.cursors[page - 1];
    // Jakarta's list still pages by offset; the others by cursor.
    if (config.market === 'ID' || cursor === undefined)
      return { offset, search_cursor: '', pagination_type: 0 };
    return { offset: 0, search_cursor: cursor, pagination_type: 1 };
  }

  async load(page) {
    this.turn += 1;
    const turn = this.turn;
    Object.assign(this.state, { loading: true, error: null });
    this.drawTabs({});
    const { first } = this;
    this.first = false;
    try {
      const data = await fetchList(this.state.tab, this.position(page), first);
      if (turn === this.turn) this.show(page, data);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    }
  }

  show(page, data) {
    const orders = (data.main_orders ?? []).filter((order) => order?.main_order_id);
    const rows = orders.flatMap((order) => [headerRow(order), itemRow(order, this.open)]);
    this.table.tBodies[0].replaceWith(element('tbody', {}, ...rows));
    this.cursors[page] = data.search_next_cursor;
    const total = Number(data.total_count);
    Object.assign(this.state, { page, rows: orders.length, total, loading: false });
    this.state.renders += 1;
    this.drawPager(data.has_more === true);
  }

  fail(error) {
    const text = element('td', { colspan: '4', class: 'error' }, 'Something went wrong. Please try again.');
    this.table.tBodies[0].replaceWith(element('tbody', {}, element('tr', {}, text)));
    Object.assign(this.state, { rows: 0, loading: false, error: String(error) });
    this.state.renders += 1;
    this.drawPager(false);
  }
}
