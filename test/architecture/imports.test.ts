import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './tree.ts';

const FILES = sourceFiles('entrypoints', 'components', 'lib');

/** Folder -> the folders and packages that it may import besides itself. What has no line is free. */
const ALLOWED: Record<string, RegExp> = {
  'lib/model/': /^zod\/mini$/,
  'lib/sources/': /^lib\/model\/|^zod\/mini$|^(fflate|hucre\/xlsx)$/,
  'lib/rulebook/': /^lib\/model\//,
  'lib/insights/': /^lib\/(model|rulebook)\//,
  'lib/history/': /^lib\/(model|sources|insights)\/|^dexie$/,
  'lib/alerts/': /^lib\/(model|rulebook|insights|history)\//,
  'lib/capture/': /^$/,
  'lib/export/': /^lib\/(model|sources|history)\//,
  'lib/messages/': /^lib\/model\/|^zod\/mini$|^webextension-polyfill$/,
  'lib/background/': /^lib\/(model|sources|insights|history|alerts|messages)\/|^webextension-polyfill$/,
  'components/overlay/': /^lib\/(model|insights)\/|^lib\/messages\/protocol\.ts$|^preact/,
  'components/charts/': /^components\/shared\/|^preact|^d3-scale$/,
  'components/':
    /^lib\/(model|rulebook|insights|alerts|history\/read|export)\/|^lib\/sources\/files\/|^lib\/messages\/(client|protocol)|^lib\/history\/db\.ts$|^preact|^@tanstack\/virtual-core$/,
};

function ruleFor(file: SourceFile): [string, RegExp] | undefined {
  return Object.entries(ALLOWED).find(([folder]) => file.path.startsWith(folder));
}

describe('who may import whom', () => {
  it.each(FILES.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const rule = ruleFor(file);
    const own = rule?.[0] ?? path;
    const foreign = importsOf(file).filter((name) => !name.startsWith(own) && !name.endsWith('.css'));
    expect(rule ? foreign.filter((name) => !rule[1].test(name)) : []).toEqual([]);
  });

  it('lets the hook import nothing but the intrinsics and the wire', () => {
    const hook = FILES.find((file) => file.path === 'lib/capture/hook.ts');
    expect(hook && importsOf(hook).sort()).toEqual(['lib/capture/safe-intrinsics.ts', 'lib/capture/wire.ts']);
  });

  it('has Dexie in the history only', () => {
    const users = FILES.filter((file) => importsOf(file).includes('dexie')).map((file) => file.path);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((path) => !path.startsWith('lib/history/'))).toEqual([]);
  });

  it('has the browser behind messages and background only', () => {
    const users = FILES.filter((file) => importsOf(file).includes('webextension-polyfill'));
    expect(
      users.filter((file) => !/^lib\/(messages|background)\//.test(file.path)).map(({ path }) => path),
    ).toEqual([]);
    const direct = FILES.filter((file) =>
      /\b(chrome|browser)\.(runtime|tabs|storage|permissions)\b/.test(file.text),
    );
    expect(
      direct.filter((file) => !/^lib\/(messages|background)\//.test(file.path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('has db.ts in components as a type only', () => {
    const lines = sourceFiles('components').flatMap((file) =>
      file.text.split('\n').filter((line) => line.includes('history/db.ts')),
    );
    expect(lines.filter((line) => !line.startsWith('import type'))).toEqual([]);
  });

  it('names every source once in the registry', () => {
    const registry = FILES.find((file) => file.path === 'lib/sources/registry.ts')?.text ?? '';
    const sources = FILES.filter((file) => /: Source = \{/.test(file.text));
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(registry).toContain(source.path.replace('lib/sources/', './'));
  });
});
