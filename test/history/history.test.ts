import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openHistory } from '../../lib/history/db.ts';
import { historyCases } from './cases.ts';

test('every case has a name of its own', () => {
  expect(new Set(historyCases.map(({ name }) => name)).size).toBe(historyCases.length);
});

test.each(historyCases)(
  '$name',
  async ({ run }) => {
    await expect(run(openHistory)).resolves.toBeUndefined();
  },
  90_000,
);
