import { fakeBrowser } from '@webext-core/fake-browser';

type Listener = () => void;

/** What the browser under a test does and what it was asked: set before, read after. */
export const fake = {
  /** The origins and permissions that were granted. */
  granted: new Set<string>(),
  /** How the user answers the permission prompt. */
  saysYes: true,
  asked: [] as string[],
  /** The addresses of the tabs that were opened. */
  opened: [] as string[],
  activeUrl: undefined as string | undefined,
  /** Answers a message as the background does. */
  answer: async (_message: unknown): Promise<unknown> => ({ ok: true, reply: null }),
  messages: [] as unknown[],
  listeners: new Set<Listener>(),
};

/** A browser in which nothing has happened yet. */
export function resetFake(): void {
  fake.granted.clear();
  fake.saysYes = true;
  fake.asked = [];
  fake.opened = [];
  fake.activeUrl = undefined;
  fake.answer = async () => ({ ok: true, reply: null });
  fake.messages = [];
  fake.listeners.clear();
  fakeBrowser.reset();
}

const event = {
  addListener: (listener: Listener) => void fake.listeners.add(listener),
  removeListener: (listener: Listener) => void fake.listeners.delete(listener),
};

function tellListeners(): void {
  for (const listener of fake.listeners) listener();
}

interface Wanted {
  origins?: string[];
  permissions?: string[];
}
const namesIn = ({ origins = [], permissions = [] }: Wanted) => [...origins, ...permissions];

const permissions = {
  onAdded: event,
  onRemoved: event,
  getAll: async () => ({ origins: [...fake.granted], permissions: [] }),
  contains: async (wanted: Wanted) => namesIn(wanted).every((name) => fake.granted.has(name)),
  request: async (wanted: Wanted) => {
    fake.asked.push(...namesIn(wanted));
    if (fake.saysYes) {
      for (const name of namesIn(wanted)) fake.granted.add(name);
      tellListeners();
    }
    return fake.saysYes;
  },
  remove: async (wanted: Wanted) => {
    for (const name of namesIn(wanted)) fake.granted.delete(name);
    tellListeners();
    return true;
  },
};

export default {
  ...fakeBrowser,
  permissions,
  runtime: {
    ...fakeBrowser.runtime,
    getManifest: () => ({ version: '9.9.9' }),
    getURL: (path: string) => `chrome-extension://orderlens${path}`,
    sendMessage: (message: unknown) => {
      fake.messages.push(message);
      return fake.answer(message);
    },
  },
  tabs: {
    create: async ({ url }: { url: string }) => void fake.opened.push(url),
    query: async () => [{ url: fake.activeUrl }],
  },
};
