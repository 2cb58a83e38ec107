import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isCommand, ROOT, runNode, say, stop, tool } from './run.mjs';
import { prepare } from './setup.mjs';

const TARGETS = [[], ['-b', 'firefox', '--mv3']];

/** What goes into the build. */
export const SOURCES = ['entrypoints', 'components', 'lib', 'wxt.config.ts', 'package.json'];

/** Builds both browsers' extensions into .output, with `zip` also what the stores take; false when one failed. */
export function build({ zip = false } = {}) {
  return TARGETS.every((target) => {
    const { ok, stdout, stderr } = runNode([tool('wxt'), zip ? 'zip' : 'build', ...target], { quiet: true });
    if (!ok) say(stdout + stderr);
    return ok;
  });
}

/** Builds only when a source is newer than what was built last. */
export function buildIfStale() {
  const built = ['chrome-mv3', 'firefox-mv3'].map((name) => join(ROOT, '.output', name, 'manifest.json'));
  const builtAt = Math.min(...built.map(changedAt));
  if (SOURCES.every((name) => changedAt(join(ROOT, name)) <= builtAt)) return true;
  say('Building …');
  return build();
}

function changedAt(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

if (isCommand(import.meta.url)) {
  prepare();
  const zip = process.argv.includes('--zip');
  if (!build({ zip })) stop('The build failed.');
  say(`Built .output/chrome-mv3 and .output/firefox-mv3${zip ? ', and their zips beside them' : ''}.`);
}
