import { type FieldReader, textOf } from '../seller/fields.ts';
import type { DetailParts, ParcelPart, ReversePart, SkuPart } from './detail-parts.ts';
import type { OrderDetail, PackageCard, Price, ReverseCard, Sku } from './detail-schema.ts';
import type { Line, LineContext } from './line.ts';
import { linkParam } from './links.ts';
import { lineOf, type Template } from './template.ts';

/** `info_list[].type` 2: the value is unix seconds. */
const TIME_ROW = 2;

/** The detail answer in the form that both readers of the page share. */
export function partsOfPayload(
  detail: OrderDetail,
  orderId: string,
  context: LineContext,
  reader: FieldReader,
): DetailParts {
  const { order_status_card: card, items_card: items, order_info: info, refund_info: refund } = detail;
  const line = (template: Template) => lineOf(template, context);
  const shops = [...(items?.main_order_cards ?? []), ...(items?.package_cards ?? [])];
  const price = info?.price;
  const totalText = priceText(price?.total) ?? priceText(price?.total_bill_item?.item_price);
  const bill = [...(price?.bill_items ?? []), ...(price?.total_bill_item ? [price.total_bill_item] : [])];
  return {
    orderId,
    title: card?.status?.title ? line(card.status.title) : null,
    lines: [...(card?.status?.subtitles ?? []), ...(card?.order_desc ?? [])].map(line),
    shop: shops.map(({ seller }) => textOf(seller?.name)).find((name) => name !== null) ?? null,
    skus: (items?.main_order_cards ?? []).flatMap(({ skus }) => (skus ?? []).map(skuOf)),
    parcels: (items?.package_cards ?? []).map((parcel) => parcelOf(parcel, line)),
    trackedParcelId: paramOf(card?.button, 'pkg_id'),
    refundText: priceText(refund?.right_title),
    reverses: (refund?.reverse_info_cards ?? []).map((entry) => reverseOf(entry, line)),
    info: (info?.info_form?.info_list ?? []).map(({ key, value, type }) => ({
      label: key?.trim() ?? '',
      text: textOf(value) ?? '',
      at: type === TIME_ROW ? reader.time('order_info.info_form.info_list[].value', value) : null,
    })),
    bill: bill.map((row) => ({ label: row.item_name ?? '', priceText: priceText(row.item_price) })),
    totalText,
    shipTo: shipToOf(detail),
    buttons: buttonsOf(detail),
    notes: notesOf(detail, line),
  };
}

function priceText(price: Price): string | null {
  return textOf(typeof price === 'object' ? price?.price_str : price);
}

function skuOf(sku: Sku): SkuPart {
  return {
    skuId: textOf(sku.sku_id),
    name: sku.product_name?.trim() ?? '',
    variation: textOf(sku.sale_props_str),
    priceText: priceText(sku.price?.real_price),
    listPriceText: priceText(sku.price?.original_price),
    quantity: textOf(sku.sku_amount) === null ? null : Number(sku.sku_amount),
  };
}

function parcelOf(card: PackageCard, line: (template: Template) => Line): ParcelPart {
  const status = card.package_status_card;
  return {
    id:
      linkParam(status?.link?.link, 'pkg_id') ??
      paramOf(status?.button, 'pkg_id') ??
      paramOf(card.button, 'pkg_id'),
    title: status?.title ? line(status.title) : null,
    lines: (status?.subtitles ?? []).map(line),
    lastScan: textOf(status?.link?.text),
    skus: (card.skus ?? []).map(skuOf),
  };
}

function reverseOf(card: ReverseCard, line: (template: Template) => Line): ReversePart {
  return {
    id: linkParam(card.link, 'reverse_main_order_id'),
    title: card.title ? line(card.title) : null,
    subtitle: card.subtitle ? line(card.subtitle) : null,
    productNames: (card.skus ?? []).flatMap(({ product_name: name }) => textOf(name) ?? []),
  };
}

function paramOf(
  buttons: readonly { link?: string | null }[] | null | undefined,
  name: string,
): string | null {
  return (buttons ?? []).map(({ link }) => linkParam(link, name)).find((id) => id !== null) ?? null;
}

// As the page writes it: name, street, then districts from small to large, region and postcode. Phone and e-mail stay out.
function shipToOf({ address }: OrderDetail): string | null {
  const place = address?.address;
  const itemOf = (key: string) => textOf(place?.items?.find((item) => item.key === key)?.value);
  const districts = (place?.districts ?? []).map(({ name }) => textOf(name)).reverse();
  const parts = [
    itemOf('name'),
    itemOf('address'),
    ...districts,
    textOf(place?.region?.name),
    itemOf('zipcode'),
  ];
  return parts.filter((part) => part !== null).join(', ') || null;
}

function buttonsOf({ order_status_card: card, items_card: items }: OrderDetail): string[] {
  const parcels = items?.package_cards ?? [];
  const skus = [...parcels, ...(items?.main_order_cards ?? [])].flatMap((entry) => entry.skus ?? []);
  const lists = [
    card?.button,
    items?.button,
    ...parcels.map(({ button }) => button),
    ...skus.map(({ button }) => button),
  ];
  return lists.flatMap((buttons) => (buttons ?? []).flatMap(({ name, text }) => [name ?? '', text ?? '']));
}

function notesOf(
  { order_status_card: card, items_card: items }: OrderDetail,
  line: (template: Template) => Line,
): string[] {
  const parcels = items?.package_cards ?? [];
  // The tips below all goods are general; a parcel's are of its goods.
  const tips = parcels.map((parcel) => parcel.aftersale_tips);
  const skus = [...parcels, ...(items?.main_order_cards ?? [])].flatMap((entry) => entry.skus ?? []);
  const templates = [
    ...(card?.order_desc ?? []),
    ...(card?.status?.subtitles ?? []),
    ...tips.flatMap((tip) => (tip?.texts_with_link ?? []).map(({ text }) => text)),
    ...parcels.map(({ hnr_info: info }) => templateOf(info)),
    ...skus.map(({ button_top_desc: text }) => (typeof text === 'string' ? { template: text } : text)),
  ];
  return templates.flatMap((template) => (template ? [line(template).text] : []));
}

/** A remark comes as a template, or as an object that holds one. */
function templateOf(info: PackageCard['hnr_info']): Template | null {
  if (!info) return null;
  const { template } = info;
  return typeof template === 'object' ? (template ?? null) : { template };
}
