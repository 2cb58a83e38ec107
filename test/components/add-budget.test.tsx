// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { AddBudget } from '../../components/dashboard/spending/AddBudget.tsx';
import { cleanAfterEach } from './support.ts';

cleanAfterEach();

function set(currency: string, amount: string, shop = '') {
  const onAdd = vi.fn(async () => true);
  const sellers = ['Mug Shop', 'Lamp House'];
  render(
    <AddBudget currencies={[currency]} currency={currency} sellers={sellers} isBusy={false} onAdd={onAdd} />,
  );
  fireEvent.input(screen.getByLabelText('Shop of the budget'), { target: { value: shop } });
  fireEvent.input(screen.getByLabelText('Amount per month'), { target: { value: amount } });
  fireEvent.click(screen.getByRole('button', { name: 'Set budget' }));
  return onAdd;
}

describe('the form for a budget', () => {
  it.each([
    ['USD', '400,50', 40_050],
    ['USD', '1,500', 150_000],
    ['VND', '500.000', 500_000],
    ['IDR', 'Rp 1.500.000', 150_000_000],
    ['BRL', '1.500,50', 150_050],
  ])('reads an amount as %s is written: %s', async (currency, text, amountMinor) => {
    const onAdd = set(currency, text);
    await waitFor(() => expect(onAdd).toHaveBeenCalledWith({ seller: null, currency, amountMinor }));
  });

  it.each([
    ['USD', '500.000'],
    ['USD', '£400'],
    ['USD', '0'],
    ['USD', '-5'],
    ['USD', 'lots'],
  ])('takes no budget in %s of “%s”', async (currency, text) => {
    const onAdd = set(currency, text);
    expect((await screen.findByRole('alert')).textContent).toContain(`no amount in ${currency}`);
    expect(onAdd).not.toHaveBeenCalled();
  });

  it.each([
    [' lamp house', 'Lamp House'],
    ['Dune', 'Dune'],
    ['  ', null],
  ])('takes the shop typed as “%s” for %s', async (typed, seller) => {
    const onAdd = set('USD', '400', typed);
    await waitFor(() => expect(onAdd).toHaveBeenCalledWith({ seller, currency: 'USD', amountMinor: 40_000 }));
  });
});
