/** The id in the manifest, and the address that the tests give the extension. */
export const EXTENSION_ID = 'orderlens@orderlens.example';
export const EXTENSION_UUID = '6f1f0b5e-8a43-4a0e-9d2c-3b1f5a7c9e11';

interface Wishes {
  proxyPort: number;
  downloads: string;
  granted: boolean;
}

/** Firefox's preferences for a test: everything by way of the proxy, and nothing of the browser's own. */
export function preferences({ proxyPort, downloads, granted }: Wishes): Record<string, unknown> {
  return {
    ...proxy(proxyPort),
    ...QUIET,
    ...saving(downloads),
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
    // Off: the browser says yes by itself to a host that the user's click asks for.
    'extensions.webextOptionalPermissionPrompts': !granted,
    'intl.locale.requested': 'en-US',
  };
}

function proxy(port: number): Record<string, unknown> {
  const host = '127.0.0.1';
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': port,
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.trr.mode': 5,
  };
}

function saving(folder: string): Record<string, unknown> {
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/json,text/csv,text/plain,application/octet-stream',
  };
}

// What Firefox asks the net on its own. Remote settings listen to this only with MOZ_REMOTE_SETTINGS_DEVTOOLS.
const QUIET: Record<string, unknown> = {
  'services.settings.server': 'data:,%23remote-settings-dummy/v1',
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.region.network.url': '',
  'browser.topsites.contile.enabled': false,
  'captivedetect.canonicalURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
};
