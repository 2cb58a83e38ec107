import { expect, test } from 'vitest';
import { type Command, maySend } from '../../lib/messages/protocol.ts';
import { answer, type Caller } from '../../lib/messages/server.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/model/alert.ts';
import { makeOrder } from '../history/build.ts';
import { IMPORT, NAMES, OWN_DISPATCH, record, VALID } from './server-messages.ts';

const callerOf = (command: Command): Caller => {
  const from = (['own', 'seller', 'buyer'] as const).find((sender) => maySend(sender, command));
  return { from: from ?? 'own', host: 'seller-us.tiktok.com' };
};
const text = (length: number) => 'x'.repeat(length);
const WRONG: [Command, unknown][] = [
  ...NAMES.flatMap((name): [Command, unknown][] => [
    [name, undefined],
    [name, null],
    [name, 'data'],
    [name, 7],
  ]),
  ['capture.submit', { url: 'u', requestText: '' }],
  ['capture.submit', { url: 7, requestText: '', bodyText: '' }],
  ['capture.submit', { url: text(8193), requestText: '', bodyText: '' }],
  ['capture.submit', { url: '', requestText: text(262_145), bodyText: '' }],
  ['capture.submit', { url: '', requestText: '', bodyText: text(8_388_609) }],
  ['capture.submit', { url: '', requestText: '', bodyText: { code: 0 } }],
  ['capture.submit', { url: '', requestText: '', bodyText: ['{}'] }],
  ...['', 'x7', '7'.repeat(26), 7, null].map((userId): [Command, unknown] => [
    'capture.submit',
    { url: '', requestText: '', bodyText: '', userId },
  ]),
  ['capture.dropped', { reason: 'because', count: 1 }],
  ['capture.dropped', { reason: ['rate'], count: 1 }],
  ['capture.dropped', { reason: 'rate', count: 0 }],
  ['capture.dropped', { reason: 'rate', count: 100_001 }],
  ['capture.dropped', { reason: 'rate', count: 1.5 }],
  ['capture.dropped', { reason: 'rate', count: Number.NaN }],
  ['overlay.read', { orderIds: '577000000000000001' }],
  ['overlay.read', { orderIds: [577_000_000_000_000] }],
  ['overlay.read', { orderIds: ['57700000000000000X'] }],
  ['overlay.read', { orderIds: ['577000000000000001\n'] }],
  ['overlay.read', { orderIds: ['12345678901234'] }],
  ['overlay.read', { orderIds: ['123456789012345678901'] }],
  ['overlay.read', { orderIds: Array.from({ length: 201 }, () => '577000000000000001') }],
  ['overlay.fold', { isFolded: 'yes' }],
  ['overlay.show', { isFolded: 1 }],
  ['account.rename', { key: '', label: null }],
  ['account.rename', { key: 'k', label: text(61) }],
  ['account.rename', { key: 'k' }],
  ['capture.undo', { captureId: '' }],
  ['capture.undo', { captureId: text(201) }],
  ['capture.undo', { captureId: 7 }],
  ['history.check', { repair: 'true' }],
  ['alerts.setSettings', { settings: { ...DEFAULT_ALERT_SETTINGS, digestAt: '24:00' } }],
  ['alerts.setSettings', { settings: { ...DEFAULT_ALERT_SETTINGS, shipByHours: [0] } }],
  ['alerts.setSettings', { settings: { ...DEFAULT_ALERT_SETTINGS, channels: { 'ship-by': 'shout' } } }],
  ['alerts.setOwnRules', { rules: [{ id: 'r', name: '' }] }],
  ['alerts.mark', { ids: 'ship-by', as: 'done' }],
  ['alerts.mark', { ids: [], as: 'gone' }],
  ['alerts.snooze', { ids: [], untilAt: -1 }],
  ['alerts.snooze', { ids: [text(701)], untilAt: 1 }],
  ['feed.seen', { changeId: 1.5 }],
  ['rulebook.setOverrides', { overrides: [{ ...OWN_DISPATCH, workingDays: -1 }] }],
  ['rulebook.setOverrides', { overrides: [{ ...OWN_DISPATCH, cutOff: '24:00' }] }],
  ['rulebook.setOverrides', { overrides: [{ ...OWN_DISPATCH, kind: 'free-cancel' }] }],
  ['import.add', { ...IMPORT, fileName: text(301), orders: [] }],
  ['import.add', { ...IMPORT, orders: [{}] }],
  ['import.add', { ...IMPORT, sourceId: 'seller/order-list' }],
  ['import.add', { ...IMPORT, records: [{ kind: 'secret', id: '1' }] }],
  ['import.add', { ...IMPORT, orders: [{ ...makeOrder({}), id: 5 }] }],
  ['import.add', { ...IMPORT, orders: [{ ...makeOrder({}), placedAt: -1 }] }],
  ['import.add', { ...IMPORT, orders: Array.from({ length: 1001 }, () => makeOrder({})) }],
];

test.each(WRONG)('%s with wrong data is refused (case %#)', async (command, data) => {
  const { handlers, calls } = record();
  const caller = callerOf(command);
  expect(await answer({ command, data }, caller, handlers)).toEqual({ ok: false, error: 'Refused' });
  expect(calls).toEqual([]);
});

test.each(NAMES)('%s does not pass extra fields on', async (command) => {
  const { handlers, calls } = record();
  const caller = callerOf(command);
  const data = { ...(VALID[command] as object), host: 'evil.com', isAdmin: true };
  expect((await answer({ command, data, from: 'own' }, caller, handlers)).ok).toBe(true);
  expect(calls[0]?.[1]).toEqual(VALID[command]);
  expect(calls[0]?.[2]).toBe(caller);
});
