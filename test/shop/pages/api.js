/** What the server says about this shop. */
export const config = JSON.parse(document.querySelector('meta[name="shop-config"]').content);

const base =
  config.apiHost === config.host
    ? ''
    : `https://${config.apiHost}${location.port === '' ? '' : `:${location.port}`}`;

function urlOf(path, extra = {}) {
  const query = new URLSearchParams({
    ...extra,
    locale: 'en',
    language: 'en',
    oec_seller_id: config.sellerId,
    seller_id: config.sellerId,
    aid: config.aid,
    app_name: 'i18n_ecom_shop',
    fp: 'shop-page',
    device_platform: 'web',
    cookie_enabled: 'true',
    screen_width: String(screen.width),
    screen_height: String(screen.height),
    browser_language: navigator.language,
    browser_platform: 'Linux x86_64',
    browser_name: 'Mozilla',
    browser_online: 'true',
    timezone_name: config.zone,
    shop_region: config.region,
  });
  return `${base}${path}?${query}`;
}

function init(body) {
  const headers = { 'content-type': 'application/json', 'x-tt-oec-region': config.region };
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return { method: 'POST', credentials: 'include', headers, body: sent };
}

/** An answer whose code is not 0. */
export class ShopError extends Error {}

function checked(answer) {
  if (answer?.code !== 0) throw new ShopError(`${answer?.code}: ${answer?.message}`);
  return answer.data ?? {};
}

const fulfillment = `/api/fulfillment/${config.prefix}order`;
const versioned = `/api/v1/fulfillment/${config.prefix}`;
const labels = ['48_hours_dispatch_tag', 'split_combine_tag_v1', 'pre_order_tag', 'risk_order_tag_v1'];

function listBody(tab, position) {
  const condition_list = tab === '100' ? {} : { search_tab: { value: [tab] } };
  return {
    search_condition: { condition_list },
    count: config.pageSize,
    sort_info: tab === '101' ? '1' : '6',
    extra_data_list: labels,
    ...position,
  };
}

/** One page of the order list. The first view of "All" in the US has no body, and a prefetch twin before it. */
export async function fetchList(tab, position, first) {
  const bodyless = config.market === 'US' && tab === '100' && first;
  const path = `${fulfillment}/list`;
  if (bodyless) fetch(urlOf(path, { is_prefetch: '1' }), init()).catch(() => undefined);
  const response = await fetch(urlOf(path), init(bodyless ? undefined : listBody(tab, position)));
  return checked(await response.json());
}

/** The orders' details, asked for with a Request object. */
export async function fetchDetail(id) {
  const response = await fetch(new Request(urlOf(`${fulfillment}/get`), init({ main_order_id: [id] })));
  return checked(await response.json()).main_order?.[0] ?? null;
}

/** The order's history, asked for with a URL object. */
export async function fetchHistory(id) {
  const url = new URL(urlOf(`${versioned}order/history`), location.href);
  const response = await fetch(url, init({ main_order_id: id, offset: 0, page_size: 10 }));
  return checked(await response.json()).order_history ?? [];
}

/** The packages' tracks, asked for with XMLHttpRequest. */
export function fetchTracks(id) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', urlOf(`${versioned}logistic_detail/list`, { main_order_id: id }));
    request.withCredentials = true;
    request.setRequestHeader('x-tt-oec-region', config.region);
    request.addEventListener('error', () => reject(new Error('network')));
    request.addEventListener('load', () => {
      try {
        resolve(checked(JSON.parse(request.responseText)).package_list ?? []);
      } catch (error) {
        reject(error);
      }
    });
    request.send();
  });
}

/** How many orders each tab has. */
export async function fetchCounts(tabs) {
  const response = await fetch(urlOf(`${fulfillment}/search_count`), init({ search_key_list: tabs }));
  return checked(await response.json()).count_map ?? {};
}

/** The calls that Seller Center makes all the time and that mean nothing. */
export function makeNoise() {
  const ask = (path) =>
    fetch(urlOf(path), { credentials: 'include' })
      .then((response) => response.json())
      .catch(() => undefined);
  ask('/passport/token/beat/web/');
  setInterval(() => ask('/api/v1/sellerassistant/discover_chatbotevent'), 7000);
}
