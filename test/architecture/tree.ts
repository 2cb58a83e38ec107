import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A source file: its path from the root with slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** The TypeScript files below some folders of the repository. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mts|mjs|js)$/.test(name))
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
  );
}

/** What a file imports: paths from the root for its neighbours, names for packages. Types count too. */
export function importsOf(file: SourceFile): string[] {
  const found = file.text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file.path), name.replace(/\?.*$/, '')))
      : name,
  );
}

interface Node {
  type: string;
  start: number;
  end: number;
}

/** The lengths in lines of all functions of a file, each with its first line. */
export function functionsOf(file: SourceFile): { place: string; lines: number }[] {
  const { program } = parseSync(file.path, file.text);
  const functions: Node[] = [];
  visit(program, (node) => {
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
      functions.push(node);
  });
  const lineAt = (offset: number) => file.text.slice(0, offset).split('\n').length;
  return functions.map((node) => {
    const line = lineAt(node.start);
    return { place: `${file.path}:${line}`, lines: lineAt(node.end) - line + 1 };
  });
}

function visit(value: unknown, meet: (node: Node) => void): void {
  if (Array.isArray(value)) for (const entry of value) visit(entry, meet);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && 'start' in value && 'end' in value) meet(value as Node);
    for (const inner of Object.values(value)) visit(inner, meet);
  }
}
