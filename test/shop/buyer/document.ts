import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { JsonObject } from '../types.ts';
import { BUYER_HOST } from './api.ts';
import type { Buyer } from './types.ts';

const FOLDER = new URL('./pages/', import.meta.url);
const PICTURE = new URL('../pages/product.svg', import.meta.url);
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The pages' strict policy: nothing from elsewhere, no inline code, no inline style. */
export const BUYER_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** JSON inside a script element, with the slashes escaped as TikTok's server does. */
function scriptJson(value: JsonObject): string {
  return JSON.stringify(value).replaceAll('/', '\\u002F').replaceAll('<', '\\u003C');
}

function basicInfo(buyer: Buyer): JsonObject {
  return {
    lang: 'en-US',
    text_direction: 'ltr',
    web_id: '7533118826604185102',
    user_id: buyer.userId,
    oec_uid: '7495820117734466051',
    user_nick_name: buyer.nickname,
  };
}

/** What the router knows: who is signed in and which page it is, but no order. */
function routerData(buyer: Buyer, url: URL): JsonObject {
  const route = url.pathname.split('/').at(-1) ?? '';
  const page_name = `ecommerce_${route.replaceAll('_', '')}`;
  const page: JsonObject = {
    basic_info: basicInfo(buyer),
    waf_decision: { waf_type: -1, dkms_token: '' },
    region_info: { ip_region: 'US', cookie_region: 'us', real_region: 'US', timezone_name: 'UTC' },
    route_info: {
      ...Object.fromEntries(url.searchParams),
      page_name,
      route_page_name: route,
      host: BUYER_HOST,
    },
    page_config: { global_fe_config: { page_name }, components_map: [] },
  };
  return { loaderData: { layout: null, [`shop/${route}/page`]: page }, errors: null };
}

function ssrData(url: URL): JsonObject {
  const request = {
    params: {},
    query: Object.fromEntries(url.searchParams),
    pathname: url.pathname,
    host: BUYER_HOST,
  };
  return {
    data: { i18nData: { lng: 'en-US' } },
    context: { request, reporter: {} },
    mode: 'string',
    renderLevel: 2,
  };
}

/** The document of a buyer's page, which its own scripts fill. */
export async function buyerDocument(buyer: Buyer, url: URL): Promise<string> {
  const page = await readFile(new URL('index.html', FOLDER), 'utf8');
  return page
    .replace('"%SSR%"', () => scriptJson(ssrData(url)))
    .replace('"%ROUTER%"', () => scriptJson(routerData(buyer, url)));
}

/** A file under /static/, or null when there is none; every picture is the same one. */
export async function buyerFile(path: string): Promise<{ type: string; body: Buffer } | null> {
  if (path.startsWith('/static/img/')) return { type: 'image/svg+xml', body: await readFile(PICTURE) };
  const name = path.replace('/static/buyer/', '');
  const type = TYPES[extname(name)];
  if (!type || !/^[a-z-]+\.[a-z]+$/.test(name)) return null;
  const body = await readFile(new URL(name, FOLDER)).catch(() => null);
  return body ? { type, body } : null;
}
