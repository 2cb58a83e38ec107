import { describe, expect, it } from 'vitest';
import { alertNeeds, withAlerts } from '../../components/popup/alert-needs.ts';
import type { Need } from '../../components/popup/needs.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { HOST, makeAccount, makeAlert, NOW } from './support.ts';

const ID = '576786105183000001';
const SHOP = makeAccount();
const ME = makeAccount({ key: 'buyer|acc_me', role: 'buyer', account: 'acc_me', host: 'www.tiktok.com' });
const bought = { role: 'buyer', accountKey: ME.key, orderKey: `${ME.key}|${ID}` } as const;

describe('the open alerts as rows of the popup', () => {
  it('says what it is, how urgent, until when, and leads to the order’s page', () => {
    const alert = makeAlert('order-changed', {
      title: 'Items changed',
      detail: 'Mug, white · …000001',
      severity: 'critical',
      dueAt: NOW + HOUR_MS,
      why: 'Page: ship by then',
    });
    expect(alertNeeds([alert], 'seller', [SHOP], NOW)).toEqual([
      {
        id: `alert ${alert.id}`,
        icon: 'alert',
        tone: 'soon',
        title: 'Items changed',
        detail: 'Mug, white · …000001',
        clock: { atMs: NOW + HOUR_MS, why: 'Page: ship by then' },
        goal: { kind: 'tiktok', url: `https://${HOST}/order/detail?order_no=${ID}` },
        alertId: alert.id,
      },
    ]);
  });

  it('leads to the dashboard where TikTok’s page is not the place', () => {
    const goals = (alert: ReturnType<typeof makeAlert>, role: 'seller' | 'buyer', accounts = [SHOP, ME]) =>
      alertNeeds([alert], role, accounts, NOW).map(({ goal }) => goal);
    const order = `#orders/${encodeURIComponent(`${ME.key}|${ID}`)}`;
    expect(goals(makeAlert('delivered', bought), 'buyer')).toEqual([{ kind: 'dashboard', hash: order }]);
    const budget = makeAlert('budget', { ...bought, orderKey: null, accountKey: null });
    expect(goals(budget, 'buyer')).toEqual([{ kind: 'dashboard', hash: '#spending' }]);
    const sku = makeAlert('sku-returns', { orderKey: null });
    expect(goals(sku, 'seller')).toEqual([{ kind: 'dashboard', hash: '#alerts' }]);
    const imported = makeAccount({ host: null, origin: 'file' });
    expect(goals(makeAlert('buyer-note'), 'seller', [imported])).toEqual([
      { kind: 'dashboard', hash: `#orders/${encodeURIComponent(`${SHOP.key}|${ID}`)}` },
    ]);
  });

  it.each(['ship-by', 'return-requested', 'cancellation-requested'] as const)(
    'leaves %s to the facts',
    (kind) => expect(alertNeeds([makeAlert(kind)], 'seller', [SHOP], NOW)).toEqual([]),
  );

  it('leaves what the header says to the header', () => {
    const stale = makeAlert('stale-data', { orderKey: null });
    expect(alertNeeds([stale], 'seller', [SHOP], NOW)).toHaveLength(1);
    const old = makeAccount({ lastSeenAt: NOW - 30 * HOUR_MS });
    expect(alertNeeds([stale], 'seller', [old], NOW)).toEqual([]);
  });

  it('keeps sides and shops apart', () => {
    const alerts = [
      makeAlert('buyer-note'),
      makeAlert('delivered', bought),
      makeAlert('own-rule', { accountKey: 'seller|acc_2', orderKey: `seller|acc_2|${ID}` }),
    ];
    const icons = (role: 'seller' | 'buyer') =>
      alertNeeds(alerts, role, [SHOP, ME], NOW).map(({ icon }) => icon);
    expect(icons('seller')).toEqual(['note']);
    expect(icons('buyer')).toEqual(['home']);
  });

  it('makes one row of many of a kind, and never more than twenty', () => {
    const many = Array.from({ length: 1204 }, (_, index) =>
      makeAlert('auto-cancel', { id: `a${index}`, title: 'Cancels itself in 24 h', detail: `Mug ${index}` }),
    );
    const rows = alertNeeds(many, 'seller', [SHOP], NOW);
    expect(rows).toMatchObject([
      {
        title: 'Auto-cancel near: 1,204 orders',
        detail: 'First: Cancels itself in 24 h · Mug 0',
        goal: { kind: 'dashboard', hash: '#alerts' },
      },
    ]);
    expect(rows[0]).not.toHaveProperty('alertId');
  });

  it('puts what is late first, and news last', () => {
    const fact = (id: string, tone: Need['tone']): Need => ({
      id,
      icon: 'clock',
      tone,
      title: id,
      detail: '',
      clock: null,
      goal: { kind: 'dashboard', hash: '#data' },
    });
    const facts = [fact('overdue', 'late'), fact('due', 'soon'), fact('drift', 'calm')];
    const alerts = alertNeeds(
      [
        makeAlert('delivery-failed', { id: 'failed', severity: 'critical' }),
        makeAlert('order-changed', { id: 'changed' }),
        makeAlert('own-rule', { id: 'news', severity: 'low' }),
      ],
      'seller',
      [SHOP],
      NOW,
    );
    expect(withAlerts(facts, alerts).map(({ id }) => id)).toEqual([
      'overdue',
      'alert failed',
      'due',
      'alert changed',
      'drift',
      'alert news',
    ]);
    expect(withAlerts(facts, [])).toBe(facts);
  });
});
