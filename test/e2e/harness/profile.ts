import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The id that Chromium gives to an unpacked extension: a hash of its folder's path in the letters a to p. */
export function unpackedId(folder: string): string {
  const path = Buffer.from(folder, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * Writes a new profile. With `granted` its user said yes to the extension's optional hosts and permissions before and took it
 * back: Chromium then grants them again without a question. The extension stays as it was built.
 */
export function writeProfile(profile: string, extension: string, granted: boolean): void {
  const settings = granted ? { [unpackedId(extension)]: grantedSettings(extension) } : {};
  const preferences = {
    signin: { allowed: false, allowed_on_next_startup: false },
    extensions: { settings },
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
}

const COMMAND_LINE = 8;

function grantedSettings(extension: string): object {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const hosts: string[] = manifest.optional_host_permissions ?? [];
  const permissions: string[] = manifest.optional_permissions ?? [];
  const granted = { api: permissions, explicit_host: hosts, manifest_permissions: [], scriptable_host: [] };
  return { location: COMMAND_LINE, path: extension, runtime_granted_permissions: granted };
}
