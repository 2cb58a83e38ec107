import { fetchDetail } from './api.js';
import { buttonRow, itemsCard, spans } from './cards.js';
import { box, element, picture } from './dom.js';
import { dateTime, fill } from './template.js';

const CARD = 'flex flex-col gap-8 p-16 background-color-UIPageFlat1 flex-1 rounded-6 shadow';

function statusCard({ status = {}, order_desc: notes = [], button } = {}) {
  const lines = [...(status.subtitles ?? []), ...(notes ?? [])];
  return box(
    'flex flex-col gap-12 p-16 background-color-UIPageFlat1 rounded-6 shadow',
    box(
      'flex flex-col gap-4',
      box('H3-Bold text-color-UIText1', element('span', {}, fill(status.title))),
      ...lines.map((line) => box('P2-Regular text-color-UIText3', ...spans(line))),
    ),
    buttonRow(button),
  );
}

function refundRow({ skus = [], title, subtitle }) {
  const [first] = skus;
  return box(
    'flex items-center p-12 cursor-pointer',
    picture(first?.image, first?.product_name ?? '', 'w-80 h-80 object-cover rounded-4'),
    box(
      'flex flex-col flex-1 gap-4 px-8',
      box('H4-Bold text-color-UIText1', fill(title)),
      box('P3-Regular text-color-UIText3', fill(subtitle)),
    ),
  );
}

function refundCard(info) {
  if (!info) return null;
  const head = box(
    'flex justify-between items-center',
    box('H3-Bold text-color-UIText1', info.title),
    box('P1-Semibold text-color-UIText1', info.right_title),
  );
  return box(CARD, head, ...(info.reverse_info_cards ?? []).map(refundRow));
}

function addressCard({ title, address = {} } = {}) {
  const value = (key) => address.items?.find((item) => item.key === key)?.value;
  const places = [...(address.districts ?? [])].reverse().map(({ name }) => name);
  const city = element(
    'span',
    { class: 'P1-Regular text-color-UIText2' },
    [...places, address.region?.name].join(', '),
  );
  const zip = element('span', { class: 'P1-Regular text-color-UIText2' }, `, ${value('zipcode')}`);
  const line = (key) => (value(key) ? box('P1-Regular text-color-UIText2', value(key)) : null);
  return box(
    CARD,
    box('H4-Semibold text-color-UIText1 mb-2', title ?? ''),
    box('H4-Semibold text-color-UIText1', value('name') ?? ''),
    line('email'),
    line('address'),
    box('flex items-center', city, zip),
    line('phone'),
  );
}

function row(key, value, kind = 'P2-Regular') {
  return box(
    'flex justify-between items-center',
    box(`${kind} text-color-UIText${kind === 'P2-Bold' ? 1 : 2}`, key),
    box(`${kind} text-color-UIText1`, value),
  );
}

function infoCard({ title, info_form: form } = {}) {
  const rows = (form?.info_list ?? []).map(({ key, value, type }) =>
    row(key, type === 2 ? dateTime(value, ' ') : value),
  );
  return box(CARD, box('H4-Semibold text-color-UIText1 mb-2', title ?? ''), ...rows);
}

function billCard({ price = {} } = {}) {
  const bill = (price.bill_items ?? []).map((item) => row(item.item_name, item.item_price?.price_str));
  const total = price.total_bill_item;
  const last = total ? [row(total.item_name, total.item_price?.price_str, 'P2-Bold')] : [];
  return box('flex flex-col gap-16 p-16 background-color-UIPageFlat1 rounded-6 shadow', ...bill, ...last);
}

function draw(data) {
  return [
    statusCard(data.order_status_card),
    refundCard(data.refund_info),
    itemsCard(data.items_card),
    box('flex justify-between gap-16', addressCard(data.address), infoCard(data.order_info)),
    billCard(data.order_info),
    buttonRow(data.order_info?.buttons),
  ].filter((node) => node !== null);
}

/** The page of one order. */
export function detailPage(state, id) {
  const back = element('button', { class: 'w-20 h-20', onclick: () => history.back() }, '‹');
  const head = box('H2-Bold text-color-UIText1Display', 'Order details');
  const node = box(
    'flex flex-col gap-16 2xl:px-60 lg:px-32 px-20 py-16',
    box('flex items-center gap-8 mb-16', back, head),
  );
  state.loading = true;
  fetchDetail(id)
    .then((data) => node.append(...draw(data)))
    .catch((error) => {
      state.error = String(error);
      node.append(box('P2-Regular text-color-UIText2', 'Something went wrong. Try again.'));
    })
    .finally(() => Object.assign(state, { loading: false, renders: state.renders + 1 }));
  return node;
}
