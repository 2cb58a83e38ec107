import { config, makeNoise } from './api.js';
import { showDetail } from './detail.js';
import { element } from './dom.js';
import { ListPage } from './list.js';

const state = {
  route: '',
  tab: '100',
  page: 0,
  rows: 0,
  total: null,
  renders: 0,
  loading: false,
  error: null,
  orderId: null,
  plaintextClicks: 0,
};

/** What tests read and drive: the page's state and its own navigation. */
window.shopPage = { state, config, open };

const view = element('main');

function menuLink(path, text) {
  const follow = (event) => {
    event.preventDefault();
    open(path);
  };
  const current = path === location.pathname ? 'page' : undefined;
  return element('a', { href: path, 'aria-current': current, onclick: follow }, text);
}

const menu = element('nav', { class: 'side' });

function route() {
  const { pathname, search } = location;
  Object.assign(state, { route: pathname, orderId: null, page: 0, rows: 0, total: null, error: null });
  menu.replaceChildren(menuLink('/homepage', 'Homepage'), menuLink('/order', 'Orders'));
  const id = new URLSearchParams(search).get('order_no');
  if (pathname === '/order') {
    const page = new ListPage(view, state, open);
    window.shopPage.list = page;
    page.start();
  } else if (pathname === '/order/detail' && id) showDetail(view, state, id, open);
  else {
    const note = element('p', { class: 'error' }, 'Nothing needs you here.');
    view.replaceChildren(element('h1', {}, 'Homepage'), element('div', { class: 'card' }, note));
  }
}

/** Goes to another route without loading the page, as Seller Center's micro-frontends do. */
function open(path) {
  history.pushState(null, '', path);
  route();
}

const top = element(
  'header',
  { class: 'top' },
  element('strong', {}, 'Seller Center'),
  element('span', { class: 'region' }, config.region),
);
document.documentElement.classList.toggle(
  'dark',
  new URLSearchParams(location.search).get('theme') === 'dark',
);
document.querySelector('#root').append(top, element('div', { class: 'frame' }, menu, view));
addEventListener('popstate', route);
route();
makeNoise();
