import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { BUILD_LINT, runSteps, SOURCE_LINTS } from './lint.mjs';
import { ROOT, runNode, say, tool } from './run.mjs';
import { prepare } from './setup.mjs';

const PROJECTS = { unit: ['unit', 'components'], e2e: ['e2e'] };
const only = { unit: process.argv.includes('--unit'), e2e: process.argv.includes('--e2e') };
const all = !only.unit && !only.e2e;
const filters = process.argv.slice(2).filter((argument) => !['--unit', '--e2e'].includes(argument));

function runVitest(name) {
  const folder = join(ROOT, '.output/test-results');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const projects = PROJECTS[name].flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { ok } = runNode([
    tool('vitest'),
    'run',
    '-c',
    'test/vitest.config.ts',
    ...projects,
    ...reporters,
    ...filters,
  ]);
  return count(file, ok);
}

/** A skipped test, a file that does not load and an error outside any test are failures like any other. */
function count(file, ok) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const passed = report.numPassedTests;
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const failed = report.numTotalTests - passed + unloaded.length;
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

const missing = prepare({ browsers: all || only.e2e ? ['chromium', 'firefox', 'xvfb', 'xdotool'] : [] });
for (const sentence of missing) say(sentence);

const results = [];
if (all) results.push(runSteps(SOURCE_LINTS));
results.push(runSteps([{ name: 'build', run: build }]));
if (all) results.push(runSteps([BUILD_LINT]));
if (all || only.unit) results.push(runVitest('unit'));
if (all || only.e2e) results.push(runVitest('e2e'));

const total = (kind) => results.reduce((sum, result) => sum + result[kind], 0);
say(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
