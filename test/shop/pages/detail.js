import { fetchDetail, fetchHistory, fetchTracks } from './api.js';
import { element, price, skuList, statusWord, when } from './dom.js';

function facts(pairs) {
  const nodes = pairs.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]);
  return element('dl', {}, ...nodes);
}

function card(title, ...children) {
  return element('section', { class: 'card' }, element('h2', {}, title), ...children);
}

function eye(state) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('data-log_click_for', 'open_phone_plaintext');
  svg.setAttribute('width', '14');
  svg.setAttribute('height', '14');
  // Nobody but the seller may ever click this; tests look at the count.
  svg.addEventListener('click', () => {
    state.plaintextClicks += 1;
  });
  return svg;
}

function orderCard(order) {
  const { trade_order_module: trade = {}, price_module: money = {} } = order;
  return card(
    `Order ID: ${order.main_order_id}`,
    facts([
      ['Status', statusWord(order)],
      ['Placed', when(trade.create_time)],
      ['Paid', when(trade.payment_time)],
      ['Ship by', when(trade.latest_rts_time)],
      ['Payment method', trade.pay_method ?? '–'],
      ['Subtotal', price(money.sub_total)],
      ['Shipping', price(money.shipping_fee)],
      ['Total', price(money.grand_total)],
    ]),
  );
}

function buyerCard(order, state) {
  const items = order.buyer_info_module?.shipping_address?.items ?? [];
  const name =
    items.find((item) => item.key === 'name')?.value ?? order.buyer_info_module?.buyer_nickname ?? '–';
  return card(
    'Shipping address',
    element('dl', {}, element('dt', {}, 'Name'), element('dd', {}, name, eye(state))),
  );
}

function eventTable(events) {
  const rows = events.map(([at, title, text]) =>
    element('tr', {}, element('td', {}, when(at)), element('td', {}, title), element('td', {}, text ?? '')),
  );
  return element('table', {}, element('tbody', {}, ...rows));
}

function tracksCard(packages) {
  const tables = packages.map((parcel) =>
    eventTable(
      (parcel.logistic_detail?.track_list ?? []).map((track) => [track.time, track.title, track.content]),
    ),
  );
  return card(
    'Logistics',
    ...(tables.length > 0 ? tables : [element('p', { class: 'error' }, 'Not shipped yet')]),
  );
}

function historyCard(history) {
  return card(
    'History',
    eventTable(history.map((event) => [event.timestamp, event.description, event.detail])),
  );
}

async function part(state, slot, load, draw) {
  try {
    const value = await load();
    slot.replaceChildren(...(value === null ? [] : draw(value)));
  } catch (error) {
    state.error = String(error);
    slot.replaceChildren(element('p', { class: 'error' }, 'Something went wrong. Please try again.'));
  }
}

/** Shows one order; its three parts come from three calls. */
export async function showDetail(root, state, id, open) {
  Object.assign(state, { orderId: id, error: null, loading: true });
  const back = (event) => {
    event.preventDefault();
    open('/order');
  };
  const [detail, tracks, history] = [element('div'), element('div'), element('div')];
  const link = element('a', { href: '/order', onclick: back }, 'Manage orders');
  root.replaceChildren(element('p', {}, link), element('h1', {}, 'Order details'), detail, tracks, history);
  const drawOrder = (order) => [
    orderCard(order),
    card('Products', element('div', { class: 'skus' }, ...skuList(order))),
    buyerCard(order, state),
  ];
  await Promise.all([
    part(state, detail, () => fetchDetail(id), drawOrder),
    part(
      state,
      tracks,
      () => fetchTracks(id),
      (packages) => [tracksCard(packages)],
    ),
    part(
      state,
      history,
      () => fetchHistory(id),
      (events) => [historyCard(events)],
    ),
  ]);
  if (state.orderId !== id) return;
  state.loading = false;
  state.renders += 1;
}
