// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { DataRoom } from '../../components/dashboard/data/DataRoom.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import type { Order } from '../../lib/model/order.ts';
import { fake } from './fake-polyfill.ts';
import { answerAsWorker } from './fake-worker.ts';
import { answerAsBackground, capture, cleanHistoryAfterEach } from './live.ts';
import { makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const orders = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    makeOrder(`5767861051839${String(from + index).padStart(5, '0')}`),
  );
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const count = () => readingHistory().orders.count();

function show(orderCount = 0) {
  answerAsBackground();
  answerAsWorker();
  return render(<DataRoom accounts={[]} orderCount={orderCount} now={Date.now()} />);
}

function importText(text: string): void {
  const file = new File([text], 'orderlens-2026-11-20.json', { type: 'application/json' });
  fireEvent.change(screen.getByLabelText('Import file'), { target: { files: [file] } });
}

const importOrders = (list: Order[]) =>
  importText(JSON.stringify({ format: 'orderlens/1', exportedAt: new Date().toISOString(), orders: list }));

describe('importing', () => {
  it('shows what a file would change, adds it, and takes it out again', async () => {
    await capture(orders(2));
    show();
    importOrders(orders(600));
    const preview = within(await screen.findByRole('region', { name: 'Import preview' }));
    preview.getByText(/598 new, 0 completed, 0 conflicting, 2 unchanged/);
    expect(await count()).toBe(2);
    fireEvent.click(preview.getByRole('button', { name: 'Add to history' }));
    await screen.findByText('Imported: 598 new, 0 updated, 2 unchanged.');
    expect(await count()).toBe(600);
    // Parts of 50 under one name, so that it is undone as one.
    const parts = fake.messages.map((message) => JSON.parse(JSON.stringify(message)).data);
    expect(parts.map((part) => part.orders.length)).toEqual(Array(12).fill(50));
    expect(new Set(parts.map((part) => part.importId)).size).toBe(1);
    click('Undo this import');
    await screen.findByText(
      /^Undone: 598 orders removed\. If another file told the same, import that file again/,
    );
    expect(await count()).toBe(2);
  });

  it('changes nothing when it is cancelled', async () => {
    show();
    importOrders(orders(3));
    const preview = within(await screen.findByRole('region', { name: 'Import preview' }));
    fireEvent.click(preview.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('region', { name: 'Import preview' })).toBeNull();
    expect(await count()).toBe(0);
  });

  it('takes back what was added when it is cancelled on the way', async () => {
    show();
    const background = fake.answer;
    fake.answer = async (message) => {
      const reply = await background(message);
      click('Cancel');
      return reply;
    };
    importOrders(orders(600));
    fireEvent.click(await screen.findByRole('button', { name: 'Add to history' }));
    await screen.findByText('Cancelled. Your history is as it was.');
    expect(await count()).toBe(0);
  });

  it.each([
    [
      '{"format":"orderlens/1","orders":[{"id":5}]}',
      /Order 1 \(5\) can't be read: id should be of type string/,
    ],
    ['{"format":"orderlens/1","orders":[', /cut short/],
    ['hello', /This file is no JSON/],
  ])('says aloud why it can’t read %s', async (text, message) => {
    show();
    importText(text);
    expect((await screen.findByRole('alert')).textContent).toMatch(message);
    expect(screen.queryByRole('region', { name: 'Import preview' })).toBeNull();
  });
});

describe('exporting', () => {
  it('saves every order to a file named by the day', async () => {
    await capture(orders(3));
    const saved: { name: string; blob: Blob }[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push({ name: '', blob: blob as Blob });
      return 'blob:orders';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      for (const file of saved) file.name = this.download;
    });
    show(3);
    click('Export JSON');
    await screen.findByText(/^3 orders saved to orderlens-\d{4}-\d{2}-\d{2}\.json\.$/);
    const [file] = saved;
    expect(file?.name).toMatch(/^orderlens-/);
    expect(JSON.parse((await file?.blob.text()) ?? '').orders).toHaveLength(3);
  });
});

describe('captures', () => {
  it('lists them, and undoes one with the result said aloud', async () => {
    await capture(orders(2), 'capture-a');
    show();
    await screen.findByText(/2 new/);
    fireEvent.click(screen.getByRole('button', { name: 'Undo Order list, just now' }));
    expect((await screen.findByText('Undone: 2 orders removed.')).getAttribute('role')).toBe('status');
    await screen.findByText('Undone');
  });
});

describe('imports', () => {
  it('stay in reach however many captures follow them', async () => {
    show();
    importOrders(orders(1));
    fireEvent.click(await screen.findByRole('button', { name: 'Add to history' }));
    await screen.findByText(/^Imported: 1 new/);
    for (let index = 1; index <= 22; index += 1) await capture(orders(1, index), `capture-${index}`);
    const captures = within(await screen.findByRole('region', { name: 'Newest captures' }));
    await waitFor(() => expect(captures.getAllByRole('listitem')).toHaveLength(20));
    const imports = within(screen.getByRole('region', { name: 'Imports' }));
    fireEvent.click(imports.getByRole('button', { name: /^Undo/ }));
    await screen.findByText(/^Undone: 1 order removed\./);
  });
});

describe('totals', () => {
  it('finds wrong totals and repairs them', async () => {
    await capture(orders(2));
    show();
    click('Check totals');
    await screen.findByText(/^All \d+ totals are right\.$/);
    const db = readingHistory();
    await db.rollups.toCollection().modify((row) => {
      row.counts['orders'] = 99;
    });
    click('Check totals');
    await screen.findByText(/are wrong\.$/);
    click('Repair totals');
    await screen.findByText(/^Repaired\./);
  });
});

describe('the drift report', () => {
  it('can be looked at, and is copied as it is', async () => {
    const written: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text));
    show();
    await screen.findByText(/Everything was read/);
    click('Copy drift report');
    await screen.findByText('Copied.');
    expect(written[0]).toContain('OrderLens 9.9.9 drift report');
  });
});

describe('deleting everything', () => {
  it('asks first with the focus on Cancel, says what goes, and deletes on the second click', async () => {
    await capture(orders(2));
    show(1204);
    click('Delete everything');
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete everything?' }));
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Cancel' }));
    dialog.getByText(/1,204 orders of 0 accounts.*notes, the log.*messages.*budgets and category rules/);
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await count()).toBe(2);
    click('Delete everything');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete everything' }));
    await screen.findByText('Everything was deleted.');
    await waitFor(async () => expect(await count()).toBe(0));
  });

  it('says why when it failed', async () => {
    show();
    fake.answer = async () => ({ ok: false, error: 'The disk is gone' });
    click('Delete everything');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete everything' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is gone');
  });
});
