import { request as plainRequest } from 'node:http';
import { connect as secureConnect } from 'node:tls';
import { MARKETS } from './markets.ts';
import type { Shop } from './server.ts';
import type { JsonObject, Market } from './types.ts';

/** What came back. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** How to ask; a body is sent as JSON. */
export interface Ask {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** An https request as a browser behind the proxy would make it. */
export function ask(
  shop: Shop,
  url: string,
  { method = 'GET', body, headers = {} }: Ask = {},
): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const tunnel = plainRequest({
      port: shop.proxyPort,
      host: '127.0.0.1',
      method: 'CONNECT',
      path: `${hostname}:443`,
    });
    tunnel.on('error', reject);
    tunnel.on('connect', (_answer, socket) => {
      const secure = secureConnect({ socket, servername: hostname, rejectUnauthorized: false });
      const options = { method, path: pathname + search, headers: { ...headers, host: hostname } };
      const request = plainRequest({ ...options, createConnection: () => secure }, async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part as Buffer);
        const text = Buffer.concat(parts).toString();
        secure.end();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      request.on('error', reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
    tunnel.end();
  });
}

/** The status of a request without TLS, which a proxy gets with its whole address. */
export function askPlain(shop: Shop, url: string): Promise<number> {
  const { host } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { port: shop.proxyPort, host: '127.0.0.1', path: url, headers: { host } };
    const request = plainRequest(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end();
  });
}

/** The address of an API path in a market, marked as the shop page's own call. */
export function apiUrl(market: Market, path: string, query = 'fp=shop-page'): string {
  return `https://${MARKETS[market].apiHost}${path}?${query}`;
}

/** The order list's path in a market. */
export function listPath(market: Market): string {
  return `/api/fulfillment/${MARKETS[market].prefix}order/list`;
}

/** The `data` of a POST that the shop's page could have made. */
export async function askData(shop: Shop, market: Market, path: string, body?: unknown): Promise<JsonObject> {
  const answer = await ask(shop, apiUrl(market, path), { method: 'POST', body });
  return JSON.parse(answer.text).data;
}

/** The order ids of a list's data. */
export function idsOf(data: JsonObject): string[] {
  return ((data['main_orders'] ?? []) as JsonObject[]).map((order) => String(order['main_order_id']));
}
