import type { OrderFilter } from '../../../lib/history/read/orders.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { BUYER_STATUS_WORDS } from '../../../lib/insights/buyer-marks.ts';
import { ORDER_STATUSES, type OrderStatus, type Role } from '../../../lib/model/order.ts';
import { ShopSelect } from '../../shared/ShopSelect.tsx';
import { STATUS_WORDS } from '../../shared/status-words.ts';
import { SearchBox } from './SearchBox.tsx';
import { accountsOf, hasBothSides, type Side } from './side.ts';

interface Props {
  text: string;
  onText: (text: string) => void;
  filter: OrderFilter;
  onFilter: (filter: OrderFilter) => void;
  accounts: readonly AccountRow[];
  side: Side;
}

const ROLES: [Role, string][] = [
  ['buyer', 'Buying'],
  ['seller', 'Selling'],
];

/** Search and filters. */
export function OrdersToolbar({ text, onText, filter, onFilter, accounts, side }: Props) {
  return (
    <div class="toolbar">
      <SearchBox text={text} onText={onText} />
      <StatusSelect
        value={filter.status}
        side={side}
        onChange={(status) => onFilter({ ...filter, status })}
      />
      {hasBothSides(accounts) && (
        <RoleSelect
          value={filter.role ?? null}
          onChange={(role) => onFilter({ ...filter, role, account: null })}
        />
      )}
      <ShopSelect
        noun={side === 'seller' ? 'shop' : 'account'}
        accounts={accountsOf(accounts, side)}
        value={filter.account}
        onChange={(account) => onFilter({ ...filter, account })}
      />
    </div>
  );
}

interface RoleProps {
  value: Role | null;
  onChange: (role: Role | null) => void;
}

function RoleSelect({ value, onChange }: RoleProps) {
  const choose = (name: string) => onChange(ROLES.find(([role]) => role === name)?.[0] ?? null);
  return (
    <select
      class="select role"
      aria-label="Buying or selling"
      value={value ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">All orders</option>
      {ROLES.map(([role, words]) => (
        <option key={role} value={role}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface StatusProps {
  value: OrderStatus | null;
  side: Side;
  onChange: (status: OrderStatus | null) => void;
}

function StatusSelect({ value, side, onChange }: StatusProps) {
  const words = side === 'buyer' ? BUYER_STATUS_WORDS : STATUS_WORDS;
  const choose = (name: string) => onChange(ORDER_STATUSES.find((status) => status === name) ?? null);
  return (
    <select
      class="select"
      aria-label="Status"
      value={value ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">All statuses</option>
      {ORDER_STATUSES.map((status) => (
        <option key={status} value={status}>
          {words[status]}
        </option>
      ))}
    </select>
  );
}
