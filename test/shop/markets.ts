import type { Carrier, Market } from './types.ts';

/** Everything in which one market's Seller Center differs from another's. */
export interface MarketInfo {
  market: Market;
  region: string;
  host: string;
  apiHost: string;
  prefix: '' | 'na/';
  aid: string;
  locale: string;
  zone: string;
  offset: number;
  currency: string;
  symbol: string;
  decimals: number;
  wireDecimals: number;
  taxRate: number;
  carriers: readonly Carrier[];
  payMethods: readonly string[];
  codShare: number;
  shippingFees: readonly number[];
  fullPriceInList: boolean;
  tradeShippingFee: boolean;
  unitPriceInList: boolean;
  buyerInList: 'name' | 'nickname' | 'none';
  updateTime: boolean;
  sellerSku: boolean;
  numberSeconds: boolean;
  textCount: boolean;
}

const SHARED = {
  prefix: '' as const,
  aid: '4068',
  taxRate: 0,
  codShare: 0,
  fullPriceInList: false,
  tradeShippingFee: true,
  unitPriceInList: true,
  updateTime: true,
  sellerSku: true,
  numberSeconds: false,
  textCount: false,
};

const US: MarketInfo = {
  ...SHARED,
  market: 'US',
  region: 'US',
  host: 'seller-us.tiktok.com',
  apiHost: 'seller-us.tiktok.com',
  prefix: 'na/',
  locale: 'en-US',
  zone: 'America/Los_Angeles',
  offset: -480,
  currency: 'USD',
  symbol: '$',
  decimals: 2,
  wireDecimals: 2,
  taxRate: 0.0725,
  carriers: [
    { id: '7117858858072016686', name: 'USPS' },
    { id: '7117859084333745966', name: 'UPS' },
    { id: '7129720299146184490', name: 'FedEx' },
    { id: '7352738314622863120', name: 'UniUni' },
  ],
  payMethods: ['Visa', 'Mastercard', 'PayPal', 'Venmo', 'Apple Pay', 'Klarna'],
  shippingFees: [0, 0, 399, 499, 600],
  fullPriceInList: true,
  tradeShippingFee: false,
  buyerInList: 'name',
  updateTime: false,
};

const VN: MarketInfo = {
  ...SHARED,
  market: 'VN',
  region: 'VN',
  host: 'seller-vn.tiktok.com',
  apiHost: 'seller-vn.tiktok.com',
  locale: 'vi-VN',
  zone: 'Asia/Ho_Chi_Minh',
  offset: 420,
  currency: 'VND',
  symbol: '₫',
  decimals: 0,
  wireDecimals: 0,
  carriers: [
    { id: '6841743441349706241', name: 'J&T Express' },
    { id: '7099654067386844933', name: 'GHTK' },
  ],
  payMethods: ['MoMo', 'ZaloPay', 'Visa', 'VNPAY'],
  codShare: 0.55,
  shippingFees: [0, 15000, 22500, 30000],
  buyerInList: 'none',
  textCount: true,
};

const ID: MarketInfo = {
  ...SHARED,
  market: 'ID',
  region: 'ID',
  host: 'seller-id.tokopedia.com',
  apiHost: 'seller-id.tokopedia.com',
  locale: 'id-ID',
  zone: 'Asia/Jakarta',
  offset: 420,
  currency: 'IDR',
  symbol: 'Rp',
  decimals: 2,
  wireDecimals: 0,
  carriers: [
    { id: '6841743441349700001', name: 'J&T Express' },
    { id: '6841743441349700002', name: 'SiCepat' },
  ],
  payMethods: ['Mandiri VA', 'GoPay', 'OVO', 'DANA'],
  codShare: 0.4,
  shippingFees: [0, 900000, 1250000, 2100000],
  tradeShippingFee: false,
  unitPriceInList: false,
  buyerInList: 'nickname',
  updateTime: false,
  numberSeconds: true,
};

const BR: MarketInfo = {
  ...SHARED,
  market: 'BR',
  region: 'BR',
  host: 'seller-br.tiktok.com',
  apiHost: 'seller-br.tiktok.com',
  locale: 'pt-BR',
  zone: 'America/Sao_Paulo',
  offset: -180,
  currency: 'BRL',
  symbol: 'R$',
  decimals: 2,
  wireDecimals: 2,
  carriers: [
    { id: '7352738314622800001', name: 'Correios' },
    { id: '7352738314622800002', name: 'Loggi' },
  ],
  payMethods: ['Pix', 'Cartão de crédito', 'Boleto'],
  shippingFees: [0, 0, 990, 1490],
  buyerInList: 'name',
};

const XB: MarketInfo = {
  ...VN,
  market: 'XB',
  host: 'seller.tiktokshopglobalselling.com',
  apiHost: 'api16-normal-sg.tiktokshopglobalselling.com',
  aid: '6556',
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  offset: 480,
  carriers: [{ id: '7439297584469903122', name: 'Wise Express - DCS' }],
  sellerSku: false,
};

/** The five markets by their short name. */
export const MARKETS: Record<Market, MarketInfo> = { US, VN, ID, BR, XB };

const TIKTOK = ['tiktok.com', 'tokopedia.com', 'tiktokshopglobalselling.com', 'tiktokglobalshop.com'];

/** Whether a host belongs to TikTok, whether or not this shop answers for it. */
export function isTikTokHost(host: string): boolean {
  return TIKTOK.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
