// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OrderPanel } from '../../components/dashboard/order/OrderPanel.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { writeReading } from '../../lib/history/write.ts';
import { orderKey } from '../../lib/model/key.ts';
import { type Account, emptyOrder, type Order } from '../../lib/model/order.ts';
import { stageOf } from '../../lib/model/status.ts';
import { DAY_MS } from '../../lib/model/time.ts';
import { emptyReading } from '../../lib/sources/source.ts';
import { fake } from './fake-polyfill.ts';
import { answerAsBackground, cleanHistoryAfterEach } from './live.ts';
import { makeAccount, makeItem } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const BUYER: Account = { role: 'buyer', account: 'acc_me', market: 'US' };
const ACCOUNT = makeAccount({ key: 'buyer|acc_me', ...BUYER, host: 'www.tiktok.com' });
const ID = '577000000000000009';
const NOW = Date.now();
const HOSTILE = '"><img src=x onerror=alert(1)>';

function bought(fields: Partial<Order> = {}): Order {
  const order = {
    ...emptyOrder(ID, BUYER),
    currency: 'USD',
    status: 'AWAITING_SHIPMENT' as const,
    placedAt: NOW - 2 * DAY_MS,
    paidAt: NOW - 2 * DAY_MS,
    counterparty: 'Harbor & Pine',
    items: [{ ...makeItem('Mug'), unitPrice: 900, listPrice: 1900 }],
    sources: [{ id: 'buyer/order-detail', seenAt: NOW }],
    ...fields,
  };
  return { ...order, stage: stageOf(order) };
}

let captures = 0;
async function see(...orders: Order[]): Promise<void> {
  captures += 1;
  const at = Date.now();
  const page = { id: `c${captures}`, at, sourceId: 'buyer/order-detail', origin: 'www.tiktok.com' } as const;
  await writeReading(
    readingHistory(),
    { ...page, kind: 'page', owner: BUYER },
    { ...emptyReading(), orders },
  );
}

async function open() {
  const key = orderKey(bought());
  const view = render(<OrderPanel orderKey={key} accounts={[ACCOUNT]} now={NOW} onClose={() => {}} />);
  await screen.findByRole('region', { name: 'Log' });
  return view;
}

const part = (name: string) => within(screen.getByRole('region', { name }));
const type = (label: string, value: string, within_ = screen as Pick<typeof screen, 'getByLabelText'>) =>
  fireEvent.input(within_.getByLabelText(label), { target: { value } });

beforeEach(() => answerAsBackground());

describe('an order that the user bought', () => {
  it('tells status, rights with their sources, refunds and the bill', async () => {
    const returns = [
      {
        ...{ id: 'r', type: 'REFUND', status: 'PENDING', amount: 500, openedAt: NOW - DAY_MS },
        ...{ respondByAt: null, closedAt: null, lineIds: [], received: 200 },
      },
    ];
    const billItems = [
      { label: 'Subtotal', amount: 900 },
      { label: HOSTILE, amount: -100 },
      { label: 'Total', amount: 800 },
    ];
    const amounts = { ...emptyOrder('1', BUYER).amounts, total: 800 };
    await see(bought({ status: 'DELIVERED', deliveredAt: NOW - DAY_MS, returns, billItems, amounts }));
    const { container } = await open();
    screen.getByText(/It has arrived/);
    part('Your rights').getByText(/^29 d left to return it, until /);
    part('Your rights').getByText(
      /^Rule: 30 days from delivery \(shop\.tiktok\.com\/us\/protections, checked/,
    );
    part('Your rights').getByText(/^Rule: 90 days from delivery for what is damaged or wrong/);
    part('Refunds').getByText('Money owed to you: $3.00');
    part('Refunds').getByText('Page: Promised $5.00, received $2.00, asked for 1 d ago');
    const bill = part('Bill')
      .getAllByRole('definition')
      .map((line) => line.textContent);
    expect(bill).toEqual(['$9.00', '-$1.00', '$8.00']);
    expect(container.querySelector('img')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /Open on TikTok/ }));
    expect(fake.opened).toEqual([`https://www.tiktok.com/shop/order_detail?main_order_id=${ID}`]);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('compares the price with what was paid before, and links the earlier orders', async () => {
    const items = [{ ...makeItem('Mug', 2), unitPrice: 750, lineIds: [] }];
    await see(
      bought(),
      bought({ id: '577000000000000001', placedAt: NOW - 90 * DAY_MS, status: 'COMPLETED', items }),
    );
    await open();
    part('Items').getByText(/^\$1\.50 more: the lowest you paid before was \$7\.50 on /);
    part('Items').getByText('$19.00');
    const link = part('Items').getByRole('link', { name: /^Bought on .+, 2 of them$/ });
    expect(link.getAttribute('href')).toBe('#orders/buyer%7Cacc_me%7C577000000000000001');
  });

  it('watches a change from the moment it was asked for', async () => {
    await see(bought({ shipTo: '12 Elm St' }));
    await open();
    type('What exactly (optional)', 'To 4 Oak Ave');
    fireEvent.click(screen.getByRole('button', { name: 'Watch for it' }));
    await screen.findByText('Waiting for the change of address');
    part('Log').getByText('To 4 Oak Ave');
    await see(
      bought({
        shipTo: '4 Oak Ave',
        updatedAt: NOW + 1,
        sources: [{ id: 'buyer/order-detail', seenAt: NOW + 1 }],
      }),
    );
    await screen.findByText('Address changed to 4 Oak Ave');
    fireEvent.click(screen.getByRole('button', { name: 'Stop watching' }));
    await waitFor(() => expect(screen.queryByText('Address changed to 4 Oak Ave')).toBeNull());
    part('Log').getByText(/^Asked: another address/);
  });

  it('copies a message as the user changed it, notes it, and sends nothing to the shop', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    await see(bought());
    await open();
    const composer = part('Write to the shop');
    expect((composer.getByLabelText('Message') as HTMLTextAreaElement).value).toContain(`Order: ${ID}`);
    fireEvent.change(composer.getByLabelText('About'), { target: { value: 'cancel' } });
    fireEvent.change(composer.getByLabelText('Language'), { target: { value: 'es' } });
    await waitFor(() =>
      expect((composer.getByLabelText('Message') as HTMLTextAreaElement).value).toContain(
        'cancelar este pedido',
      ),
    );
    type('Message', 'Please cancel it', composer);
    fireEvent.click(composer.getByRole('button', { name: 'Copy message' }));
    await part('Log').findByText('Please cancel it');
    expect(written).toEqual(['Please cancel it']);
    expect(fake.messages).toEqual([
      {
        command: 'note.add',
        data: { orderKey: orderKey(bought()), kind: 'message', text: 'Please cancel it' },
      },
    ]);
    vi.unstubAllGlobals();
  });

  it('keeps notes: adds, changes and deletes them, after a question', async () => {
    await see(bought());
    await open();
    type('Note', `  ${HOSTILE} `);
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await part('Log').findByText(HOSTILE);
    fireEvent.click(screen.getByRole('button', { name: 'Edit: Note' }));
    type('Text', 'They called back');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await part('Log').findByText('They called back');
    fireEvent.click(screen.getByRole('button', { name: 'Delete: Note' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByText('They called back')).toBeNull());
    expect(await readingHistory().notes.count()).toBe(0);
  });

  it('says why a note was not saved, and keeps what was written', async () => {
    await see(bought());
    await open();
    fake.answer = async () => ({ ok: false, error: 'The disk is full' });
    type('Note', 'mine');
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The disk is full');
    expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('mine');
  });

  it('shows what a data export told of the order, and of its shop', async () => {
    const record = {
      account: 'file:me',
      captureId: 'i',
      seenAt: NOW,
      before: null,
      status: null,
      text: null,
    };
    const said = { ...record, kind: 'message', at: NOW, title: null } as const;
    await readingHistory().records.bulkPut([
      { ...said, key: '1', id: '1', shop: 'Harbor & Pine', orderId: ID, text: `Blue, please ${HOSTILE}` },
      { ...said, key: '2', id: '2', shop: 'Harbor & Pine', orderId: null, text: 'Do you ship lamps?' },
      { ...said, key: '3', id: '3', shop: 'Elsewhere', orderId: '1', text: 'Not about this' },
    ]);
    await see(bought());
    await open();
    await screen.findByRole('region', { name: 'From your data export' });
    part('From your data export').getByText(`Message · Blue, please ${HOSTILE}`);
    expect(part('With this shop').getAllByRole('listitem')).toHaveLength(1);
    part('With this shop').getByText('Message · Do you ship lamps?');
    expect(screen.queryByText(/Not about this/)).toBeNull();
  });

  it('tells a return parcel from the order’s own', async () => {
    const parcel = { id: 'p', unitId: null, trackingNumber: '1Z9', carrier: 'UPS', etaAt: null, events: [] };
    await see(bought({ packages: [parcel, { ...parcel, id: 'q', carrier: null, isReturn: true }] }));
    await open();
    part('Packages').getByText('UPS');
    part('Packages').getByText('Return: carrier unknown');
  });
});
