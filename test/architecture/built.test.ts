import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../lib/model/market.ts';
import { ROOT } from './tree.ts';

const TARGETS = ['chrome-mv3', 'firefox-mv3'];
const read = (target: string, file: string) => readFileSync(join(ROOT, '.output', target, file), 'utf8');
const manifestOf = (target: string): Record<string, unknown> => JSON.parse(read(target, 'manifest.json'));
const scriptsOf = (target: string) =>
  readdirSync(join(ROOT, '.output', target), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );

describe.each(TARGETS)('the built %s', (target) => {
  it('asks for nothing that the browser warns about', () => {
    const manifest = manifestOf(target);
    expect(manifest['permissions']).toEqual(['alarms', 'unlimitedStorage', 'scripting', 'activeTab']);
    expect(manifest['optional_permissions']).toEqual(['notifications']);
    expect(manifest['optional_host_permissions']).toEqual(HOSTS.map((host) => `https://${host}/*`));
    for (const key of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
    expect(manifest['incognito']).toBe('not_allowed');
  });

  it('lets its pages connect to nothing', () => {
    expect(manifestOf(target)['content_security_policy']).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
    });
  });

  it('has no way to send anything in its scripts but the page’s own calls in the hook', () => {
    const senders = scriptsOf(target).filter((name) =>
      /\bnew (WebSocket|EventSource|XMLHttpRequest)\b|\bsendBeacon\b|[^.\w]fetch\(|\bimportScripts\(/.test(
        read(target, name),
      ),
    );
    expect(senders).toEqual([]);
  });

  it('stays small', () => {
    const size = (name: string) => statSync(join(ROOT, '.output', target, name)).size;
    expect(size('content-scripts/hook.js')).toBeLessThanOrEqual(4096);
    expect(size('content-scripts/seller.js')).toBeLessThanOrEqual(45 * 1024);
    expect(size('content-scripts/buyer.js')).toBeLessThanOrEqual(45 * 1024);
    expect(size('background.js')).toBeLessThanOrEqual(256 * 1024);
  });
});

describe('the lockfile', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>;
  };

  it('pins every package by its hash and names no other place than the registry', () => {
    const loose = Object.entries(packages).filter(
      ([path, entry]) => path !== '' && !entry.integrity?.startsWith('sha512-'),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    const elsewhere = Object.values(packages).filter(
      ({ resolved }) => resolved && !resolved.startsWith('https://registry.'),
    );
    expect(elsewhere).toEqual([]);
  });

  it('has exact versions in package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });
});
