// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Feed } from '../../components/dashboard/alerts/Feed.tsx';
import { useUnseen } from '../../components/dashboard/alerts/use-unseen.ts';
import { FEED_SEEN_KEY, readFeedEnds } from '../../lib/history/read/feed.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import { undoCapture } from '../../lib/history/undo.ts';
import { writeReading } from '../../lib/history/write.ts';
import type { Order } from '../../lib/model/order.ts';
import { emptyReading } from '../../lib/sources/source.ts';
import { fake } from './fake-polyfill.ts';
import { answerAsBackground, capture, cleanHistoryAfterEach } from './live.ts';
import { makeAccount, makeItem, makeOrder, SHOP } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();
afterEach(() => vi.unstubAllGlobals());

const MUG = '576786105183900001';
const MAT = '576786105183900002';
let updates = 0;

/** An order as a page tells it now: later than whatever was told before. */
function told(id: string, fields: Partial<Order> = {}): Order {
  updates += 1;
  const items = [makeItem(id === MAT ? 'Yoga mat' : 'Mug, white')];
  return makeOrder(id, { items, updatedAt: updates, ...fields });
}

const seenTo = async () => (await readFeedEnds(readingHistory())).seenTo;
const lookedAtAll = async () => {
  const { newest } = await readFeedEnds(readingHistory());
  await readingHistory().meta.put({ key: FEED_SEEN_KEY, value: newest });
};

// What the test lays on screen: the line under what is new.
let onScreen: ((isIntersecting: boolean) => void) | null;
beforeEach(() => {
  updates = 0;
  onScreen = null;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        onScreen = (isIntersecting) => callback([{ isIntersecting }]);
      }
      observe() {}
      disconnect() {}
    },
  );
});

function show() {
  answerAsBackground();
  return render(<Feed accounts={[makeAccount()]} now={Date.now()} />);
}
const feed = () => screen.findByRole('region', { name: 'Since you last looked' });
const entryOf = async (name: string) => {
  // What was seen for the first time names it too, and stands below.
  const [link] = await screen.findAllByRole('link', { name });
  const entry = link?.closest('li');
  if (!entry) throw new Error('the link stands in no entry');
  return entry;
};
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('since you last looked', () => {
  it('counts everything as seen at the first look ever', async () => {
    await capture([told(MUG), told(MAT)]);
    await capture([told(MUG, { status: 'IN_TRANSIT' })], 'capture-2');
    show();
    const entry = await entryOf('Mug, white');
    expect(entry.textContent).toContain('Status Awaiting shipment →  to In transit');
    expect(entry.textContent).toContain('$82.00 · D*** B*** · …900001');
    expect(entry.textContent).not.toContain('New:');
    expect(within(await feed()).queryByText(/changed$/)).toBeNull();
    await waitFor(async () => expect(await seenTo()).toBe((await readFeedEnds(readingHistory())).newest));
  });

  it('marks what is new, and takes the marks away when all is seen', async () => {
    await capture([told(MUG), told(MAT)]);
    await capture([told(MUG, { paymentMethod: 'Visa' })], 'capture-2');
    await lookedAtAll();
    await capture([told(MAT, { status: 'IN_TRANSIT' })], 'capture-3');
    show();
    expect((await entryOf('Yoga mat')).textContent).toContain('New:');
    expect((await entryOf('Mug, white')).textContent).not.toContain('New:');
    screen.getByText('Seen before');
    await screen.findByText('1 order changed');
    click('Mark all as seen');
    await waitFor(async () => expect((await entryOf('Yoga mat')).textContent).not.toContain('New:'));
    expect(await seenTo()).toBe((await readFeedEnds(readingHistory())).newest);
    expect(screen.queryByText('1 order changed')).toBeNull();
    expect((screen.getByRole('button', { name: 'Mark all as seen' }) as HTMLButtonElement).disabled).toBe(
      true,
    );
  });

  it('says so when it could not be marked', async () => {
    await capture([told(MUG)]);
    await lookedAtAll();
    await capture([told(MUG, { status: 'IN_TRANSIT' })], 'capture-2');
    show();
    fake.answer = async () => ({ ok: false, error: 'The disk is full.' });
    await screen.findByText('1 order changed');
    click('Mark all as seen');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
    expect((await entryOf('Mug, white')).textContent).toContain('New:');
  });

  it('counts as seen what was on screen for a moment, and keeps the marks for this look', async () => {
    await capture([told(MUG)]);
    await lookedAtAll();
    const before = await seenTo();
    await capture([told(MUG, { status: 'IN_TRANSIT' })], 'capture-2');
    show();
    const entry = await entryOf('Mug, white');
    expect(await seenTo()).toBe(before);
    await waitFor(() => expect(onScreen).not.toBeNull());
    onScreen?.(true);
    await waitFor(async () => expect(await seenTo()).not.toBe(before), { timeout: 30_000 });
    expect(entry.textContent).toContain('New:');
  });

  it('lets what comes meanwhile wait until it is asked for', async () => {
    await capture([told(MUG), told(MAT)]);
    await capture([told(MUG, { status: 'IN_TRANSIT' })], 'capture-2');
    show();
    await entryOf('Mug, white');
    await capture([told(MAT, { status: 'IN_TRANSIT' }), told('576786105183900003')], 'capture-3');
    const button = await screen.findByRole('button', {
      name: 'Show what is new: 1 order changed and 1 order added',
    });
    expect(screen.getAllByRole('listitem').filter((item) => item.className.includes('entry'))).toHaveLength(
      2,
    );
    fireEvent.click(button);
    await waitFor(async () => expect((await entryOf('Yoga mat')).textContent).toContain('New:'));
    expect(document.activeElement?.textContent).toContain('Since you last looked');
    expect(screen.queryByRole('button', { name: /^Show what is new/ })).toBeNull();
  });

  it('starts to fill by itself, and says so while it is empty', async () => {
    show();
    await screen.findByText('Nothing has changed yet');
    await capture([told(MUG)]);
    await screen.findByText('1 order seen for the first time');
  });

  it('narrows to what changed and to what is unread', async () => {
    await capture([told(MUG), told(MAT)]);
    await capture([told(MUG, { paymentMethod: 'Visa' })], 'capture-2');
    await lookedAtAll();
    await capture([told(MAT, { status: 'IN_TRANSIT', paymentMethod: 'Visa' })], 'capture-3');
    show();
    await entryOf('Mug, white');
    fireEvent.change(screen.getByRole('combobox', { name: 'What changed' }), { target: { value: 'money' } });
    await waitFor(() => expect(screen.queryByText('In transit')).toBeNull());
    expect((await entryOf('Mug, white')).textContent).toContain('Payment unknown →  to Visa');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Only unread' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Mug, white' })).toBeNull());
    expect((await entryOf('Yoga mat')).textContent).toContain('Payment unknown →  to Visa');
    fireEvent.change(screen.getByRole('combobox', { name: 'What changed' }), {
      target: { value: 'returns' },
    });
    await screen.findByText('No change fits');
    click('Show all changes');
    await entryOf('Mug, white');
  });

  it('says what an import added in one line, and forgets what is undone', async () => {
    await capture([told(MUG)]);
    const file = { id: 'import-1', at: Date.now(), sourceId: 'files/tiktok-data-json', origin: 'data.zip' };
    const many = Array.from({ length: 1204 }, (_, index) => told(`5767861051839${String(10_000 + index)}`));
    await writeReading(
      readingHistory(),
      { ...file, kind: 'file', owner: SHOP },
      { ...emptyReading(), orders: many },
    );
    show();
    expect((await screen.findByText(/by an import of/)).textContent).toBe(
      '1,204 orders were added by an import of data.zip',
    );
    screen.getByText(/TikTok data export/);
    await undoCapture(readingHistory(), 'import-1', Date.now());
    await waitFor(() => expect(screen.queryByText(/by an import of/)).toBeNull());
    screen.getByText('1 order seen for the first time');
  });

  it('shows a page at a time, and where it ends', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `5767861051839${String(10_000 + index)}`);
    await capture(ids.map((id) => told(id)));
    for (const id of ids) await capture([told(id, { status: 'IN_TRANSIT' })], `capture-${id}`);
    show();
    await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(30));
    screen.getByRole('button', { name: 'Show older changes' }).focus();
    click('Show older changes');
    // Forty orders, and the three that the line of the first page names.
    await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(43));
    expect(screen.queryByRole('button', { name: 'Show older changes' })).toBeNull();
    screen.getByText('and 37 more');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('There are no older changes.'));
  });

  it('folds a long list of changes', async () => {
    await capture([told(MUG)]);
    const timeline = Array.from({ length: 9 }, (_, index) => ({
      at: Date.now() - index * 1000,
      title: `Step ${index}`,
      text: null,
    }));
    await capture([told(MUG, { timeline })], 'capture-2');
    show();
    const entry = await entryOf('Mug, white');
    expect(entry.textContent).not.toContain('Step 8');
    click('Show 4 more changes of Mug, white');
    await waitFor(() => expect(entry.textContent).toContain('Event added Step 8'));
    click('Show fewer changes of Mug, white');
    await waitFor(() => expect(entry.textContent).not.toContain('Step 8'));
  });

  it('shows hostile names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await capture([told(MUG)]);
    await capture([told(MUG, { items: [makeItem(hostile)], counterparty: hostile })], 'capture-2');
    const { container } = show();
    expect(await screen.findAllByRole('link', { name: `${hostile} + 1` })).toHaveLength(2);
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('the number of orders with unseen changes', () => {
  it('is there while there are any', async () => {
    await capture([told(MUG), told(MAT)]);
    await lookedAtAll();
    const { result } = renderHook(() => useUnseen());
    expect(result.current).toBeUndefined();
    await capture([told(MUG, { status: 'IN_TRANSIT' })], 'capture-2');
    await waitFor(() => expect(result.current).toBe('1'));
    await lookedAtAll();
    await waitFor(() => expect(result.current).toBeUndefined());
  });
});
