// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import { fake } from './fake-polyfill.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { HOST, makeItem, makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

beforeAll(() => {
  // There is no layout without a browser: the scroller is as high as a window is.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 });
});

const idOf = (index: number) => `5767861051839${String(index).padStart(5, '0')}`;
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeOrder(idOf(index), {
      items: [makeItem(index % 2 === 0 ? 'Mug, white' : 'Yoga mat')],
      status: index % 2 === 0 ? 'AWAITING_SHIPMENT' : 'COMPLETED',
      placedAt: Date.now() - index * 1000,
    }),
  );
const table = () => screen.findByRole('table', { name: 'Orders' });
const search = (text: string) =>
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search orders' }), { target: { value: text } });

describe('the room "Orders"', () => {
  it('has the links of the dashboard by their plain names', async () => {
    await capture(many(3));
    render(<Dashboard />);
    for (const name of ['Orders', 'Data', 'Settings']) screen.getByRole('link', { name });
    await screen.findByText('1 shop · US');
    screen.getByText('0 requests sent');
  });

  it('lists all orders, newest first, and follows what is captured', async () => {
    await capture(many(150));
    render(<Dashboard />);
    expect((await table()).getAttribute('aria-rowcount')).toBe('151');
    await screen.findByRole('link', { name: '…900000' });
    await capture([makeOrder('576786105184999999', { placedAt: Date.now() + 1000 })], 'capture-2');
    await screen.findByRole('link', { name: '…999999' });
    expect((await table()).getAttribute('aria-rowcount')).toBe('152');
  });

  it('filters by status', async () => {
    await capture(many(10));
    render(<Dashboard />);
    await table();
    fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: 'COMPLETED' } });
    await waitFor(async () => expect((await table()).getAttribute('aria-rowcount')).toBe('6'));
    fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: 'CANCELLED' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Show all orders' }));
    await waitFor(async () => expect((await table()).getAttribute('aria-rowcount')).toBe('11'));
  });

  it('searches, says how far it came, and clears with Esc', async () => {
    await capture(many(1500));
    render(<Dashboard />);
    await table();
    search('yoga');
    await screen.findByText('750 found · searched 1,500 orders');
    search('nothing like it');
    await screen.findByText('Nothing found · searched 1,500 orders');
    screen.getByText('No order fits');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' });
    await waitFor(async () => expect((await table()).getAttribute('aria-rowcount')).toBe('1501'));
  });

  it('finds a whole id at once', async () => {
    await capture(many(1500));
    render(<Dashboard />);
    await table();
    search(idOf(1499));
    await screen.findByText('1 found · searched 1 order');
  });

  it('goes to the search with "/", but not while something is typed elsewhere', async () => {
    render(<Dashboard />);
    const box = screen.getByRole('searchbox');
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Status' }), { key: '/' });
    expect(document.activeElement).not.toBe(box);
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(box);
  });

  it('opens an order beside the list, and goes back to its row with Esc', async () => {
    await capture(many(5));
    render(<Dashboard />);
    fireEvent.click(await screen.findByRole('link', { name: '…900002' }));
    const panel = within(await screen.findByRole('complementary', { name: `Order ${idOf(2)}` }));
    expect(document.activeElement?.textContent).toBe(`Order ${idOf(2)}`);
    fireEvent.click(await panel.findByRole('button', { name: 'Open on Seller Center' }));
    expect(fake.opened).toEqual([`https://${HOST}/order/detail?order_no=${idOf(2)}`]);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('4'));
  });

  it('says so when an address names an order that is not there', async () => {
    location.hash = '#orders/seller%7Cacc_us%7C1';
    render(<Dashboard />);
    await screen.findByText('This order is not in your history');
  });

  it('says what to do before the first order', async () => {
    render(<Dashboard />);
    await screen.findByText('No orders yet');
    fireEvent.click(screen.getByRole('button', { name: 'Turn on a market' }));
    expect(fake.opened).toEqual(['chrome-extension://orderlens/welcome.html']);
  });
});
