import * as z from 'zod/mini';
import { idScalar, maybe, scalar } from '../seller/main-order-schema.ts';
import { Template } from './template.ts';

// What TikTok's own code reads of an order's detail (buyer-shop.md 2.5); no answer was ever published.

const list = <T extends z.ZodMiniType>(schema: T) => maybe(z.array(schema));
/** A price comes as `{price_str}` or as the text itself. */
const Price = maybe(z.union([z.string(), z.object({ price_str: maybe(z.string()) })]));
const Button = z.object({ name: maybe(z.string()), text: maybe(z.string()), link: maybe(z.string()) });
const StatusCard = { title: maybe(Template), subtitles: list(Template) };
const Seller = maybe(z.object({ name: maybe(z.string()) }));

export const Sku = z.object({
  sku_id: maybe(idScalar),
  product_name: maybe(z.string()),
  sale_props_str: maybe(z.string()),
  price: maybe(z.object({ real_price: Price, original_price: Price })),
  sku_amount: maybe(
    z.union([z.int().check(z.minimum(0), z.maximum(999_999)), z.string().check(z.regex(/^\d{1,6}$/))]),
  ),
  button: list(Button),
  button_top_desc: maybe(z.union([z.string(), Template])),
});

const Tips = maybe(
  z.object({
    texts_with_link: list(
      z.object({ text: maybe(Template), link_text: maybe(z.object({ text: maybe(z.string()) })) }),
    ),
  }),
);

export const PackageCard = z.object({
  title: maybe(z.string()),
  item_count: maybe(scalar),
  hnr_info: maybe(z.union([Template, z.object({ template: maybe(Template) })])),
  package_status_card: maybe(
    z.object({
      ...StatusCard,
      link: maybe(z.object({ text: maybe(z.string()), link: maybe(z.string()) })),
      button: list(Button),
    }),
  ),
  seller: Seller,
  skus: list(Sku),
  button: list(Button),
  aftersale_tips: Tips,
});

export const ReverseCard = z.object({
  skus: list(z.object({ product_name: maybe(z.string()) })),
  title: maybe(Template),
  subtitle: maybe(Template),
  link: maybe(z.string()),
});

export const OrderDetail = z.object({
  order_status_card: maybe(
    z.object({ status: maybe(z.object(StatusCard)), order_desc: list(Template), button: list(Button) }),
  ),
  refund_info: maybe(
    z.object({ title: maybe(scalar), right_title: Price, reverse_info_cards: list(ReverseCard) }),
  ),
  items_card: maybe(
    z.object({
      card_type: maybe(z.number()),
      main_order_cards: list(z.object({ seller: Seller, skus: list(Sku) })),
      package_cards: list(PackageCard),
      button: list(Button),
      aftersale_tips: Tips,
    }),
  ),
  address: maybe(
    z.object({
      address: maybe(
        z.object({
          items: list(z.object({ key: maybe(z.string()), value: maybe(z.string()) })),
          region: maybe(z.object({ name: maybe(z.string()) })),
          districts: list(z.object({ name: maybe(z.string()) })),
        }),
      ),
    }),
  ),
  order_info: maybe(
    z.object({
      info_form: maybe(
        z.object({
          info_list: list(
            z.object({ key: maybe(z.string()), value: maybe(scalar), type: maybe(z.number()) }),
          ),
        }),
      ),
      price: maybe(
        z.object({
          bill_items: list(z.object({ item_name: maybe(z.string()), item_price: Price })),
          total: Price,
          total_bill_item: maybe(z.object({ item_name: maybe(z.string()), item_price: Price })),
        }),
      ),
    }),
  ),
});

export type OrderDetail = z.output<typeof OrderDetail>;
export type Sku = z.output<typeof Sku>;
export type PackageCard = z.output<typeof PackageCard>;
export type ReverseCard = z.output<typeof ReverseCard>;
export type Price = z.output<typeof Price>;
