import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { adviceFor, findTool, type Tool } from '../../scripts/browsers.mjs';

/** A screen of a test's own, and the keyboard in front of it. */
export interface Display {
  name: string;
  press(key: string): void;
  close(): void;
}

/** Starts an X server on a free display. */
export async function startDisplay(): Promise<Display> {
  const keyboard = need('xdotool');
  // It takes the next free number by itself and writes it to the third stream.
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const server = spawn(need('xvfb'), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const name = `:${await displayNumber(server)}`;
  return {
    name,
    press: (key) => {
      const { status, stderr } = spawnSync(keyboard, ['key', key], {
        env: { ...process.env, DISPLAY: name },
      });
      if (status !== 0) throw new Error(`xdotool could not press ${key}: ${stderr}`);
    },
    close: () => void server.kill(),
  };
}

function need(tool: Tool): string {
  const path = findTool(tool);
  if (!path) throw new Error(adviceFor(tool));
  return path;
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (text) => resolve(String(text).trim()));
    server.once('exit', (code) => reject(new Error(`The X server ended with ${code}`)));
  });
}
