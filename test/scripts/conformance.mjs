import { handOver } from './run.mjs';
import { prepare } from './setup.mjs';

prepare();
handOver(['test/conformance/run.ts', ...process.argv.slice(2)]);
