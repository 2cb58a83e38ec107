import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const sendMessage = vi.fn<(message: object) => Promise<unknown>>();
vi.mock('webextension-polyfill', () => ({
  default: { ...fakeBrowser, runtime: { sendMessage: (message: object) => sendMessage(message) } },
}));
const { send } = await import('../../lib/messages/client.ts');

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

const UNHEARD = new Error('Could not establish connection. Receiving end does not exist.');
const CUT_OFF = new Error('A listener indicated an asynchronous response, but the message channel closed');

test('what reached nobody is sent again', async () => {
  sendMessage.mockRejectedValueOnce(UNHEARD).mockRejectedValueOnce(UNHEARD);
  sendMessage.mockResolvedValueOnce({ ok: true, reply: { hosts: [] } });
  const reply = send('access.sync', {});
  await vi.runAllTimersAsync();
  expect(await reply).toEqual({ hosts: [] });
  expect(sendMessage).toHaveBeenCalledTimes(3);
});

test('what nobody hears in the end fails with the browser’s words', async () => {
  sendMessage.mockRejectedValue(UNHEARD);
  const reply = expect(send('access.sync', {})).rejects.toThrow('Receiving end');
  await vi.runAllTimersAsync();
  await reply;
  expect(sendMessage).toHaveBeenCalledTimes(4);
});

test('what a worker heard before it ended is not done twice', async () => {
  sendMessage.mockRejectedValue(CUT_OFF);
  await expect(send('history.erase', {})).rejects.toThrow('channel closed');
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
