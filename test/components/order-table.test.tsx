// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { OrderTable } from '../../components/dashboard/orders/OrderTable.tsx';
import type { OrderRow } from '../../lib/history/read/rows.ts';
import { cleanAfterEach, makeItem, makeRow, NOW } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanAfterEach();

const COUNT = 100_000;
const HEIGHT = 600;
const HOSTILE = '<script>globalThis.hit = 1</script>';

beforeAll(() => {
  // There is no layout without a browser: the scroller is as high as a window is.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => HEIGHT });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => HEIGHT });
});

const idOf = (index: number) => `5767861051${String(index).padStart(8, '0')}`;
const rowOf = (index: number): OrderRow =>
  makeRow(idOf(index), { items: [makeItem(HOSTILE, 2), makeItem('Mug')] });

function show(props: { count?: number; rowAt?: (index: number) => OrderRow | undefined } = {}) {
  const onOpen = vi.fn();
  const source = { count: COUNT, rowAt: rowOf, show: vi.fn(), ...props };
  const view = render(
    <OrderTable source={source} side="seller" now={NOW} openKey={null} onOpen={onOpen} focusCall={0} />,
  );
  return { ...view, onOpen, source };
}

const drawn = () => screen.getAllByRole('row').slice(1);
const focused = () => Number(document.activeElement?.getAttribute('aria-rowindex')) - 2;

async function press(key: string): Promise<void> {
  await act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
  // The scroller of this environment does not tell that it was scrolled.
  await act(() => void fireEvent.scroll(screen.getByRole('table')));
}

describe('the table of orders', () => {
  it('draws a window of 100,000 rows, and says how many there are', () => {
    const { source } = show();
    const table = screen.getByRole('table', { name: 'Orders' });
    expect(table.getAttribute('aria-rowcount')).toBe('100001');
    expect(drawn().length).toBeGreaterThan(8);
    expect(drawn().length).toBeLessThan(40);
    expect(drawn()[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(document.querySelector<HTMLElement>('tbody')?.style.height).toBe('5600000px');
    expect(source.show).toHaveBeenCalled();
  });

  it('shows each order in six columns, hostile names as text', () => {
    const { container } = show({ count: 1 });
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(['Order', 'Placed', 'Buyer', 'Status', 'What next', 'Total']);
    const cells = [...(drawn()[0]?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
    expect(cells[0]).toBe(`…000000${HOSTILE} × 2 and 1 more`);
    expect(cells[2]).toBe('D*** B***');
    expect(cells[3]).toBe('Awaiting shipment');
    expect(cells[5]).toBe('$82.00');
    expect(container.querySelector('script')).toBeNull();
  });

  it('says that an amount is unknown instead of 0', () => {
    const amounts = { ...makeRow('1').order.amounts, total: null };
    show({ count: 1, rowAt: () => makeRow('1', { amounts }) });
    expect(drawn()[0]?.textContent).toContain('unknown');
    expect(drawn()[0]?.textContent).not.toContain('$0');
  });

  it('moves with the arrow keys and keeps one row in the tab order', async () => {
    show();
    drawn()[0]?.focus();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowUp');
    expect(focused()).toBe(1);
    expect(drawn().filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });

  it('goes to the ends and by pages, and never beyond', async () => {
    show();
    drawn()[0]?.focus();
    await press('ArrowUp');
    expect(focused()).toBe(0);
    await press('End');
    expect(focused()).toBe(COUNT - 1);
    await press('ArrowDown');
    expect(focused()).toBe(COUNT - 1);
    await press('PageUp');
    expect(focused()).toBeLessThan(COUNT - 5);
    await press('Home');
    expect(focused()).toBe(0);
  });

  it('opens the row that has the focus with Enter, and the one that is clicked', async () => {
    const { onOpen } = show();
    drawn()[0]?.focus();
    await press('ArrowDown');
    await press('Enter');
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ key: rowOf(1).key }));
    fireEvent.click(screen.getByRole('link', { name: '…000003' }));
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ key: rowOf(3).key }));
  });

  it('marks rows that are not read yet, and opens none of them', async () => {
    const { onOpen } = show({ rowAt: () => undefined });
    expect(drawn().every((row) => row.getAttribute('aria-busy') === 'true')).toBe(true);
    drawn()[0]?.focus();
    await press('Enter');
    expect(onOpen).not.toHaveBeenCalled();
  });
});
