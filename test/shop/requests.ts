import type { IncomingMessage } from 'node:http';
import { isTikTokHost } from './markets.ts';

/** A request that reached the shop, as far as a test may want to know it. */
export interface ShopRequest {
  at: number;
  method: string;
  host: string;
  path: string;
  url: string;
  mode: string;
  site: string;
  origin: string;
  body: string;
}

/** The host that a request names, without its port. */
export function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').split(':')[0]?.toLowerCase() ?? '';
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Reads a request into its record; a proxy's plain requests name their whole address. */
export async function recordOf(request: IncomingMessage): Promise<ShopRequest> {
  const host = hostOf(request);
  const target = request.url ?? '/';
  const url = target.startsWith('http://') ? target : `https://${host}${target}`;
  return {
    at: Date.now(),
    method: request.method ?? 'GET',
    host,
    path: target.startsWith('http://') ? (URL.parse(url)?.pathname ?? '/') : (target.split('?')[0] ?? '/'),
    url,
    mode: String(request.headers['sec-fetch-mode'] ?? ''),
    site: String(request.headers['sec-fetch-site'] ?? ''),
    origin: String(request.headers.origin ?? ''),
    body: await readBody(request),
  };
}

/** Whether the shop's own pages (or the browser for them) made a request. */
export function isOwn(request: ShopRequest): boolean {
  if (request.mode === 'navigate') return true;
  if (request.path === '/favicon.ico' || request.path.startsWith('/static/')) return true;
  return URL.parse(request.url)?.searchParams.get('fp') === 'shop-page';
}

/** Requests to TikTok hosts that somebody else than the shop's pages made. */
export function unexpectedOf(requests: readonly ShopRequest[]): ShopRequest[] {
  return requests.filter((request) => isTikTokHost(request.host) && !isOwn(request));
}
