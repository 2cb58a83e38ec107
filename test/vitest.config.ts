import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const UNIT = ['unit', 'contract', 'history', 'hostile', 'architecture'];

const shared = {
  extends: true as const,
  resolve: { alias: { 'webextension-polyfill': at('./setup/browser.ts') } },
};

export default defineConfig({
  root: at('..'),
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  test: {
    setupFiles: [at('./setup/temporal.ts')],
    // A test that does not run is not a test that passed.
    allowOnly: false,
    passWithNoTests: false,
    // Against what hangs. How fast a machine is decides no test.
    testTimeout: 90_000,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          environment: 'node',
          include: UNIT.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
        },
      },
      {
        ...shared,
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['test/components/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          // Each file starts browsers of its own; two at once would measure each other.
          fileParallelism: false,
          hookTimeout: 60_000,
          // A busy machine is no failure: what is waited for has time to come.
          expect: { poll: { timeout: 15_000, interval: 100 } },
        },
      },
    ],
  },
});
