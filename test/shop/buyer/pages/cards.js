import { box, element, goTo, picture, separator } from './dom.js';
import { fill, pieces } from './template.js';

const SHOWN_SKUS = 5;
const ADDRESS_OF = [
  ['fe_tiktok_ecommerce_logistics_detail', '/shop/logistics_detail'],
  ['fe_tiktok_ecommerce_reverse_init', '/feedback/view/fe_tiktok_ecommerce_in_web/reverse_init/index.html'],
];

function addressOf(link = '') {
  const [, page] = ADDRESS_OF.find(([name]) => link.includes(name)) ?? [];
  const query = link.slice(link.indexOf('main_order_id'));
  return page ? `${page}?${query}` : null;
}

/** The buttons of a card; the page never shows "Return". */
export function buttonRow(buttons = []) {
  const shown = buttons.filter(({ name }) => name !== 'request_return');
  const nodes = shown.map(({ text, link }) => {
    const onclick = () => {
      const address = addressOf(link);
      if (address) goTo(address);
    };
    return element('button', { class: 'button-W2gNQ8 P1-Regular py-8 px-16 h-auto', onclick }, text);
  });
  return nodes.length > 0 ? box('flex justify-end items-center gap-8 P2-Regular', ...nodes) : null;
}

/** A filled template as the detail page writes it: what came from its data stands out. */
export function spans(value) {
  return pieces(value).map(({ text, isData, isCopy }) =>
    element(
      'span',
      { class: isCopy ? 'underline cursor-pointer' : isData ? 'text-color-UIText1' : undefined },
      text,
    ),
  );
}

function sku({ product_name: name, sale_props_str: variation, image, price, sku_amount: amount }) {
  const money = box(
    'flex items-center gap-4',
    box('H4-Semibold text-color-UIText1', price?.real_price?.price_str ?? ''),
    box('H4-Regular text-color-UIText3 line-through', price?.original_price ?? ''),
  );
  const text = 'P1-Regular text-color-UIText1 whitespace-nowrap text-ellipsis overflow-hidden';
  return box(
    'flex flex-col',
    box(
      'flex gap-16',
      picture(image, name, 'w-90 h-90 object-cover rounded-4'),
      box(
        'flex flex-col justify-between flex-1 overflow-hidden',
        box('flex flex-col gap-4', box(text, name), box('P2-Regular text-color-UIText3', variation ?? '')),
        box('flex justify-between items-center', money, box('H4-Semibold text-color-UIText2', `x${amount}`)),
      ),
    ),
  );
}

/** The first five SKUs; the rest once somebody asks for them. */
function skuRows(skus) {
  const rest = skus.slice(SHOWN_SKUS);
  if (rest.length === 0) return skus.map(sku);
  const more = element('button', { class: 'P1-Regular text-color-UIText2' }, 'See more');
  more.addEventListener('click', () => more.replaceWith(...rest.map(sku)));
  return [...skus.slice(0, SHOWN_SKUS).map(sku), more];
}

function seller({ name, avatar, store_label: label }) {
  const verified = label?.official_label
    ? element('img', { src: label.official_label.label_image_light.url_list[0], width: 12, height: 12 })
    : null;
  const face = picture(avatar, name, 'w-24 h-24 rounded-[50%]');
  return box('flex items-center gap-12', face, box('H4-Bold text-color-UIText1', name), verified);
}

function tips(value) {
  const lines = (value?.texts_with_link ?? []).map(({ text, link_text: link }) =>
    box(
      'flex flex-wrap gap-[0.25em]',
      box('P2-Regular text-color-UIText1', ...spans(text)),
      link ? box('P2-Semibold text-color-ECAzureText', link.text) : null,
    ),
  );
  const line = separator('tux-separator-Kkpk3W tux-separator--horizontal-ddg3fB tux-separator--thin-q9aN30');
  return box('flex flex-col gap-12', box('my-16', line), box('flex flex-col gap-12', ...lines));
}

function parcelStatus(card = {}) {
  const lines = (card.subtitles ?? []).map((line) => box('P1-Regular text-color-UIText2', ...spans(line)));
  const link = card.link
    ? box(
        'flex items-center gap-4 cursor-pointer',
        box('H4-Semibold text-color-UITextInfo font-semibold', card.link.text),
      )
    : null;
  const title = box('H3-Bold text-color-UIText1', element('span', {}, fill(card.title)));
  return box(
    'flex flex-col gap-8 p-16 background-color-UIPageGrouped3 rounded-6',
    title,
    ...lines,
    link,
    buttonRow(card.button),
  );
}

function parcelCard(card) {
  const head = box(
    'flex justify-between',
    box('H4-Bold text-color-UIText1', card.title),
    box('P1-SemiBold text-color-UIText1', card.item_count),
  );
  return box(
    'flex flex-col gap-12 p-16',
    head,
    parcelStatus(card.package_status_card),
    // The real page draws a parcel's buttons twice.
    buttonRow(card.package_status_card?.button),
    seller(card.seller),
    ...skuRows(card.skus ?? []),
    tips(card.aftersale_tips),
    buttonRow(card.button),
  );
}

/** What was bought, by parcel or in one card. */
export function itemsCard(value = {}) {
  const isParcels = value.card_type === 2;
  const parts = isParcels
    ? (value.package_cards ?? []).map(parcelCard)
    : (value.main_order_cards ?? []).map((card) =>
        box('flex flex-col gap-16', seller(card.seller), ...skuRows(card.skus ?? [])),
      );
  const end = isParcels ? [] : [tips(value.aftersale_tips), buttonRow(value.button)];
  return box('flex flex-col gap-16 p-16 background-color-UIPageFlat1 rounded-6 shadow', ...parts, ...end);
}
