import { SECOND } from '../time.ts';
import type { JsonObject } from '../types.ts';
import { dollars } from './money.ts';
import { copyText, picture, template, time, word } from './template.ts';
import type { BuyerItem, BuyerOrder, BuyerRefund } from './types.ts';
import { itemsCard, showsParcels, trackButton } from './wire-cards.ts';
import { detailSubtitles, titleOf } from './wire-status.ts';

const REFUND_TITLES: Record<BuyerRefund['state'], string> = {
  pending: 'Refund processing',
  returning: 'Return in progress',
  issued: 'Refund issued',
};

function refundSubtitle({ issuedAt, requestedAt, returnParcel }: BuyerRefund): JsonObject {
  if (issuedAt !== null) return template('Refunded on {{time}}', time(issuedAt));
  if (returnParcel === null) return template('Requested on {{time}}', time(requestedAt));
  const { carrier, trackingNumber } = returnParcel;
  return template('{{carrier}} {{tracking_number}}', word(carrier), copyText(trackingNumber));
}

function refundInfo({ id, items, refund }: BuyerOrder): JsonObject {
  if (!refund) return {};
  const back = refund.items.map((index) => items[index]).filter((item): item is BuyerItem => Boolean(item));
  const card = {
    skus: back.map(({ name, image }) => ({ image: picture(image), product_name: name })),
    title: template(REFUND_TITLES[refund.state]),
    subtitle: refundSubtitle(refund),
    link: `aweme://webview?main_order_id=${id}&reverse_main_order_id=${refund.id}`,
  };
  const right_title = dollars(refund.amount);
  return { refund_info: { title: 'Refund', right_title, reverse_info_cards: [card] } };
}

function address({ address: to }: BuyerOrder): JsonObject {
  const items = [
    { key: 'name', value: to.name },
    { key: 'email', value: to.email },
    { key: 'address', value: to.street },
    { key: 'zipcode', value: to.zip },
    { key: 'phone', value: to.phone },
  ];
  const districts = [{ name: to.state }, { name: to.city }];
  return { title: 'Shipping address', address: { items, region: { name: 'United States' }, districts } };
}

function infoRows({ id, placedAt, paidAt, deliveredAt, paymentMethod }: BuyerOrder): JsonObject[] {
  const at = (key: string, value: number | null) =>
    value === null ? [] : [{ key, value: String(value / SECOND), type: 2 }];
  return [
    { key: 'Order ID', value: id, type: 3 },
    ...at('Order date', placedAt),
    ...(paymentMethod === null ? [] : [{ key: 'Payment method', value: paymentMethod, type: 1 }]),
    ...at('Payment time', paidAt),
    ...at('Delivery date', deliveredAt),
  ];
}

/** A line of the bill. */
function billItem(item_name: string, minor: number): JsonObject {
  return { item_name, item_price: { price_str: dollars(minor) } };
}

/** The bill above its total; discounts are lines of their own, below zero. */
export function billOf({ amounts }: BuyerOrder): [label: string, minor: number][] {
  const { items, sellerDiscount, platformDiscount, tax, shipping } = amounts;
  const less = (label: string, minor: number | null): [string, number][] =>
    minor === null ? [] : [[label, -minor]];
  return [
    ['Subtotal', items],
    ...less('Seller discount', sellerDiscount),
    ...less('Platform discount', platformDiscount),
    ['Sales tax', tax],
    ['Shipping', shipping],
  ];
}

function orderInfo(order: BuyerOrder): JsonObject {
  const { total } = order.amounts;
  const link = `aweme://webview?main_order_id=${order.id}&template_key=us_buyer_receipt`;
  return {
    title: 'Order info',
    info_form: { info_list: infoRows(order) },
    price: {
      bill_items: billOf(order).map(([label, minor]) => billItem(label, minor)),
      total: { price_str: dollars(total) },
      total_bill_item: billItem('Total', total),
    },
    buttons: order.deliveredAt === null ? [] : [{ text: 'Download the receipt', type: 4, link }],
  };
}

/** The `dynamic_data` of an order's own page. */
export function detailData(order: BuyerOrder, now: number): JsonObject {
  const placed = template('Order placed on {{time}}', time(order.placedAt));
  const isSaid = order.returnByAt !== null || order.cancelledAt !== null;
  return {
    order_status_card: {
      status: { title: titleOf(order), subtitles: detailSubtitles(order, now) },
      order_desc: isSaid ? [] : [placed],
      button: order.parcels.length === 1 && showsParcels(order) ? trackButton(order) : [],
    },
    ...refundInfo(order),
    items_card: itemsCard(order),
    address: address(order),
    order_info: orderInfo(order),
  };
}
