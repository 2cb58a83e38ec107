import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, SOURCES } from './build.mjs';
import { ROOT, say, startNode, stop } from './run.mjs';
import { prepare } from './setup.mjs';

// An editor writes several files at once; one build does for all of them.
const REST_MS = 200;

const missing = prepare({ browsers: ['chromium'] });
if (missing.length > 0) stop(missing.join('\n'));

let demo;
let timer;
function restart() {
  demo?.kill('SIGTERM');
  if (build()) demo = startNode(['test/scripts/start.ts']);
  else say('The build failed; the next change starts another.');
}

for (const source of SOURCES) {
  watch(join(ROOT, source), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, REST_MS);
  });
}
process.once('SIGINT', () => process.exit(0));
restart();
