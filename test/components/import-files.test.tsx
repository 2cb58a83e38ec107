// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportCard } from '../../components/dashboard/data/ImportCard.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { EMPTY_TXT, exportText, ORDERS_TXT, SHOP_2026 } from '../fixtures/export/data-export.ts';
import { csvOf, usRow } from '../fixtures/seller-export/build.ts';
import { fake } from './fake-polyfill.ts';
import { answerAsWorker, running } from './fake-worker.ts';
import { answerAsBackground, cleanHistoryAfterEach } from './live.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();
// Preact asks an element which events it has, and happy-dom's have no drops.
for (const name of ['ondragover', 'ondragleave', 'ondrop']) Reflect.set(HTMLElement.prototype, name, null);
beforeEach(() => {
  answerAsBackground();
  answerAsWorker();
  render(<ImportCard />);
});

const WRITTEN_AT = Date.UTC(2026, 10, 1);
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string, ...content: BlobPart[]) => {
  const file = new File(content, name, { lastModified: WRITTEN_AT });
  fireEvent.change(screen.getByLabelText('Import file'), { target: { files: [file] } });
};
const preview = async () => within(await screen.findByRole('region', { name: 'Import preview' }));
const nothingIsThere = async () => {
  const db = readingHistory();
  const counts = [db.orders, db.records, db.captures, db.accounts].map((table) => table.count());
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
};

describe('importing TikTok’s data export', () => {
  it('says what is in it, asks whose it is, adds it under that name and takes it out as one', async () => {
    choose('user_data_tiktok.json', exportText(SHOP_2026));
    const shown = await preview();
    shown.getByText(/\(TikTok data export\) has 3 orders: 3 new, 0 completed, 0 conflicting, 0 unchanged/);
    shown.getByText('Beside them it has 1 voucher, 1 review, 1 return and 2 messages.');
    const name = shown.getByLabelText<HTMLInputElement>(/^Whose orders are these/);
    expect(name.value).toBe('My TikTok account');
    await nothingIsThere();
    fireEvent.input(name, { target: { value: ' Ann | Bo ' } });
    fireEvent.click(shown.getByRole('button', { name: 'Add to history' }));
    await screen.findByText(
      'Imported: 3 new, 0 updated, 0 unchanged. Also kept: 1 voucher, 1 review, 1 return and 2 messages.',
    );
    const db = readingHistory();
    expect(await db.accounts.toArray()).toMatchObject([
      { key: 'buyer|file:Ann   Bo', label: 'Ann   Bo', origin: 'file' },
    ]);
    expect((await db.orders.toArray())[0]?.order.sources[0]?.seenAt).toBe(WRITTEN_AT);
    expect(await db.captures.toArray()).toMatchObject([
      {
        sourceId: 'files/tiktok-data-json',
        origin: 'user_data_tiktok.json',
        createdCount: 3,
        recordCount: 5,
      },
    ]);
    expect(running.size).toBe(0);
    click('Undo this import');
    await screen.findByText(/^Undone: 3 orders removed\. If another file told the same/);
    expect([await db.orders.count(), await db.records.count(), await db.accounts.count()]).toEqual([0, 0, 0]);
  });

  it('knows what it has when the TXT of the same orders comes', async () => {
    choose('user_data_tiktok.json', exportText(SHOP_2026));
    fireEvent.click((await preview()).getByRole('button', { name: 'Add to history' }));
    await screen.findByText(/^Imported: 3 new/);
    choose('Order History.txt', ORDERS_TXT);
    (await preview()).getByText(/has 2 orders: 0 new, 0 completed, 0 conflicting, 2 unchanged/);
    fireEvent.click((await preview()).getByRole('button', { name: 'Add to history' }));
    await screen.findByText(/^Imported: 0 new/);
    expect(await readingHistory().orders.count()).toBe(3);
  });

  it('an empty name means the suggested one', async () => {
    choose('Order History.txt', ORDERS_TXT);
    const shown = await preview();
    fireEvent.input(shown.getByLabelText(/^Whose orders are these/), { target: { value: '  ' } });
    fireEvent.click(shown.getByRole('button', { name: 'Add to history' }));
    await screen.findByText(/^Imported: 2 new/);
    expect((await readingHistory().orders.toArray())[0]?.order.account).toBe('file:My TikTok account');
  });

  it('a seller’s export is a shop of its market', async () => {
    choose('All order.csv', csvOf([usRow()]));
    const shown = await preview();
    const name = shown.getByLabelText<HTMLInputElement>(/^Whose orders are these/);
    expect(name.value).toBe('Shop US');
    fireEvent.click(shown.getByRole('button', { name: 'Add to history' }));
    await screen.findByText(/^Imported: 1 new/);
    const [account] = await readingHistory().accounts.toArray();
    expect(account).toMatchObject({ key: 'seller|file:Shop US', label: 'Shop US', market: 'US' });
  });

  it('takes a file that is dropped', async () => {
    const label = screen.getByText('or drop it here').closest('label') as HTMLElement;
    const files = [new File([ORDERS_TXT], 'Order History.txt')];
    fireEvent.dragOver(label);
    await waitFor(() => expect(label.className).toContain('over'));
    fireEvent.drop(label, { dataTransfer: { files } });
    (await preview()).getByText('Order History.txt');
    expect(label.className).not.toContain('over');
  });

  it('says that it takes one of several files, and stays when a file lands beside it', async () => {
    const label = screen.getByText('or drop it here').closest('label') as HTMLElement;
    const files = [new File([ORDERS_TXT], 'Order History.txt'), new File(['x'], 'other.txt')];
    fireEvent.drop(label, { dataTransfer: { files } });
    screen.getByText('One file at a time: of 2, only Order History.txt is read.');
    (await preview()).getByText('Order History.txt');
    expect(screen.getByText(/^Order History\.txt was read; nothing is added yet/).role).toBe('status');
    // False: the browser's own answer, to open the file, was prevented.
    expect(fireEvent.drop(document.body)).toBe(false);
  });

  it('an export without orders has nothing to add, and no one to name', async () => {
    choose('Order History.txt', EMPTY_TXT);
    const shown = await preview();
    shown.getByText('There is nothing in it to add.');
    expect(shown.queryByLabelText(/^Whose orders are these/)).toBeNull();
  });

  it('tells how many entries can’t be read', async () => {
    choose('user_data.json', exportText({ 'Order History': { OrderHistories: { '1': 'x', '2': 7 } } }));
    (await preview()).getByText('2 entries could not be read and will be left out.');
  });
});

describe('reading', () => {
  const big = () => {
    const filler = JSON.stringify({
      Videos: Array(40_000).fill({ Link: 'https://x.example/', Date: '2026' }),
    });
    return exportText(SHOP_2026).replace('"Ads and data":{}', `"Ads and data":${filler}`);
  };

  it('shows how far it is, and ends at once when it is cancelled', async () => {
    choose('user_data_tiktok.json', big());
    await screen.findByText(/^MB read: \d of 2$/);
    expect(running.size).toBe(1);
    click('Cancel');
    expect(running.size).toBe(0);
    expect(screen.queryByText(/^MB read/)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(screen.queryByRole('region', { name: 'Import preview' })).toBeNull();
    await nothingIsThere();
  });

  it('says what is wrong, and leaves no worker and no trace', async () => {
    choose('user_data_tiktok.json', exportText(SHOP_2026).slice(0, 400));
    expect((await screen.findByRole('alert')).textContent).toMatch(/cut short/);
    expect(running.size).toBe(0);
    await nothingIsThere();
  });

  it.each([
    ['photo.png', '\u0089PNG', /^photo\.png is no file that OrderLens can import|looks like/],
    ['page.html', '<!DOCTYPE html>', /page\.html looks like a web page/],
    [
      'notes.txt',
      'Buy milk',
      /notes\.txt is no file that OrderLens can import\. These are: TikTok data export/,
    ],
    ['empty.json', '', /empty\.json is empty/],
    ['words.json', 'hello', /This file is no JSON/],
    ['other.json', '{"a":1}', /not a file of OrderLens/],
  ])('says what %s is', async (name, text, message) => {
    choose(name, text);
    expect((await screen.findByRole('alert')).textContent).toMatch(message);
  });

  it('refuses more than 1 GB before it reads a byte', async () => {
    const file = new File(['{}'], 'huge.json');
    Object.defineProperty(file, 'size', { value: 1024 ** 3 + 1 });
    fireEvent.change(screen.getByLabelText('Import file'), { target: { files: [file] } });
    expect((await screen.findByRole('alert')).textContent).toMatch(/huge\.json is larger than 1 GB/);
    expect(running.size).toBe(0);
  });

  it('shows markup and formulas as they are', async () => {
    const name = '<img src=x onerror=alert(1)>=HYPERLINK("x").json';
    choose(name, exportText(SHOP_2026));
    (await preview()).getByText(name);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('adding', () => {
  it('takes back what was added when a part fails', async () => {
    choose('user_data_tiktok.json', exportText(SHOP_2026));
    const background = fake.answer;
    fake.answer = async (message) => {
      const reply = await background(message);
      return Reflect.get(message as object, 'command') === 'import.add'
        ? { ok: false, error: 'The disk is full.' }
        : reply;
    };
    fireEvent.click((await preview()).getByRole('button', { name: 'Add to history' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full. Nothing was imported.');
    await waitFor(async () => expect(await readingHistory().orders.count()).toBe(0));
    expect(await readingHistory().records.count()).toBe(0);
  });

  it('sends several parts at once, none of them large', async () => {
    const ORDER = { order_date: '2026-02-03 09:15:30', total_price: '1.00 USD' };
    const entries = Array.from({ length: 2100 }, (_, index) => [
      `5771${String(index).padStart(14, '0')}`,
      ORDER,
    ]);
    choose(
      'user_data.json',
      exportText({ 'Order History': { OrderHistories: Object.fromEntries(entries) } }),
    );
    const background = fake.answer;
    let [now, most] = [0, 0];
    fake.answer = async (message) => {
      most = Math.max(most, ++now);
      const reply = await background(message);
      now -= 1;
      return reply;
    };
    fireEvent.click((await preview()).getByRole('button', { name: 'Add to history' }));
    await screen.findByText(/^Imported: 2,100 new/, undefined, { timeout: 5000 });
    expect(most).toBe(3);
    expect(await readingHistory().orders.count()).toBe(2100);
    click('Undo this import');
    await screen.findByText(/^Undone: 2,100 orders removed\./, undefined, { timeout: 5000 });
  });
});
