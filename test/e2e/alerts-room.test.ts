import { describe, expect, test } from 'vitest';
import {
  HOUR,
  leaveOneToShip,
  readIcon,
  seeOrders,
  toldTitles,
  turnOnNotifications,
} from './harness/alerts.ts';
import { findBarriers } from './harness/axe.ts';
import { openRoom, turnOn } from './harness/product.ts';
import { BROWSERS, useSession } from './harness/session.ts';
import type { Tab } from './harness/types.ts';

const NEEDS = { role: 'region', name: 'Needs you' } as const;
const NEWS = { role: 'region', name: 'Since you last looked' } as const;
const RULES = { role: 'region', name: 'Your own rules' } as const;
const TITLE = 'Ship within 12 h';
const press = (name: string) => ({ role: 'button', name }) as const;

async function textOf(tab: Tab, target: Parameters<Tab['texts']>[0]): Promise<string> {
  return (await tab.texts(target)).join(' ');
}

describe.each(BROWSERS)('the room Alerts in %s', (name) => {
  const session = useSession(name, { shops: [{ market: 'US', orders: 6 }], desktop: true });

  test('marks an alert done, takes that back, and puts it off', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    leaveOneToShip(shop, 'US', Date.now() + 5 * HOUR);
    await seeOrders(session, 'US');
    const room = await openRoom(browser, 'Alerts');
    await expect.poll(() => textOf(room, NEEDS)).toContain(TITLE);
    const badge = async () => (await readIcon(room)).badge;
    await expect.poll(badge).toBe('1');
    await room.click(press('Done'));
    await expect.poll(() => textOf(room, NEEDS)).toContain('Nothing needs you right now.');
    await expect.poll(badge).toBe('');
    await room.click(press('Undo'));
    await expect.poll(() => textOf(room, NEEDS)).toContain(TITLE);
    await expect.poll(badge).toBe('1');
    await room.click(press('Snooze'));
    await room.click(press('For 1 hour'));
    await expect.poll(() => textOf(room, NEEDS)).toContain('Nothing needs you right now.');
    await expect.poll(badge).toBe('');
  });

  test('counts what changed since the last look, until it was seen', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    const order = leaveOneToShip(shop, 'US', Date.now() + 5 * HOUR);
    await seeOrders(session, 'US');
    const room = await openRoom(browser, 'Alerts');
    await room.click({ role: 'link', name: 'Changes' });
    await room.texts(NEWS);
    const unread = () => room.evaluate(() => document.querySelector('.parts em')?.textContent ?? '');
    await expect.poll(unread).toBe('');
    shop.mutate('US', order.id, 'ship');
    await seeOrders(session, 'US');
    await room.show();
    await expect.poll(unread).toBe('1');
    await room.reload();
    await expect.poll(() => textOf(room, NEWS)).toContain('1 order changed');
    expect(await textOf(room, NEWS)).toContain(order.id.slice(-6));
    await room.click(press('Mark all as seen'));
    await expect.poll(unread).toBe('');
  });

  test('keeps a rule of one’s own, which speaks of the orders that it is about', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    await turnOnNotifications(browser);
    const [largest] = shop.orders('US');
    shop.mutate('US', largest?.id ?? '', (order) => {
      order.amounts.total = 900_000;
    });
    const room = await openRoom(browser, 'Alerts');
    await room.click({ role: 'link', name: 'Rules' });
    await room.click(press('New rule'));
    await room.click(press('Save rule'));
    await expect.poll(() => textOf(room, RULES)).toMatch(/name/i);
    await room.fill({ role: 'textbox', name: 'Name' }, 'The big one');
    await room.fill({ role: 'textbox', name: 'Only of at least' }, '9,000');
    await room.click(press('Save rule'));
    await expect.poll(() => textOf(room, RULES)).toContain('Saved.');
    expect(await textOf(room, RULES)).toContain('The big one');
    await browser.killWorker();
    await seeOrders(session, 'US');
    await expect
      .poll(async () =>
        (await browser.notices?.told())?.map(({ title, text }) => `${title}: ${text}`).join('\n'),
      )
      .toMatch(new RegExp(`The big one: .*${largest?.id.slice(-6)}`));
    await room.show();
    await room.click(press('Try'));
    await expect.poll(() => textOf(room, RULES)).toContain('would have fired once');
    expect((await toldTitles(browser)).filter((title) => title === 'The big one')).toHaveLength(1);
  });

  test('and the settings are open to everybody, in light and dark', async () => {
    const { browser, shop } = session;
    await turnOn(browser, 'US');
    shop.mutate('US', leaveOneToShip(shop, 'US', Date.now() + 5 * HOUR).id, 'request-cancel');
    await seeOrders(session, 'US');
    const room = await openRoom(browser, 'Alerts');
    await expect.poll(() => textOf(room, NEEDS)).toContain(TITLE);
    for (const dark of [false, true]) {
      await room.emulate({ dark });
      for (const part of ['Now', 'Changes', 'History', 'Rules']) {
        await room.click({ role: 'link', name: part });
        if (part === 'Rules') await room.click(press('New rule'));
        await room.waitFor(() => document.querySelector('.alerts h3') !== null, null);
        expect(await findBarriers(room), `${part}, ${dark ? 'dark' : 'light'}`).toEqual([]);
      }
      const settings = await openRoom(browser, 'Settings');
      await settings.emulate({ dark });
      await settings.texts({ role: 'region', name: 'Alerts' });
      expect(await findBarriers(settings), `Settings, ${dark ? 'dark' : 'light'}`).toEqual([]);
      await settings.close();
      await room.show();
    }
  });
});
