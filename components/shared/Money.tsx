import { formatMoney } from '../../lib/model/money.ts';

/** An amount with its currency; an unknown one says so, and is never 0. */
export function Money({ amountMinor, currency }: { amountMinor: number | null; currency: string | null }) {
  if (amountMinor === null || currency === null) return <span class="unknown">unknown</span>;
  return <>{formatMoney(amountMinor, currency)}</>;
}
