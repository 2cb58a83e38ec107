import { defineContentScript } from 'wxt/utils/define-content-script';
import { startHook } from '../lib/capture/hook.ts';

// Runs in the page's own world, before its scripts. The background registers it for the hosts that are turned on.
export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  main: startHook,
} as Parameters<typeof defineContentScript>[0]);
