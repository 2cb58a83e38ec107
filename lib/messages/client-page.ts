import browser from 'webextension-polyfill';
import { STOP_MESSAGE } from './stop.ts';

/** Whether this page is in a private window; nothing of it is read or stored. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}

/** Calls back when the user turns this host off. */
export function onStopped(callback: () => void, signal: AbortSignal): void {
  const onMessage = (message: unknown) => {
    const hosts: unknown =
      typeof message === 'object' && message !== null ? Reflect.get(message, STOP_MESSAGE) : undefined;
    if (Array.isArray(hosts) && !hosts.includes(location.hostname)) callback();
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
