import type { Random } from './random.ts';
import type { Market } from './types.ts';

/** A product of the shop: its name, its variations and its price in minor units. */
export interface Product {
  productId: string;
  code: string;
  name: string;
  variations: readonly string[];
  price: number;
}

type Row = readonly [code: string, name: string, variations: string, price: number];

const US_ROWS: readonly Row[] = [
  ['TMB', 'Insulated Tumbler with Straw Lid, 30 oz', 'Sage|Sand|Midnight', 2499],
  ['LIP', 'Tinted Lip Balm, Rose', 'Single|Set of 3', 895],
  ['CSE', 'Magnetic Phone Case, Slim', 'Clear|Black|Lilac', 1699],
  ['SER', 'Niacinamide Face Serum 30 ml', '', 1450],
  ['LEG', 'High-Waist Ribbed Leggings', 'S|M|L|XL', 3200],
  ['LMP', 'Sunset Projection Lamp, USB', '', 1999],
  ['KNF', 'Ceramic Paring Knife', 'White|Grey', 1275],
  ['DOG', 'Snuffle Mat for Dogs, Washable', 'Small|Large', 2150],
  ['CHN', 'Sterling Silver Cuban Chain', '18 in|20 in|24 in', 12900],
  ['VAC', 'Cordless Hand Vacuum', '', 118900],
];

const VN_ROWS: readonly Row[] = [
  ['AOT', 'Áo thun cotton tay ngắn form rộng', 'Đen, M|Đen, L|Trắng, M|Trắng, XL', 129000],
  ['SON', 'Son tint lì lâu trôi', 'Đỏ gạch|Hồng đất', 185000],
  ['TUI', 'Túi tote vải canvas', 'Be|Đen', 89000],
  ['KEM', 'Kem chống nắng nâng tông SPF50+', '', 265900],
  ['DEP', 'Dép bánh mì đế cao', '37|38|39', 99500],
  ['NOI', 'Nồi chiên không dầu 6 lít', '', 1290000],
  ['TRA', 'Trà hoa cúc hộp 20 gói', '', 68000],
];

const ID_ROWS: readonly Row[] = [
  ['HJB', 'Jilbab Segi Empat Voal Premium', 'Hitam|Krem|Mocca', 3990000],
  ['KPI', 'Kopi Susu Gula Aren 1 Liter', '', 5500000],
  ['SND', 'Sandal Gunung Pria', '40|41|42', 12900000],
  ['MSK', 'Masker Wajah Bengkuang isi 10', '', 2450000],
  ['BTL', 'Botol Minum Anak 600 ml', 'Biru|Merah Muda', 4750000],
  ['RAK', 'Rak Serbaguna 4 Susun', '', 18700000],
];

const BR_ROWS: readonly Row[] = [
  ['CAM', 'Camiseta Oversized Algodão', 'P|M|G|GG', 5990],
  ['FON', 'Fone Bluetooth com Estojo', 'Preto|Branco', 8990],
  ['CRE', 'Creme Hidratante Corporal 400 g', '', 3591],
  ['BOL', 'Bolsa Transversal Pequena', 'Caramelo|Preta', 7450],
  ['CAF', 'Café Torrado em Grãos 500 g', '', 4290],
  ['TEN', 'Tênis Casual Leve', '38|39|40|41', 18900],
];

const ROWS: Record<Market, readonly Row[]> = {
  US: US_ROWS,
  VN: VN_ROWS,
  XB: VN_ROWS,
  ID: ID_ROWS,
  BR: BR_ROWS,
};

/** Names a seller may legally give and a careless reader trips over. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror="document.title=\'owned\'"> Phone Grip',
  '"><script>window.owned = true</script> Wool Socks',
  'javascript:alert(document.domain) Mug',
  '=HYPERLINK("https://example.invalid/","Gift") Card',
  'Family 👩‍👩‍👧‍👦 Blanket 🇻🇳 ✨ 150 × 200 cm',
  'كوب قهوة سيراميك — ספל קרמיקה',
  'Reader \u202Egnp.exe Stand',
  '{{constructor.constructor("return 1")()}} %s Lamp',
  `Long ${'Extra '.repeat(41)}End`,
];

const MARKET_DIGIT: Record<Market, string> = { US: '1', VN: '2', ID: '3', BR: '4', XB: '5' };

function toProduct(market: Market, row: Row, index: number): Product {
  const [code, name, variations, price] = row;
  const productId = `172${MARKET_DIGIT[market]}${String((index + 1) * 7_919_111_317).padStart(15, '0')}`;
  return { productId, code, name, variations: variations.split('|'), price };
}

const catalogs = new Map<Market, readonly Product[]>();

/** The products that a market's shop sells. */
export function catalogOf(market: Market): readonly Product[] {
  const known = catalogs.get(market);
  if (known) return known;
  const made = ROWS[market].map((row, index) => toProduct(market, row, index));
  catalogs.set(market, made);
  return made;
}

/** `count` different products, in random order. */
export function pickProducts(market: Market, count: number, random: Random): Product[] {
  const catalog = catalogOf(market);
  const start = random.int(0, catalog.length - 1);
  const step = catalog.length % 3 === 0 ? 1 : 3;
  const chosen: Product[] = [];
  for (let index = 0; index < Math.min(count, catalog.length); index += 1) {
    chosen.push(catalog[(start + index * step) % catalog.length] as Product);
  }
  return chosen;
}
