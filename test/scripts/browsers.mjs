import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const { env, platform } = process;
const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

/** What tests start: where it may be, and the Debian package that has it. */
const TOOLS = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser'],
    places: [
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ...programs.map((folder) => join(folder, 'Chromium/Application/chrome.exe')),
    ],
    debian: 'chromium',
    // Branded Chrome has refused --load-extension since version 137.
    advice:
      'Install Chromium or Chrome for Testing (Google Chrome does not load unpacked extensions in tests)',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...programs.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ],
    debian: 'firefox-esr',
    advice: 'Install Firefox 142 or newer',
  },
  xvfb: { variable: 'XVFB_PATH', names: ['Xvfb'], places: [], debian: 'xvfb', advice: 'Install Xvfb' },
  xdotool: {
    variable: 'XDOTOOL_PATH',
    names: ['xdotool'],
    places: [],
    debian: 'xdotool',
    advice: 'Install xdotool',
  },
};

/** Where a browser or tool is: what its variable says, else the usual places; undefined when it is nowhere. */
export function findTool(name) {
  const { variable, names, places } = TOOLS[name];
  if (env[variable]) return isRunnable(env[variable]) ? env[variable] : undefined;
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((file) => join(folder, file)));
  return [...onPath, ...places].find(isRunnable);
}

/** The sentence that says how to get what is missing. */
export function adviceFor(name) {
  const { advice, variable } = TOOLS[name];
  return `${name} was not found. ${advice}, or set ${variable} to its path.`;
}

/** The Debian packages that bring the tools, with what a browser needs to draw text. */
export function debianPackages(names) {
  return [...names.map((name) => TOOLS[name].debian), 'fonts-liberation'];
}

function isRunnable(path) {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
