import { hashText } from '../random.ts';

/** A shop of the market place and what it sells. */
export interface BuyerShop {
  name: string;
  isOfficial: boolean;
  products: readonly BuyerProduct[];
}

export interface BuyerProduct {
  productId: string;
  name: string;
  variations: readonly string[];
  /** Minor units: what is asked, and what is struck through beside it. */
  price: number;
  listPrice: number | null;
}

type Row = readonly [name: string, variations: string, price: number, listPrice: number | null];

const ROWS: readonly (readonly [shop: string, isOfficial: boolean, rows: readonly Row[]])[] = [
  [
    'Fernhollow Official',
    true,
    [
      ['Fernhollow Linen Throw Blanket, 50 x 60 in', 'Oat|Moss|Rust', 4150, 5900],
      ['Fernhollow Beeswax Taper Candles, Pair', 'Ivory|Plum', 1380, null],
      ['Fernhollow Wool Dryer Balls, 6-Pack', '', 1695, 1999],
      ['Fernhollow Quilted Pot Holder', 'Checks|Stripes', 925, null],
      ['Fernhollow Stoneware Mug 12oz', 'Sand|Ink', 1540, 1890],
      ['Fernhollow Cotton Tea Towels, 3-Pack', '', 1299, null],
      ['Fernhollow Seagrass Basket', 'S|M|L', 2875, 3400],
    ],
  ],
  [
    'Tidewater Audio',
    false,
    [
      ['Tidewater T2 Bookshelf Speakers, Pair', 'Walnut|Black', 118900, 129900],
      ['Tidewater Reference Amplifier MK III', '', 1249900, null],
      ['Tidewater Braided Speaker Cable 3 m', '3 m|5 m', 2450, null],
    ],
  ],
  [
    'Pip & Parsnip',
    false,
    [
      ['Pip & Parsnip Sprouting Jar Kit "Greens"', '2 jars|4 jars', 2199, 2599],
      ['Pip & Parsnip Chilli Crisp, Medium 8oz', 'Medium|Hot', 899, null],
      ['Pip & Parsnip Crème Brûlée Torch', '', 3150, null],
    ],
  ],
  [
    'Kestrel Outdoor',
    true,
    [
      ['Kestrel Ultralight Rain Jacket', 'Slate, S|Slate, M|Clay, M|Clay, L', 7499, 9900],
      ['Kestrel Merino Socks 2-Pack', 'S|M|L', 1850, null],
      ['Kestrel Trail Headlamp 400 lm', 'Default', 2790, 3290],
    ],
  ],
  [
    'Moonpetal Beauty',
    false,
    [
      ['Moonpetal Rice Water Cleanser 150 ml', '', 1180, 1400],
      ['Moonpetal Lip Tint', 'Fig|Peony|Brick', 795, null],
      ['Moonpetal Overnight Hair Mask', '', 1665, null],
    ],
  ],
];

/** A 19-digit id, the same for the same text. */
export function idOf(lead: string, text: string): string {
  const tail = `${hashText(text)}${hashText(`${text}#`)}`.padStart(19, '7');
  return (lead + tail).slice(0, 19);
}

/** The name of a picture: hexadecimal, so that nobody takes it for an id. */
export function pictureHash(text: string): string {
  return `f${hashText(text).toString(16)}${hashText(`${text}#`).toString(16)}`;
}

function productOf([name, variations, price, listPrice]: Row): BuyerProduct {
  return { productId: idOf('1729', name), name, variations: variations.split('|'), price, listPrice };
}

/** The shops that the buyer buys from. */
export const BUYER_SHOPS: readonly BuyerShop[] = ROWS.map(([name, isOfficial, rows]) => ({
  name,
  isOfficial,
  products: rows.map(productOf),
}));

/** The one that sells what costs more than a thousand dollars. */
export const DEAR_SHOP = 'Tidewater Audio';
/** The one with enough products for a page that has to be unfolded. */
export const WIDE_SHOP = 'Fernhollow Official';
