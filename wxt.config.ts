import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { HOSTS, originPattern } from './lib/model/market.ts';

// Nothing is loaded from elsewhere and nothing is sent anywhere: there is no host that a page could connect to.
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

const isLibrary = (id: string) => /node_modules|lib\/|components\/(shared|charts)/.test(id);

/**
 * What several pages use stands in two files, because a page waits for each of its files: "shared" is what the popup
 * needs, "common" the rest. The background is built with the pages, so that nothing is packed twice.
 */
function sharedFiles(): Plugin {
  const ofPopup = new Set<string>();
  return {
    name: 'shared-files',
    buildEnd() {
      const wanted = [...this.getModuleIds()].filter((id) => id.endsWith('entrypoints/popup/main.tsx'));
      // Grows while it is walked through.
      for (const id of wanted) {
        if (ofPopup.has(id)) continue;
        ofPopup.add(id);
        wanted.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
    outputOptions(options) {
      // The others are one file each.
      if (options.format !== 'es') return null;
      const isShared = (id: string) => id.includes('virtual:') || (isLibrary(id) && ofPopup.has(id));
      const groups = [
        { name: 'shared', test: isShared, minShareCount: 2, priority: 2 },
        { name: 'common', test: isLibrary, minShareCount: 2, priority: 1 },
      ];
      return { ...options, codeSplitting: { groups } };
    },
  };
}

export default defineConfig({
  entrypointsDir: 'entrypoints',
  publicDir: 'components/public',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), sharedFiles()],
    build: { target: ['chrome148', 'firefox142'], modulePreload: { polyfill: false } },
  }),
  zip: { artifactTemplate: 'orderlens-{{version}}-{{browser}}.zip' },
  manifest: ({ browser }) => ({
    name: 'OrderLens for TikTok Shop',
    short_name: 'OrderLens',
    description:
      'Insights about your own TikTok Shop orders: deadlines, totals and history. Everything stays in your browser.',
    permissions: ['alarms', 'unlimitedStorage', 'scripting', 'activeTab'],
    optional_permissions: ['notifications'],
    optional_host_permissions: HOSTS.map(originPattern),
    content_security_policy: { extension_pages: CSP },
    // Private windows are never stored, because OrderLens does not run in them.
    incognito: 'not_allowed',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'orderlens@orderlens.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // The first with structured cloning for messages (developer.chrome.com, April 2026); Temporal came with 144.
          minimum_chrome_version: '148',
          // Captured answers go to the worker as they are, not written out as JSON on the page's main thread.
          message_serialization: 'structured_clone',
        }),
  }),
});
