import type { Notice } from './types.ts';

// Functions that run in a page with Firefox's own rights: they see nothing but their argument.

/** What such a page sees of Firefox's parts. */
interface Parts {
  ChromeUtils: { generateQI(names: string[]): (id: unknown) => unknown };
  Ci: { nsIComponentRegistrar: unknown };
  Components: {
    ID(text: string): unknown;
    manager: {
      QueryInterface(id: unknown): {
        registerFactory(id: unknown, name: string, contract: string, factory: object): void;
      };
    };
  };
  desktop: Desktop;
  /** Kept, so that it is not collected. */
  desktopFactory: object;
}

interface Desktop {
  shown: Map<string, Shown>;
  told: Notice[];
}

interface Shown extends Notice {
  listener: { observe(subject: null, topic: string, data: null): void } | null;
}

interface Alert {
  name: string;
  title: string;
  text: string;
}

/** Puts a list in the place of the service that shows notifications (nsIAlertsService). */
export function replaceDesktop(): void {
  const { ChromeUtils, Ci, Components } = globalThis as unknown as Parts;
  const desktop: Desktop = { shown: new Map(), told: [] };
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert({ name, title, text }: Alert, listener: Shown['listener']) {
      desktop.shown.set(name, { title, text, buttons: [], listener });
      desktop.told.push({ title, text, buttons: [] });
      listener?.observe(null, 'alertshow', null);
    },
    closeAlert(name: string) {
      const alert = desktop.shown.get(name);
      desktop.shown.delete(name);
      alert?.listener?.observe(null, 'alertfinished', null);
    },
  };
  const desktopFactory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: (id: unknown) => service.QueryInterface(id),
  };
  Object.assign(globalThis, { desktop, desktopFactory });
  Components.manager
    .QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(
      Components.ID('{8a7f0c0e-51a1-4a0f-9b1e-0c1d2e3f4a5b}'),
      'Notifications for tests',
      '@mozilla.org/alerts-service;1',
      desktopFactory,
    );
}

/** What is shown now, or all that ever was. */
export function readNotices(which: 'shown' | 'told'): Notice[] {
  const { desktop } = globalThis as unknown as Parts;
  const notices = which === 'told' ? desktop.told : [...desktop.shown.values()];
  return notices.map(({ title, text, buttons }) => ({ title, text, buttons }));
}

/** Clicks on the notification of that title, which then goes; false when there is none. */
export function clickNotice(title: string): boolean {
  const { desktop } = globalThis as unknown as Parts;
  const [name, alert] = [...desktop.shown].find(([, shown]) => shown.title === title) ?? [];
  if (name === undefined || !alert) return false;
  desktop.shown.delete(name);
  alert.listener?.observe(null, 'alertclickcallback', null);
  alert.listener?.observe(null, 'alertfinished', null);
  return true;
}
