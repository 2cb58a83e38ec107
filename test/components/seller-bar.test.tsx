// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Bar } from '../../components/overlay/Bar.tsx';
import type { OverlaySummary } from '../../lib/messages/protocol.ts';
import { NOW } from './support.ts';

afterEach(cleanup);

function show(alerts: OverlaySummary['alerts'] | null) {
  const onAlerts = vi.fn();
  const summary = alerts && { isFolded: false, orders: [], revenue: [], withoutAmount: 0, alerts };
  render(
    <Bar
      summary={summary}
      shownCount={0}
      now={NOW}
      onGoTo={() => {}}
      onAlerts={onAlerts}
      onFold={() => {}}
    />,
  );
  return onAlerts;
}

describe('the bar on Seller Center', () => {
  it('says how many alerts need the seller, what they are, and leads to them', () => {
    const onAlerts = show({ count: 3, words: '2 overdue, 1 return to answer' });
    const button = screen.getByRole('button', { name: '3 need you' });
    expect(button.title).toBe('2 overdue, 1 return to answer');
    fireEvent.click(button);
    expect(onAlerts).toHaveBeenCalledOnce();
  });

  it('counts one as one', () => {
    show({ count: 1, words: '1 overdue' });
    screen.getByRole('button', { name: '1 needs you' });
  });

  it.each([null, { count: 0, words: '' }])('says nothing of alerts with %j', (alerts) => {
    show(alerts);
    expect(screen.queryByRole('button', { name: /need/ })).toBeNull();
  });
});
