import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBytes } from './bytes-bench.ts';
import { benchDataExport } from './data-export-bench.ts';
import { benchHook } from './hook-bench.ts';
import { benchIngest } from './ingest-bench.ts';
import { type Result, tableOf } from './result.ts';
import { benchViews } from './views-bench.ts';

const PARTS: Record<string, () => Result[] | Promise<Result[]>> = {
  bytes: benchBytes,
  export: benchDataExport,
  hook: benchHook,
  ingest: benchIngest,
  views: benchViews,
};

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
if (values.only !== undefined && !Object.hasOwn(PARTS, values.only)) {
  console.error(`There is no part "${values.only}". Parts: ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}
const results: Result[] = [];
for (const [name, run] of Object.entries(PARTS)) {
  if (values.only === undefined || values.only === name) results.push(...(await run()));
}
console.log(tableOf(results));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
process.exit(results.every((result) => result.ok) ? 0 : 1);
