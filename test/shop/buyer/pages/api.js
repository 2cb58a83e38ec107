// `fp` is the mark by which the shop knows its own pages' calls; TikTok's have no such thing.
const DEFAULTS = 'app_language=en&locale=en&aid=1233&version_code=31.8.0&carrier_region=US&fp=shop-page';

function address(path, query) {
  return `https://www.tiktok.com${path}?${DEFAULTS}${query}`;
}

/** A call as axios makes it: XMLHttpRequest, its answer read from the text. Rejects with what went wrong. */
function call(method, path, query = '', body = undefined) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address(path, query), true);
    request.timeout = 30_000;
    request.withCredentials = true;
    request.setRequestHeader('Accept', 'application/json, text/plain, */*');
    if (body !== undefined) request.setRequestHeader('Content-Type', 'application/json');
    request.onerror = () => reject(new Error('network'));
    request.ontimeout = () => reject(new Error('timeout'));
    request.onloadend = () => {
      try {
        resolve(opened(JSON.parse(request.responseText)));
      } catch (error) {
        reject(error);
      }
    };
    request.send(body === undefined ? null : JSON.stringify(body));
  });
}

function opened({ code, dynamic_data }) {
  if (code === 40000) location.href = `/login/?redirect_url=${encodeURIComponent(location.href)}`;
  if (code !== 0) throw new Error(`code ${code}`);
  return dynamic_data ?? {};
}

/** One page of the list; `index` is absent for the first. */
export async function fetchList(index) {
  const list_order_req = { tab: 0, filter: [{ status: 0 }], cursor: 0, size: 10 };
  if (index !== undefined) list_order_req.index = index;
  const body = { req: [{ component_type: 4, list_order_req }] };
  return (await call('POST', '/api/v1/aftersale/list_order/get', '', body)).list_order_items ?? {};
}

/** The same by the route of the older page. */
export async function fetchOlderList(index) {
  const query = `&cursor=0&tab=0&size=10${index === undefined ? '' : `&index=${index}`}`;
  return (await call('GET', '/api/v1/trade/list_order/get', query)).list_order_items ?? {};
}

export function fetchDetail(id) {
  return call('GET', '/api/v1/aftersale/order_detail/get', `&main_order_id=${id}&api_version=12`);
}

export function fetchLogistics(id, parcel, type) {
  const query = `&main_order_id=${id}&pkg_id=${parcel}&type=${type}`;
  return call('GET', '/api/v1/shop/logistics_detail/get', query);
}

export async function fetchPackages(id) {
  const body = { main_order_id: id };
  return (await call('POST', '/api/v1/shop/logistics_package_list/get', '', body)).package_list ?? [];
}

/** What the real pages also ask for, with fetch, and what nobody needs. */
export function makeNoise(route) {
  const path = `/api/shop/order_desktop/${route}/get_customer_support_entry`;
  fetch(address(path, ''), { credentials: 'include' }).catch(() => undefined);
}
