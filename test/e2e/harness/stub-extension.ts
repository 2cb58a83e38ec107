import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_ID } from './firefox-preferences.ts';
import type { BrowserName } from './types.ts';

const HOST = 'https://seller-us.tiktok.com/*';

// Does what OrderLens must never do, so that tests can see that they would notice.
const BACKGROUND = `
const bornAt = performance.timeOrigin;
const api = globalThis.browser ?? globalThis.chrome;
api.runtime.onMessage.addListener((message, sender, reply) => {
  const done = message.fetch ? fetch(message.fetch).then(() => 'ok', () => 'failed') : Promise.resolve(bornAt);
  done.then(reply);
  return true;
});`;

const PAGE = `
const api = globalThis.browser ?? globalThis.chrome;
document.querySelector('button').onclick = async () => {
  document.querySelector('output').textContent = await api.permissions.request({ origins: ['${HOST}'] });
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
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
