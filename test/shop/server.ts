import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { answerCall, defaultSellerId, isApiPath, type ShopData, shopOfHost } from './api.ts';
import { BUYER_HOST, type BuyerData } from './buyer/api.ts';
import { type BuyerLevel, type ExpectedBuyerOrder, expectedBuyerOrders } from './buyer/expected.ts';
import { BUYER, generateBuyerOrders } from './buyer/generator.ts';
import { type BuyerChange, mutateBuyerOrder } from './buyer/mutate.ts';
import { answerBuyer, isBuyerApi } from './buyer/serve.ts';
import type { BuyerOrder } from './buyer/types.ts';
import { contentPolicy, documentOf, staticFile } from './document.ts';
import { type ExpectedOrder, expectedOrders, type Level } from './expected.ts';
import { generateOrders } from './generator.ts';
import { isTikTokHost, MARKETS } from './markets.ts';
import { mutateOrder, type OrderChange } from './mutate.ts';
import { startProxy } from './proxy.ts';
import { recordOf, type ShopRequest, unexpectedOf } from './requests.ts';
import type { Market, Mode, ShopSpec, TrueOrder } from './types.ts';

/** What to start; `now` is the shop's clock at the start, `slowMs` how long the slow mode takes. */
export interface ShopOptions {
  shops?: ShopSpec[];
  /** How many orders the buyer of www.tiktok.com has; without it, that host has no pages. */
  buyerOrders?: number;
  seed?: number;
  now?: number;
  pageSize?: number;
  slowMs?: number;
}

/** A running local TikTok Shop. */
export interface Shop {
  port: number;
  proxyPort: number;
  readonly mode: Mode;
  setMode(mode: Mode): void;
  /** Every request that reached the shop, oldest first. */
  requests: ShopRequest[];
  /** Requests to TikTok hosts that the shop's own pages did not make, those without TLS included. */
  unexpected(): ShopRequest[];
  /** Hosts that were asked for through the proxy and are not TikTok's. */
  foreignHosts(): string[];
  orders(market: Market): TrueOrder[];
  expected(market: Market, level: Level): ExpectedOrder[];
  mutate(market: Market, id: string, change: OrderChange): void;
  pageUrl(market: Market, path?: string): string;
  /** What www.tiktok.com has of its one buyer; throws when no buyer was started. */
  readonly buyer: ShopBuyer;
  close(): Promise<void>;
}

/** The buyer's side of a shop. */
export interface ShopBuyer {
  userId: string;
  orders: BuyerOrder[];
  expected(level: BuyerLevel): ExpectedBuyerOrder[];
  mutate(id: string, change: BuyerChange): void;
  pageUrl(path?: string): string;
}

interface State {
  mode: Mode;
  shops: ShopData[];
  buyer: BuyerData | null;
  requests: ShopRequest[];
  timers: Set<NodeJS.Timeout>;
  slowMs: number;
}

function corsOf(shop: ShopData, request: ShopRequest): OutgoingHttpHeaders {
  const { host, apiHost } = shop.info;
  if (host === apiHost || new URL(request.origin || 'https://none.invalid').hostname !== host) return {};
  return {
    'access-control-allow-origin': request.origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'content-type, x-tt-oec-region',
    'access-control-max-age': '600',
    vary: 'Origin',
  };
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bodyOf(shop: ShopData, request: ShopRequest, mode: Mode): string | null {
  if (mode === 'session-expired') return '{"code":98001002,"message":"Session expired, please log in again"}';
  if (mode === 'captcha') return '{"code":10000,"message":"Please complete the verification"}';
  const query = new URL(request.url).searchParams;
  const { method, path } = request;
  const text = answerCall(shop, {
    method,
    path,
    query,
    body: readJson(request.body),
    drifted: mode === 'drifted',
  });
  return text !== null && mode === 'broken-json' ? text.slice(0, Math.floor(text.length / 2)) : text;
}

function pause(state: State): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      state.timers.delete(timer);
      resolve();
    }, state.slowMs);
    state.timers.add(timer);
  });
}

async function sendApi(
  state: State,
  shop: ShopData,
  request: ShopRequest,
  response: ServerResponse,
): Promise<void> {
  const headers = corsOf(shop, request);
  if (request.method === 'OPTIONS') {
    response.writeHead(204, headers).end();
    return;
  }
  const { mode } = state;
  if (mode === 'slow') await pause(state);
  const body = bodyOf(shop, request, mode);
  const type = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(body === null ? 404 : 200, { ...headers, ...type });
  response.end(body ?? '{"code":404,"message":"not found"}');
}

async function sendPage(
  shop: ShopData,
  port: string,
  request: ShopRequest,
  response: ServerResponse,
): Promise<void> {
  const { path } = request;
  if (path.startsWith('/static/') || path === '/favicon.ico') {
    const file = await staticFile(path);
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.body);
    return;
  }
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(port),
    'cache-control': 'no-store',
  };
  response.writeHead(200, headers).end(await documentOf(shop));
}

async function sendBuyer(
  state: State,
  buyer: BuyerData,
  request: ShopRequest,
  response: ServerResponse,
): Promise<void> {
  if (state.mode === 'slow' && isBuyerApi(request)) await pause(state);
  const { status, headers, body } = await answerBuyer(buyer, request, state.mode);
  response.writeHead(status, headers).end(body);
}

async function answer(state: State, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await recordOf(incoming);
  state.requests.push(request);
  if (request.host === BUYER_HOST && state.buyer) return sendBuyer(state, state.buyer, request, response);
  const shop = shopOfHost(state.shops, request.host);
  if (!shop) {
    response.writeHead(404).end();
    return;
  }
  const port = (incoming.headers.host ?? '').split(':')[1] ?? '';
  const forApi = isApiPath(request.path) && request.host === shop.info.apiHost;
  await (forApi ? sendApi(state, shop, request, response) : sendPage(shop, port, request, response));
}

async function listen(state: State): Promise<Server> {
  const domains = [
    'tiktok.com',
    'tokopedia.com',
    'tiktokshopglobalselling.com',
    'us.tiktokshopglobalselling.com',
  ];
  const altNames = domains.map((domain) => ({ type: 2 as const, value: `*.${domain}` }));
  const pems = await generate([{ name: 'commonName', value: 'Local shop' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  const server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function openShop(spec: ShopSpec, seed: number, now: number, pageSize: number): ShopData {
  const info = MARKETS[spec.market];
  return {
    info,
    sellerId: spec.sellerId ?? defaultSellerId(info),
    orders: generateOrders(spec, seed, now),
    pageSize,
  };
}

/** The shop's clock goes on from `now` as the computer's does. */
function openBuyer(count: number, seed: number, now: number): BuyerData {
  const startedAt = Date.now();
  return {
    buyer: BUYER,
    orders: generateBuyerOrders(count, seed, now),
    now: () => now + Date.now() - startedAt,
  };
}

function buyerOf({ buyer }: State): ShopBuyer {
  if (!buyer) throw new Error('No buyer was started');
  return {
    userId: buyer.buyer.userId,
    orders: buyer.orders,
    expected: (level) => expectedBuyerOrders(buyer.orders, level),
    mutate: (id, change) => {
      const order = buyer.orders.find((known) => known.id === id);
      if (!order) throw new Error(`No order ${id} of the buyer`);
      mutateBuyerOrder(order, change, buyer.now());
    },
    pageUrl: (path = '/shop/order_list') => `https://${BUYER_HOST}${path}`,
  };
}

function dataOf(state: State, market: Market): ShopData {
  const shop = state.shops.find(({ info }) => info.market === market);
  if (!shop) throw new Error(`No ${market} shop was started`);
  return shop;
}

/** Starts the shops and the proxy that leads browsers to them. */
export async function startShop(options: ShopOptions = {}): Promise<Shop> {
  const {
    shops = [{ market: 'US', orders: 120 }],
    buyerOrders,
    seed = 1,
    now = Date.now(),
    pageSize = 20,
    slowMs = 10_000,
  } = options;
  const opened = shops.map((spec) => openShop(spec, seed, now, pageSize));
  const buyer = buyerOrders === undefined ? null : openBuyer(buyerOrders, seed, now);
  const state: State = { mode: 'ok', shops: opened, buyer, requests: [], timers: new Set(), slowMs };
  const server = await listen(state);
  const { port } = server.address() as AddressInfo;
  const proxy = await startProxy(port);
  const askedHosts = () => [...proxy.hosts, ...proxy.plain.map((request) => request.host)];
  return {
    port,
    proxyPort: proxy.port,
    get mode() {
      return state.mode;
    },
    setMode: (mode) => {
      state.mode = mode;
    },
    requests: state.requests,
    unexpected: () => unexpectedOf([...state.requests, ...proxy.plain]),
    foreignHosts: () => [...new Set(askedHosts())].filter((host) => !isTikTokHost(host)),
    orders: (market) => dataOf(state, market).orders,
    expected: (market, level) => expectedOrders(dataOf(state, market).orders, level),
    mutate: (market, id, change) => {
      const order = dataOf(state, market).orders.find((known) => known.id === id);
      if (!order) throw new Error(`No order ${id} in the ${market} shop`);
      mutateOrder(order, change, now);
    },
    pageUrl: (market, path = '/order') => `https://${MARKETS[market].host}${path}`,
    get buyer() {
      return buyerOf(state);
    },
    close: async () => {
      for (const timer of state.timers) clearTimeout(timer);
      server.closeAllConnections();
      await Promise.all([proxy.close(), new Promise<void>((resolve) => server.close(() => resolve()))]);
    },
  };
}
