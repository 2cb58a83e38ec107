import type { Page } from 'puppeteer-core';
import { isTikTokHost } from '../../shop/markets.ts';
import { clickNotice, readNotices, replaceDesktop } from './firefox-notices.ts';
import type { Notices, OwnRequest } from './types.ts';
import { until } from './wait.ts';

/** What a page with the browser's own rights sees of Firefox, as far as tests need it. */
interface Chrome {
  Services: {
    obs: { addObserver(observer: object, topic: string): void };
    prefs: { setIntPref(name: string, value: number): void };
  };
  Ci: { nsIHttpChannel: unknown; nsIContentPolicy: { TYPE_DOCUMENT: number } };
  WebExtensionPolicy: {
    getByID(id: string): { extension: Extension } | null;
  };
  seenRequests: OwnRequest[];
  requestObserver: object;
}

interface Extension {
  views: Set<{ viewType: string; contextId: string }>;
  terminateBackground(options: { disableResetIdleForTest: boolean }): Promise<void>;
}

interface Principal {
  isSystemPrincipal: boolean;
  origin: string;
  addonPolicy: { id: string } | null;
  contentScriptAddonPolicy: { id: string } | null;
}

interface Channel {
  QueryInterface(type: unknown): {
    URI: { spec: string };
    loadInfo: LoadInfo;
  };
}

interface LoadInfo {
  triggeringPrincipal: Principal | null;
  externalContentPolicyType: number;
}

const BROWSER_ITSELF = 'browser';

/** A tab with the browser's own rights: it sees who makes requests and can end the extension's event page. */
export class FirefoxAdmin {
  readonly #page: Page;
  readonly #extensionId: string;

  constructor(page: Page, extensionId: string) {
    this.#page = page;
    this.#extensionId = extensionId;
  }

  /** Opens the privileged page and begins to note requests. */
  async start(): Promise<void> {
    // The navigation to a page of the browser itself is never reported as done.
    this.#page.goto('about:support', { timeout: 1000 }).catch(() => {});
    await until('the privileged page', () => this.#page.evaluate(() => 'Services' in globalThis));
    await this.#page.evaluate(watchRequests, BROWSER_ITSELF);
  }

  /** Requests of the extension's pages, event page and content scripts, and others to anywhere but TikTok. */
  async ownRequests(): Promise<OwnRequest[]> {
    const seen = await this.#page.evaluate(() => (globalThis as unknown as Chrome).seenRequests);
    return seen.filter(({ url, from }) => {
      if (from === this.#extensionId) return true;
      return from !== BROWSER_ITSELF && !isTikTokHost(new URL(url).hostname);
    });
  }

  /** Ends the event page and makes sure that it has gone; a new one may have started by then. */
  async endBackground(): Promise<void> {
    const before = await this.#page.evaluate(backgroundPages, this.#extensionId);
    await until('the event page to end', async () => {
      await this.#page.evaluate(terminate, this.#extensionId);
      const now = await this.#page.evaluate(backgroundPages, this.#extensionId);
      return !now.some((contextId) => before.includes(contextId));
    });
  }

  /** What the desktop that `watchNotices` put in place was told. */
  readonly notices: Notices = {
    shown: () => this.#page.evaluate(readNotices, 'shown' as const),
    told: () => this.#page.evaluate(readNotices, 'told' as const),
    click: async (title, button) => {
      if (button !== undefined) throw new Error('Firefox shows no buttons on notifications');
      if (!(await this.#page.evaluate(clickNotice, title))) throw new Error(`No notification "${title}"`);
    },
  };

  /** From now on notifications go to a list for tests instead of the computer's desktop. */
  async watchNotices(): Promise<void> {
    await this.#page.evaluate(replaceDesktop);
  }

  /** Makes web pages and extension pages prefer dark or light. */
  async emulate(dark: boolean): Promise<void> {
    const darkOrLight = dark ? 0 : 1;
    await this.#page.evaluate((value: number) => {
      const { Services } = globalThis as unknown as Chrome;
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
    }, darkOrLight);
  }
}

function backgroundPages(extensionId: string): string[] {
  const { WebExtensionPolicy } = globalThis as unknown as Chrome;
  const views = WebExtensionPolicy.getByID(extensionId)?.extension.views ?? [];
  return [...views].filter((view) => view.viewType === 'background').map((view) => view.contextId);
}

async function terminate(extensionId: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as Chrome;
  // Without the option, Firefox lets a page live on that is still answering a message.
  await WebExtensionPolicy.getByID(extensionId)?.extension.terminateBackground({
    disableResetIdleForTest: true,
  });
}

function watchRequests(browserItself: string): void {
  const chrome = globalThis as unknown as Chrome;
  chrome.seenRequests = [];
  const { TYPE_DOCUMENT } = chrome.Ci.nsIContentPolicy;
  const senderOf = ({ triggeringPrincipal: principal, externalContentPolicyType }: LoadInfo): string => {
    const addon = principal?.addonPolicy ?? principal?.contentScriptAddonPolicy;
    // A page that it opens in a tab is no request of its own; that it leads to TikTok is looked at all the same.
    if (addon) return externalContentPolicyType === TYPE_DOCUMENT ? 'navigation' : addon.id;
    return principal?.isSystemPrincipal ? browserItself : (principal?.origin ?? 'unknown');
  };
  chrome.requestObserver = {
    observe(channel: Channel) {
      const { URI, loadInfo } = channel.QueryInterface(chrome.Ci.nsIHttpChannel);
      chrome.seenRequests.push({ url: URI.spec, from: senderOf(loadInfo) });
    },
  };
  chrome.Services.obs.addObserver(chrome.requestObserver, 'http-on-opening-request');
}
