import type { JsonObject } from '../types.ts';
import { dollars } from './money.ts';
import { copyText, eta, picture, template, word } from './template.ts';
import type { BuyerItem, BuyerKind, BuyerOrder, BuyerParcel } from './types.ts';
import { sellerInfo } from './wire-list.ts';
import { parcelTitle } from './wire-status.ts';

const TRACKING_PAGE = 'https://oec-api.tiktokv.com/view/fe_tiktok_ecommerce_logistics_detail/index.html';
const REVERSE_PAGE = 'https://oec-api.tiktokv.com/view/fe_tiktok_ecommerce_reverse_init/index.html';

function webview(page: string, query: string): string {
  return `aweme://webview?url=${encodeURIComponent(page)}&${query}`;
}

function trackLink(order: BuyerOrder, parcel: BuyerParcel): string {
  return webview(TRACKING_PAGE, `main_order_id=${order.id}&pkg_id=${parcel.id}&type=1`);
}

/** "Track package" for a parcel, the first unless told. */
export function trackButton(order: BuyerOrder, parcel = order.parcels[0]): JsonObject[] {
  if (!parcel) return [];
  return [{ name: 'track_package', text: 'Track package', type: 2, link: trackLink(order, parcel) }];
}

const REVERSE: Partial<Record<BuyerKind, readonly [name: string, text: string, flow: number]>> = {
  'just-paid': ['request_cancel_refund', 'Cancel order', 2],
  'to-ship': ['request_cancel_refund', 'Cancel order', 2],
  'in-transit': ['request_cancel_or_refund', 'Cancel/Refund', 1],
  'out-for-delivery': ['request_cancel_or_refund', 'Cancel/Refund', 1],
  delivered: ['request_reverse', 'Return/Refund', 3],
  completed: ['request_return', 'Return', 3],
};

function reverseButtons({ id, kind }: BuyerOrder): JsonObject[] {
  const found = REVERSE[kind];
  if (!found) return [];
  const [name, text, flow] = found;
  return [{ name, text, type: 2, link: webview(REVERSE_PAGE, `main_order_id=${id}&step_flow_type=${flow}`) }];
}

function sku({ skuId, name, variation, quantity, unitPrice, listPrice, image }: BuyerItem): JsonObject {
  return {
    sku_id: skuId,
    product_name: name,
    sale_props_str: variation,
    image: picture(image),
    price: {
      real_price: { price_str: dollars(unitPrice) },
      ...(listPrice === null ? {} : { original_price: dollars(listPrice) }),
    },
    sku_amount: quantity,
  };
}

function tips({ isFinalSale }: BuyerOrder): JsonObject {
  const protection = {
    text: template('Get support with our '),
    link_text: { type: 1, style: 1, text: 'extended protection program' },
  };
  const final = { text: template("Final sale: this item can't be returned or refunded") };
  return { texts_with_link: [isFinalSale ? final : protection] };
}

function packageStatus(order: BuyerOrder, parcel: BuyerParcel): JsonObject {
  const { carrier, trackingNumber, events } = parcel;
  const number =
    trackingNumber === null
      ? []
      : [template('{{carrier}} {{tracking_number}}', word(carrier), copyText(trackingNumber))];
  const isOneOfSeveral = order.parcels.length > 1;
  const arriving =
    isOneOfSeveral && parcel.eta ? [template('Estimated delivery: {{eta}}', ...eta(parcel.eta))] : [];
  const last = events[0]?.text ?? 'The seller is preparing your package';
  return {
    title: parcelTitle(parcel),
    subtitles: [...number, ...arriving],
    link: { text: last, link: trackLink(order, parcel) },
    button: parcel.state === 'in-transit' ? trackButton(order, parcel) : [],
  };
}

function packageCard(order: BuyerOrder, parcel: BuyerParcel, index: number): JsonObject {
  const items = order.items.filter((_item, position) => parcel.items.includes(position));
  const count = items.reduce((sum, item) => sum + item.quantity, 0);
  return {
    title: `Package ${index + 1}`,
    item_count: count === 1 ? '1 item' : `${count} items`,
    package_status_card: packageStatus(order, parcel),
    seller: sellerInfo(order),
    skus: items.map(sku),
    button: reverseButtons(order),
    aftersale_tips: tips(order),
  };
}

const ONE_CARD: readonly BuyerKind[] = ['completed', 'refunded', 'refunded-part'];

/** Whether the detail page shows an order's parcels; one that is long done has its items only. */
export function showsParcels({ kind, parcels }: BuyerOrder): boolean {
  return parcels.length > 0 && !ONE_CARD.includes(kind);
}

/** What was bought: by parcel once there are any, else in one card. */
export function itemsCard(order: BuyerOrder): JsonObject {
  if (showsParcels(order)) {
    return {
      card_type: 2,
      package_cards: order.parcels.map((parcel, index) => packageCard(order, parcel, index)),
    };
  }
  return {
    card_type: 1,
    main_order_cards: [{ seller: sellerInfo(order), skus: order.items.map(sku) }],
    button: reverseButtons(order),
    aftersale_tips: tips(order),
  };
}
