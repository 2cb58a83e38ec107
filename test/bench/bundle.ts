import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a module into one classic script, to be evaluated in a page of the extension. */
export async function bundleForPage(file: string): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'benchPage' },
      target: 'chrome144',
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`Nothing was built from ${file}`);
  return output.output[0].code;
}
