import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository's folder; every command runs there. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node that came with the packages; the machine's own may be too old for the tools. */
export const NODE = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Writes one line of progress. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Ends the command with one sentence that says what to do. */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Whether a module is the command that was started, and not imported by another. */
export function isCommand(moduleUrl) {
  return moduleUrl === pathToFileURL(process.argv[1]).href;
}

/** The script of a package's command: started with Node, it needs no shell on any system. */
export function tool(name, packageName = name) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** Runs Node with the arguments and waits; the answer has `ok`, and with `quiet` the output. */
export function runNode(args, { quiet = false } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const { status, stdout, stderr } = spawnSync(NODE, args, inRepository({ stdio, encoding: 'utf8' }));
  return { ok: status === 0, stdout: stdout ?? '', stderr: stderr ?? '' };
}

/** Starts Node with the arguments; Ctrl-C reaches it too, so that it can clean up. */
export function startNode(args) {
  const child = spawn(NODE, args, inRepository({ stdio: 'inherit' }));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const pass = () => child.kill(signal);
    process.once(signal, pass);
    child.once('exit', () => process.off(signal, pass));
  }
  return child;
}

/** Hands over to Node with the arguments; this process ends as that one does. */
export function handOver(args) {
  startNode(args).on('exit', (code) => process.exit(code ?? 1));
}

function inRepository(extra) {
  // Tools that start Node themselves must find the same one.
  const path = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  return {
    cwd: ROOT,
    maxBuffer: 2 ** 28,
    env: { ...process.env, PATH: path, NO_UPDATE_NOTIFIER: '1' },
    ...extra,
  };
}
