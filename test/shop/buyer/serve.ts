import type { OutgoingHttpHeaders } from 'node:http';
import type { ShopRequest } from '../requests.ts';
import type { Mode } from '../types.ts';
import { answerBuyerCall, type BuyerData } from './api.ts';
import { BUYER_POLICY, buyerDocument, buyerFile } from './document.ts';

/** What goes back to the browser. */
export interface BuyerAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: string | Buffer;
}

/** Whether a request of the buyer's host is a call of its API. */
export function isBuyerApi({ path }: ShopRequest): boolean {
  return path.startsWith('/api/');
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function apiText(data: BuyerData, request: ShopRequest, mode: Mode): string | null {
  if (mode === 'session-expired') return '{"code":40000}';
  if (mode === 'captcha') return '{"code":10000,"message":"Please complete the verification"}';
  const { method, path } = request;
  const query = new URL(request.url).searchParams;
  const call = { method, path, query, body: readJson(request.body), isDrifted: mode === 'drifted' };
  const text = answerBuyerCall(data, call);
  return text !== null && mode === 'broken-json' ? text.slice(0, Math.floor(text.length / 2)) : text;
}

function api(data: BuyerData, request: ShopRequest, mode: Mode): BuyerAnswer {
  const text = apiText(data, request, mode);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(mode === 'captcha' ? { 'bdturing-verify': '{"code":"10000","type":"verify"}' } : {}),
  };
  return { status: text === null ? 404 : 200, headers, body: text ?? '{"code":404}' };
}

/** The answer of www.tiktok.com: its API in the shop's mode, its files, else one of its pages. */
export async function answerBuyer(data: BuyerData, request: ShopRequest, mode: Mode): Promise<BuyerAnswer> {
  if (isBuyerApi(request)) return api(data, request, mode);
  if (request.path.startsWith('/static/') || request.path === '/favicon.ico') {
    const file = await buyerFile(request.path);
    return {
      status: file ? 200 : 404,
      headers: { 'content-type': file?.type ?? 'text/plain' },
      body: file?.body ?? '',
    };
  }
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': BUYER_POLICY,
    'cache-control': 'no-store',
  };
  return { status: 200, headers, body: await buyerDocument(data.buyer, new URL(request.url)) };
}
