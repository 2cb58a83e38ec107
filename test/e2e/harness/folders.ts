import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** A folder of a test's own, with a copy of the extension in it; a build that runs meanwhile does not matter. */
export interface Workplace {
  extension: string;
  folder(name: string): string;
  remove(): void;
}

/** Makes the folder. */
export function makeWorkplace(extension: string): Workplace {
  // Browsers tell an unpacked extension by its real path.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'orderlens-')));
  const copy = join(root, 'extension');
  cpSync(resolve(ROOT, extension), copy, { recursive: true });
  return {
    extension: copy,
    folder: (name) => join(root, name),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
