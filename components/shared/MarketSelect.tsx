import { SELLER_HOSTS, type SellerHost } from '../../lib/model/market.ts';

interface Props {
  value: string;
  onChange: (host: string) => void;
  /** What to choose from; without it every host. */
  choices?: readonly SellerHost[];
}

/** The list "Market": every address of Seller Center by the name people know it by. */
export function MarketSelect({ value, onChange, choices = SELLER_HOSTS }: Props) {
  return (
    <label class="market">
      <span>Market</span>
      <select class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(({ host, label }) => (
          <option key={host} value={host}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
