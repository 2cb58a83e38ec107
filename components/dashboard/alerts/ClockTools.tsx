import type { OrderDeadline } from '../../../lib/history/read/deadlines.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import type { DeadlineKind } from '../../../lib/insights/deadlines.ts';
import { ShopSelect } from '../../shared/ShopSelect.tsx';
import { accountsOf, hasBothSides, sideOf } from '../orders/side.ts';
import { CLOCK_WORDS, type ClockFilter } from './clock-filter.ts';
import { FilterSelect } from './FilterSelect.tsx';

interface Props {
  deadlines: readonly OrderDeadline[];
  accounts: readonly AccountRow[];
  filter: ClockFilter;
  onChange: (fields: Partial<ClockFilter>) => void;
}

const ROLES = [
  ['buyer', 'Buying'],
  ['seller', 'Selling'],
] as const;

/** Which clocks to show: of which side, of which kind, of which shop. */
export function ClockTools({ deadlines, accounts, filter, onChange }: Props) {
  const side = sideOf(accounts, filter.role);
  const present = new Set(deadlines.map(({ kind }) => kind));
  const kinds = (Object.keys(CLOCK_WORDS) as DeadlineKind[]).filter(
    (kind) => present.has(kind) || kind === filter.kind,
  );
  return (
    <div class="tools">
      {hasBothSides(accounts) && (
        <FilterSelect
          label="Buying or selling"
          all="Both sides"
          options={ROLES}
          value={filter.role}
          onChange={(role) => onChange({ role, account: null, kind: null })}
        />
      )}
      <FilterSelect
        label="Kind of clock"
        all="All kinds"
        options={kinds.map((kind) => [kind, CLOCK_WORDS[kind]] as const)}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <ShopSelect
        noun={side === 'seller' ? 'shop' : 'account'}
        accounts={accountsOf(accounts, side)}
        value={filter.account}
        onChange={(account) => onChange({ account })}
      />
    </div>
  );
}
