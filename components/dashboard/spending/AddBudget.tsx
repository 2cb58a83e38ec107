import { useId, useState } from 'preact/hooks';
import { knownSeller } from '../../../lib/insights/budgets.ts';
import { readMoneyText } from '../../../lib/model/money-text.ts';
import type { Budget } from '../../../lib/model/spending.ts';
import { Button } from '../../shared/Button.tsx';
import { Choices } from './Choices.tsx';

interface Props {
  currencies: readonly string[];
  currency: string;
  /** Shops of the period, offered while one types. */
  sellers: readonly string[];
  isBusy: boolean;
  onAdd: (budget: Budget) => Promise<boolean>;
}

/** The form for a monthly budget; setting one again changes it. */
export function AddBudget({ currencies, currency, sellers, isBusy, onAdd }: Props) {
  const wrongId = useId();
  const [seller, setSeller] = useState('');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(currency);
  const [isWrong, setIsWrong] = useState(false);
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const amountMinor = readAmount(text, chosen);
    setIsWrong(amountMinor === null);
    if (amountMinor === null) return;
    const shop = knownSeller(seller.trim(), sellers) || null;
    if (await onAdd({ seller: shop, currency: chosen, amountMinor })) setText('');
  };
  return (
    <form class="fields" onSubmit={(event) => void add(event)}>
      <ShopField value={seller} onChange={setSeller} sellers={sellers} />
      <input
        class="field"
        aria-label="Amount per month"
        placeholder="Amount per month"
        inputMode="decimal"
        maxLength={20}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? wrongId : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {currencies.length > 1 && <CurrencyField value={chosen} onChange={setChosen} currencies={currencies} />}
      <Button type="submit" disabled={isBusy || text.trim() === ''}>
        Set budget
      </Button>
      {isWrong && (
        <p class="wrong" id={wrongId} role="alert">
          That is no amount in {chosen}. Write it like 400 or 400.50.
        </p>
      )}
    </form>
  );
}

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
}

function ShopField({ value, onChange, sellers }: FieldProps & { sellers: readonly string[] }) {
  const id = useId();
  return (
    <>
      <input
        class="field"
        aria-label="Shop of the budget"
        placeholder="All shops"
        list={id}
        maxLength={200}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <Choices id={id} names={sellers} />
    </>
  );
}

function CurrencyField({ value, onChange, currencies }: FieldProps & { currencies: readonly string[] }) {
  return (
    <select
      class="select"
      aria-label="Currency of the budget"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {currencies.map((entry) => (
        <option key={entry}>{entry}</option>
      ))}
    </select>
  );
}

/**
 * "400", "400,50", or "500.000" where dots stand between thousands -> minor units; null for what can be read in
 * two ways, names another currency or is not above zero.
 */
function readAmount(text: string, currency: string): number | null {
  const read = readMoneyText(text, currency);
  return read !== null && read.currency === currency && read.amountMinor > 0 ? read.amountMinor : null;
}
