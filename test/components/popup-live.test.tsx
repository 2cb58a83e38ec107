// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Popup } from '../../components/popup/Popup.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { capture, cleanHistoryAfterEach } from './live.ts';
import { makeDeadlines, makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

describe('the popup, live', () => {
  it('shows an order as soon as a page was captured', async () => {
    render(<Popup />);
    await screen.findByText('No orders yet');
    const deadlines = makeDeadlines({ shipByAt: Date.now() - 2.5 * HOUR_MS });
    await capture([makeOrder('576786105183999937', { placedAt: Date.now(), paidAt: Date.now(), deadlines })]);
    await screen.findByRole('button', { name: /1 order past its ship-by time.*2 h late/ });
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Revenue' }).textContent).toContain('$82.00'),
    );
  });

  it('says what failed, why and what to do when the history can’t be opened', async () => {
    const failing = vi.spyOn(readingHistory(), 'open').mockRejectedValue(new Error('The disk is full'));
    render(<Popup />);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Your order history can’t be opened');
    expect(alert.textContent).toContain('The disk is full');
    expect(alert.textContent).toContain('Nothing was deleted');
    screen.getByRole('button', { name: 'Open dashboard' });
    failing.mockRestore();
  });
});
