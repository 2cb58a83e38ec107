import type { OrderFilter } from '../../../lib/history/read/orders.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { OrderStatus } from '../../../lib/model/order.ts';
import { ShopSelect } from '../../shared/ShopSelect.tsx';
import { STATUS_WORDS } from '../../shared/status-words.ts';
import { SearchBox } from './SearchBox.tsx';

interface Props {
  text: string;
  onText: (text: string) => void;
  filter: OrderFilter;
  onFilter: (filter: OrderFilter) => void;
  accounts: readonly AccountRow[];
}

const STATUSES = Object.entries(STATUS_WORDS) as [OrderStatus, string][];

/** Search and filters. */
export function OrdersToolbar({ text, onText, filter, onFilter, accounts }: Props) {
  return (
    <div class="toolbar">
      <SearchBox text={text} onText={onText} />
      <StatusSelect value={filter.status} onChange={(status) => onFilter({ ...filter, status })} />
      <ShopSelect
        accounts={accounts}
        value={filter.account}
        onChange={(account) => onFilter({ ...filter, account })}
      />
    </div>
  );
}

interface StatusProps {
  value: OrderStatus | null;
  onChange: (status: OrderStatus | null) => void;
}

function StatusSelect({ value, onChange }: StatusProps) {
  const choose = (name: string) => onChange(STATUSES.find(([status]) => status === name)?.[0] ?? null);
  return (
    <select
      class="select"
      aria-label="Status"
      value={value ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">All statuses</option>
      {STATUSES.map(([status, words]) => (
        <option key={status} value={status}>
          {words}
        </option>
      ))}
    </select>
  );
}
