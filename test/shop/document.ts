import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ShopData } from './api.ts';

const API16 = 'https://api16-normal-sg.tiktokshopglobalselling.com';
const FOLDER = new URL('./pages/', import.meta.url);
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page's strict policy; `port` is empty unless the browser came without the proxy. */
export function contentPolicy(port: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${API16}${port ? `:${port}` : ''}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** The app's document with what its scripts need to know about the shop. */
export async function documentOf(shop: ShopData): Promise<string> {
  const { info, sellerId, pageSize } = shop;
  const { market, region, host, apiHost, prefix, aid, locale, zone } = info;
  const config = { market, region, host, apiHost, prefix, aid, locale, zone, sellerId, pageSize };
  const page = await readFile(new URL('index.html', FOLDER), 'utf8');
  return page.replace('%CONFIG%', () => attribute(JSON.stringify(config)));
}

/** A file under /static/, or null when there is none. */
export async function staticFile(path: string): Promise<{ type: string; body: Buffer } | null> {
  const name = path.slice('/static/'.length);
  const type = TYPES[extname(name)];
  if (!type || !/^[a-z-]+\.[a-z]+$/.test(name)) return null;
  const body = await readFile(new URL(name, FOLDER)).catch(() => null);
  return body ? { type, body } : null;
}
