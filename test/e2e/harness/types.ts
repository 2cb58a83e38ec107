import type { Shop } from '../../shop/server.ts';
import type { Workplace } from './folders.ts';

export type BrowserName = 'chromium' | 'firefox';

/** How a browser is started. */
export interface LaunchOptions {
  /** The local shop; every request of the browser goes to its proxy. */
  shop: Shop;
  /** False shows the browser on `display`, or on the desktop. */
  headless?: boolean;
  display?: string;
  /** Shows its notifications on a desktop of the test's own, for `Browser.notices` to see. */
  desktop?: boolean;
  /** The folder of the extension; a copy of it is loaded. */
  extension?: string;
  /** Where Chromium's profile lies, for who starts it there again; who gives one removes it. */
  place?: Workplace;
  /** True answers the browser's question about a host with yes; false leaves it to whoever sits there. */
  granted?: boolean;
}

/** An element as assistive technology knows it. */
export interface Target {
  role: 'button' | 'checkbox' | 'combobox' | 'link' | 'region' | 'searchbox' | 'table' | 'textbox';
  name: string;
  /** Only inside the dialog that is open. */
  inDialog?: boolean;
}

/** A request that was made by the extension, or by who knows whom to somewhere else than TikTok. */
export interface OwnRequest {
  url: string;
  from: string;
}

/** A file that a page saved. */
export interface SavedFile {
  name: string;
  text: string;
}

/** One tab. Everything that waits gives up after some seconds and says for what it waited. */
export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a whole script in the page, past its content security policy. */
  run(script: string): Promise<void>;
  /** Runs a function in the page; it sees its argument and nothing of the test. */
  evaluate<T>(run: () => T | Promise<T>): Promise<T>;
  evaluate<A, T>(run: (arg: A) => T | Promise<T>, arg: A): Promise<T>;
  /** The pieces of text of an element, in their order. */
  texts(target: Target): Promise<string[]>;
  has(target: Target): Promise<boolean>;
  /** The pieces of text inside every element of a tag, closed shadow roots included. Chromium alone tells. */
  closedTexts(tag: string): Promise<string[]>;
  /** Waits until a function in the page says true. */
  waitFor<A>(
    run: (arg: A) => boolean | Promise<boolean>,
    arg: A,
    options?: { timeoutMs?: number },
  ): Promise<void>;
  click(target: Target): Promise<void>;
  check(target: Target, isOn: boolean): Promise<void>;
  choose(target: Target, label: string): Promise<void>;
  fill(target: Target, text: string): Promise<void>;
  /** Gives a file to the file input with this label. */
  setFile(label: string, path: string): Promise<void>;
  /** Clicks what saves a file, and reads the file. */
  save(target: Target): Promise<SavedFile>;
  show(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  emulate(look: { dark: boolean }): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A notification as the browser gave it to the desktop. */
export interface Notice {
  title: string;
  text: string;
  /** What can be pressed on it, by its words. Firefox has none. */
  buttons: string[];
}

/** The notifications of a browser that was started with a desktop. */
export interface Notices {
  /** What is shown now, the oldest first. */
  shown(): Promise<Notice[]>;
  /** Every notification that ever came or took another's place, the oldest first. */
  told(): Promise<Notice[]>;
  /** Clicks on the notification of that title, or presses one of its buttons. It goes, as desktops do it. */
  click(title: string, button?: string): Promise<void>;
}

/** A real browser with the extension in it. */
export interface Browser {
  name: BrowserName;
  extensionUrl(path: string): string;
  open(url: string): Promise<Tab>;
  /** Ends the service worker or event page and makes sure that it has ended. */
  killWorker(): Promise<void>;
  ownRequests(): Promise<OwnRequest[]>;
  /** Only there when it was started with a desktop. */
  notices?: Notices;
  close(): Promise<void>;
}
