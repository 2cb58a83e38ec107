// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { useLive } from '../../components/shared/use-live.ts';
import { readAccounts } from '../../lib/history/read/accounts.ts';
import type { History } from '../../lib/history/read/rows.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { makeOrder } from './support.ts';

cleanHistoryAfterEach();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function Probe({ query }: { query: (db: History) => Promise<unknown> }) {
  const live = useLive(query, [query]);
  if (live.state === 'pending') return <p>{live.isSlow ? 'skeleton' : 'blank'}</p>;
  return <p>{live.state === 'error' ? live.error.message : JSON.stringify(live.value)}</p>;
}

describe('useLive', () => {
  it('stays blank for 200 ms before it asks for a skeleton', async () => {
    render(<Probe query={() => new Promise(() => {})} />);
    await pause(100);
    screen.getByText('blank');
    await pause(150);
    screen.getByText('skeleton');
  });

  it('tells the value, and the next one when what it read changed', async () => {
    render(<Probe query={async (db) => (await readAccounts(db)).map((account) => account.account)} />);
    await screen.findByText('[]');
    await capture([makeOrder('576786105183000001')]);
    await screen.findByText('["acc_us"]');
  });

  it('keeps the last value until that of another query is there', async () => {
    const { rerender } = render(<Probe query={async () => 1} />);
    await screen.findByText('1');
    const slow = async () => pause(50).then(() => 2);
    rerender(<Probe query={slow} />);
    screen.getByText('1');
    await screen.findByText('2');
  });

  it('tells what a query threw', async () => {
    render(<Probe query={() => Promise.reject(new Error('No such table'))} />);
    await screen.findByText('No such table');
    expect(screen.queryByText('blank')).toBeNull();
  });
});
