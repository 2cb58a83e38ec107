import { expect, test } from 'vitest';
import { afterAll } from '../../lib/background/after-all.ts';

test('who asks while it runs shares one run that starts afterwards', async () => {
  const starts: PromiseWithResolvers<void>[] = [];
  const ask = afterAll(() => {
    const turn = Promise.withResolvers<void>();
    starts.push(turn);
    return turn.promise;
  });
  const first = ask();
  const rest = [ask(), ask(), ask()];
  expect(starts).toHaveLength(1);
  starts[0]?.resolve();
  await first;
  await Promise.resolve();
  expect(starts).toHaveLength(2);
  starts[1]?.resolve();
  await Promise.all(rest);
  expect(starts).toHaveLength(2);
});

test('one that fails does not keep the next from being done', async () => {
  let count = 0;
  const ask = afterAll(async () => {
    count += 1;
    if (count === 1) throw new Error('not now');
  });
  const [first, second] = await Promise.allSettled([ask(), ask()]);
  expect([first?.status, second?.status, count]).toEqual(['rejected', 'fulfilled', 2]);
});
