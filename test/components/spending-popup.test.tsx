// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render, screen, within } from '@testing-library/preact';
import { describe, it, vi } from 'vitest';
import { Spending } from '../../components/popup/Spending.tsx';
import { readingHistory } from '../../lib/history/read/live.ts';
import { readSpendingNow, type SpendingNow } from '../../lib/history/read/spending-now.ts';
import { budgetState } from '../../lib/insights/budgets.ts';
import { sumsIn } from '../../lib/insights/spending.ts';
import { cleanHistoryAfterEach } from './live.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const NOW = new Date(2026, 10, 21, 12).getTime();

describe('the popup’s region Spending', () => {
  const sums = (counts: Record<string, number>) => sumsIn({ paidOrders: 1, ...counts });
  const usd: SpendingNow['currencies'][number] = {
    currency: 'USD',
    month: sums({ spentMinor: 33_160, refundedMinor: 1920, withoutAmount: 2 }),
    lastMonthMinor: 28_000,
    pending: sums({ pendingRefunds: 2, pendingRefundMinor: 4510 }),
    budgets: [
      budgetState({ seller: null, currency: 'USD', amountMinor: 40_000 }, 31_240, 0.7),
      budgetState({ seller: 'Lamp House', currency: 'USD', amountMinor: 100 }, 200, 0.7),
    ],
  };
  const draw = (fields: Partial<SpendingNow>) =>
    render(<Spending spending={{ day: '2026-11-21', currencies: [usd], withoutCurrency: 0, ...fields }} />);

  it('shows the month, what is owed, the last month at this day and the budgets', () => {
    draw({});
    const own = within(screen.getByRole('region', { name: 'Spending' }));
    own.getByText('$312.40');
    own.getByText('November, net of $19.20 back');
    own.getByText('$45.10');
    own.getByText('owed to you: 2 refunds');
    own.getByText('$280.00 at this day of last month');
    own.getByText('2 orders without an amount');
    own.getByText('78 % of your budget, too fast to stay in it');
    own.getByText('Over budget: Lamp House');
  });

  it('keeps currencies apart', () => {
    draw({ currencies: [usd, { ...usd, currency: 'VND', budgets: [] }], withoutCurrency: 1 });
    screen.getByText('$312.40');
    screen.getByText('₫31,240');
    screen.getByText('1 order without a currency: in no total.');
  });

  it('says that there is nothing yet, as the history tells it', async () => {
    draw(await readSpendingNow(readingHistory(), NOW));
    screen.getByText('No amounts yet.');
  });
});
