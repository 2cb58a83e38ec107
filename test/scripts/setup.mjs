import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { adviceFor, debianPackages, findTool } from './browsers.mjs';
import { NODE, ROOT, say, stop } from './run.mjs';

const NO_NETWORK = /ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|network/i;

/** Gets the machine ready: Node, packages, and the browsers asked for. Returns a sentence for each one missing. */
export function prepare({ browsers = [] } = {}) {
  checkNode();
  installPackages();
  if (browsers.some((name) => !findTool(name)) && isRootOnDebian()) installBrowsers(browsers);
  return browsers.filter((name) => !findTool(name)).map(adviceFor);
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    stop(`This needs Node 20 or newer; here is ${process.version}. Get it from https://nodejs.org.`);
}

function installPackages() {
  if (!isStale()) return;
  say('Installing packages …');
  // On Windows npm is a batch file, which only a shell starts.
  const npm = { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' };
  // Not `npm ci`: it wants every platform's optional package in the lockfile, and some of them were never published.
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr } = spawnSync('npm', ['install', ...options], npm);
  if (status === 0 && existsSync(NODE)) return;
  if (NO_NETWORK.test(stderr ?? '')) {
    stop(
      'The packages are missing and the npm registry does not answer: connect to a network and try again.',
    );
  }
  stop(
    `npm install failed; the packages are not complete. Its last words:\n${(stderr ?? '').trim().slice(-2000)}`,
  );
}

function isStale() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || !existsSync(NODE)) return true;
  return statSync(join(ROOT, 'package-lock.json')).mtimeMs > statSync(installed).mtimeMs;
}

function isRootOnDebian() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get');
}

function installBrowsers(names) {
  const packages = debianPackages(names);
  say(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => spawnSync('apt-get', args, { env, encoding: 'utf8' });
  apt(['update']);
  const { status, stderr } = apt(['install', '-y', '--no-install-recommends', ...packages]);
  if (status !== 0) say(`apt-get could not install them: ${(stderr ?? '').trim().split('\n').at(-1)}`);
}
