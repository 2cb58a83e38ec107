import { describe, expect, it } from 'vitest';
import { functionsOf, sourceFiles } from './tree.ts';

const PRODUCT = sourceFiles('entrypoints', 'components', 'lib');
const ALL = [...PRODUCT, ...sourceFiles('test')];
const lineCount = (text: string) => text.split('\n').length - 1;

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

describe('sizes', () => {
  it('keeps entry points at 40 lines', () => {
    const long = sourceFiles('entrypoints').filter((file) => lineCount(file.text) > 40);
    expect(long.map((file) => file.path)).toEqual([]);
  });

  it('keeps files at 300 lines, and half of them at 60', () => {
    const long = ALL.filter((file) => lineCount(file.text) > 300);
    expect(long.map((file) => `${file.path}: ${lineCount(file.text)}`)).toEqual([]);
    const lengths = PRODUCT.map((file) => lineCount(file.text)).sort((a, b) => a - b);
    expect(at(lengths, 0.5)).toBeLessThanOrEqual(60);
  });

  it('keeps functions at 50 lines, and nine of ten at 25', () => {
    const functions = PRODUCT.flatMap(functionsOf);
    expect(functions.length).toBeGreaterThan(100);
    expect(functions.filter(({ lines }) => lines > 50)).toEqual([]);
    const lengths = functions.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(at(lengths, 0.9)).toBeLessThanOrEqual(25);
  });
});

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const FORBIDDEN: Record<string, RegExp> = {
  any: /:\s*any\b|\bas any\b|<any>/,
  // A rule of the linter may be suppressed where it is wrong, with the reason beside it.
  'a suppressed check': /@ts-(ignore|expect-error|nocheck)|biome-ignore(?! lint\/\S+: \S+)/,
  'markup from text': /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
  'code from text': /\beval\(|new Function\(/,
  'a message to everyone': /postMessage\([^)]*'\*'/,
  'an unsafe random': /Math\.random/,
  'a leftover': /console\.log|\bdebugger\b/,
};

describe('what the product code never has', () => {
  it.each(Object.entries(FORBIDDEN))('%s', (_name, pattern) => {
    const code = (text: string) => (/ignore/.test(pattern.source) ? text : text.replace(COMMENTS, ''));
    expect(PRODUCT.filter((file) => pattern.test(code(file.text))).map((file) => file.path)).toEqual([]);
  });

  it('has no test that is left out', () => {
    const left = sourceFiles('test').filter((file) =>
      /\b(it|test|describe)\.(only|skip|todo|skipIf|runIf)\b/.test(file.text),
    );
    expect(
      left.map((file) => file.path).filter((path) => path !== 'test/architecture/sizes.test.ts'),
    ).toEqual([]);
  });
});
