import { fetchList, fetchOlderList, makeNoise } from './api.js';
import { detailPage } from './detail.js';
import { box, frame } from './dom.js';
import { ListPage } from './list.js';
import { logisticsPage } from './logistics.js';

const state = {
  route: location.pathname,
  renders: 0,
  loading: false,
  error: null,
  cards: 0,
  hasMore: false,
};

/** What tests read and drive; TikTok's page has no such thing. */
window.shopPage = { state };

const query = new URLSearchParams(location.search);

function listPage(fetchPage) {
  const page = new ListPage(state, fetchPage);
  window.shopPage.list = page;
  page.more();
  return page.node;
}

const PAGES = {
  '/shop/order_list': () => listPage(fetchList),
  '/feedback/view/fe_tiktok_ecommerce_in_web/order_list/index.html': () => listPage(fetchOlderList),
  '/shop/order_detail': () => detailPage(state, query.get('main_order_id')),
  '/shop/logistics_detail': () => logisticsPage(state, query),
};

const draw = PAGES[location.pathname];
const node = draw ? draw() : box('H2-Bold', location.pathname.startsWith('/login') ? 'Log in' : 'TikTok');
document.querySelector('#root').append(frame(node));
if (draw) makeNoise(location.pathname.split('/').at(-1).replace('.html', ''));
else state.renders += 1;
