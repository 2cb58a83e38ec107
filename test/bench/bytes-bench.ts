import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { atMost, type Result, told } from './result.ts';

const BUILT = resolve(import.meta.dirname, '../../.output/chrome-mv3');
const OUTPUT = dirname(BUILT);

/** The bytes of every bundle, as a browser loads them, and of the zips that the stores take. */
export function benchBytes(): Result[] {
  const zips = readdirSync(OUTPUT).filter((name) => /-(chrome|firefox)\.zip$/.test(name));
  if (zips.length < 2) throw new Error('The zips are missing: run "npm run zip" first.');
  return [
    atMost('bytes of the hook', sizeOf('content-scripts/hook.js'), 'B', 4096),
    atMost('bytes of the seller content script', sizeOf('content-scripts/seller.js'), 'B', 45 * 1024),
    atMost('bytes of the buyer content script', sizeOf('content-scripts/buyer.js'), 'B', 45 * 1024),
    atMost('bytes of the popup, compressed', compressedSize('popup.html'), 'B', 90 * 1024),
    told('bytes of the popup', loadedSize('popup.html'), 'B'),
    told('bytes of the background', loadedSize('background.js'), 'B'),
    told('bytes of the dashboard with every room', loadedSize('dashboard.html'), 'B'),
    told('bytes of the welcome page', loadedSize('welcome.html'), 'B'),
    ...zips.map((name) => atMost(`bytes of ${name}`, statSync(join(OUTPUT, name)).size, 'B', 350 * 1024)),
  ];
}

function sizeOf(file: string): number {
  return statSync(join(BUILT, file)).size;
}

function loadedSize(start: string): number {
  return loadedFiles(start).reduce((sum, file) => sum + statSync(file).size, 0);
}

function compressedSize(start: string): number {
  return loadedFiles(start).reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

/**
 * A page or script with everything that it loads: scripts and styles, and what those import, rooms on demand
 * included; not the content scripts that the background only names.
 */
function loadedFiles(start: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    const references = readFileSync(file, 'utf8').matchAll(/["'`]([^"'`\s]+\.(?:js|css))["'`]/g);
    for (const [, path = ''] of references) {
      if (!path.includes('content-scripts/'))
        visit(path.startsWith('.') ? resolve(dirname(file), path) : join(BUILT, path));
    }
  };
  visit(join(BUILT, start));
  return [...seen];
}
