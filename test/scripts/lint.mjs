import { build } from './build.mjs';
import { isCommand, runNode, say, tool } from './run.mjs';
import { prepare } from './setup.mjs';

// Preact's own renderer sets innerHTML for the attribute that our lint rules forbid to use.
const ALLOWED_WARNINGS = ['UNSAFE_VAR_ASSIGNMENT'];

/** The steps that read the sources: formatter and linter, types. */
export const SOURCE_LINTS = [
  { name: 'biome', run: () => runNode([tool('biome', '@biomejs/biome'), 'check', '--error-on-warnings']).ok },
  { name: 'types', run: () => runNode([tool('tsc', 'typescript'), '--noEmit']).ok },
];

/** The step that reads what was built, as the Firefox store will. */
export const BUILD_LINT = { name: 'web-ext lint', run: lintBuild };

function lintBuild() {
  const args = ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json'];
  const { stdout, stderr } = runNode([tool('web-ext'), ...args], { quiet: true });
  const report = readReport(stdout);
  if (!report) {
    say(`web-ext lint gave no report: ${stderr.trim().slice(-500)}`);
    return false;
  }
  const refused = [
    ...report.errors,
    ...report.warnings.filter((warning) => !ALLOWED_WARNINGS.includes(warning.code)),
  ];
  for (const { code, message, file } of refused) say(`${code}: ${message} ${file ?? ''}`);
  return refused.length === 0;
}

function readReport(text) {
  try {
    const report = JSON.parse(text);
    return Array.isArray(report.errors) && Array.isArray(report.warnings) ? report : undefined;
  } catch {
    return undefined;
  }
}

/** Runs steps one after the other, says how each went and returns how many passed and failed. */
export function runSteps(steps) {
  const counts = { passed: 0, failed: 0 };
  for (const { name, run } of steps) {
    const ok = run();
    counts[ok ? 'passed' : 'failed'] += 1;
    say(`${ok ? '✓' : '✗'} ${name}`);
  }
  return counts;
}

if (isCommand(import.meta.url)) {
  prepare();
  const { failed } = runSteps([...SOURCE_LINTS, { name: 'build', run: build }, BUILD_LINT]);
  process.exitCode = failed > 0 ? 1 : 0;
}
