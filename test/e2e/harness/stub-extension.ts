import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_ID } from './firefox-preferences.ts';
import type { BrowserName } from './types.ts';

const HOST = 'https://seller-us.tiktok.com/*';

const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

// Does what OrderLens must never do, so that tests can see that they would notice.
const BACKGROUND = `
const bornAt = performance.timeOrigin;
const api = globalThis.browser ?? globalThis.chrome;
const pressed = [];
const listen = () => {
  api.notifications?.onClicked.addListener((id) => pressed.push(id));
  api.notifications?.onButtonClicked.addListener((id, index) => pressed.push(id + ' ' + index));
};
listen();
api.permissions.onAdded.addListener(listen);
const notify = (extra) => {
  const icon = { type: 'basic', iconUrl: api.runtime.getURL('icon.png') };
  return api.notifications.create(extra.title, { ...icon, message: 'Text', ...extra });
};
const answer = async (message) => {
  if (message.fetch) return fetch(message.fetch).then(() => 'ok', () => 'failed');
  if (message.notify) return notify(message.notify);
  return message.pressed ? pressed : bornAt;
};
api.runtime.onMessage.addListener((message, sender, reply) => {
  answer(message).then(reply, (error) => reply(String(error)));
  return true;
});`;

const PAGE = `
const api = globalThis.browser ?? globalThis.chrome;
document.querySelector('button').onclick = async () => {
  document.querySelector('output').textContent = await api.permissions.request({ origins: ['${HOST}'], permissions: ['notifications'] });
};`;

const HTML = `<!doctype html><title>Stub</title>
<section aria-label="Stub"><label>Name <input type="search"></label><label><input type="checkbox">On</label>
<label>Kind <select><option value="a">First</option><option value="b">Second</option></select></label>
<label>Import file <input type="file"></label><button>Ask</button><output></output></section>
<script src="page.js"></script>`;

/** Writes an extension that misbehaves on demand; returns its folder and what removes it. */
export function writeStubExtension(name: BrowserName): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'orderlens-stub-'));
  const background =
    name === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  const manifest = {
    manifest_version: 3,
    name: 'Stub',
    version: '1.0',
    optional_permissions: ['notifications'],
    optional_host_permissions: [HOST],
    background,
    content_security_policy: { extension_pages: "script-src 'self'; connect-src https:" },
    ...(name === 'firefox' ? { browser_specific_settings: { gecko: { id: EXTENSION_ID } } } : {}),
  };
  mkdirSync(folder, { recursive: true });
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': BACKGROUND,
    'page.js': PAGE,
    'page.html': HTML,
    'icon.png': Buffer.from(DOT, 'base64'),
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
