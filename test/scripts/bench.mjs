import { build } from './build.mjs';
import { handOver, stop } from './run.mjs';
import { prepare } from './setup.mjs';

const missing = prepare({ browsers: ['chromium'] });
if (missing.length > 0) stop(missing.join('\n'));
// The zips are measured too; building them builds what is in them.
if (!build({ zip: true })) stop('The build failed.');
handOver(['test/bench/run.ts', ...process.argv.slice(2)]);
