import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

test('the demo runs without a screen, says what was captured and leaves pictures', () => {
  const env = { ...process.env, CI: '1' };
  const args = [join(ROOT, 'test/scripts/start.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Orders: .*US shop 120/m);
  expect(stdout).toMatch(/^Orders: .*VN shop 60/m);
  expect(stdout).toMatch(/^Revenue: \$[\d,.]+ today, \$[\d,.]+ /m);
  expect(stdout).toMatch(/^Deadlines: \d+ overdue, \d+ due in 24 h$/m);
  expect(stdout).toMatch(/^Alerts: \d+ \(\d+ overdue, .*\)$/m);
  expect(stdout).toMatch(/^Needs you:\n {2}\S.*/m);
  expect(stdout).toMatch(/^ {2}Past its ship-by time · .* late$/m);
  expect(stdout).toMatch(/^Bought: 45 orders/m);
  expect(stdout).toMatch(/^Spending: .*\$[\d,.]+/m);
  const pictures = stdout.match(/^ {2}\.output\/start\/.*\.png$/gm) ?? [];
  expect(pictures).toHaveLength(18);
  for (const picture of pictures) expect(existsSync(join(ROOT, picture.trim()))).toBe(true);
});
