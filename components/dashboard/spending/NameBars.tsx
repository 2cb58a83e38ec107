import { useState } from 'preact/hooks';
import type { NamedSums } from '../../../lib/history/read/spending-rows.ts';
import { netMinor } from '../../../lib/insights/spending.ts';
import { formatMoney } from '../../../lib/model/money.ts';
import { Button } from '../../shared/Button.tsx';
import { missingWords } from '../../shared/missing-words.ts';
import { counted } from '../../shared/words.ts';
import { Columns } from './Columns.tsx';
import { shareWords } from './words.ts';

interface Props {
  label: string;
  /** What the first column holds, and what several of it are called. */
  head: string;
  many: string;
  entries: readonly NamedSums[];
  nameWords: (name: string) => string;
  /** Net of the whole period: what the shares are of. */
  totalMinor: number;
  currency: string;
}

const FEW = 8;
const MORE = 100;

/** Net spend by name as a table with a bar in each row; the largest first, the others on demand. */
export function NameBars({ label, head, many, entries, nameWords, totalMinor, currency }: Props) {
  const [limit, setLimit] = useState(FEW);
  const largest = Math.max(1, ...entries.map(({ sums }) => netMinor(sums)));
  const hidden = entries.length - limit;
  return (
    <>
      <table class="lines bars">
        <caption class="visually-hidden">{label}</caption>
        <Columns />
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">Net</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, limit).map(({ name, sums }) => (
            <tr key={name}>
              <th scope="row">
                <span class="name" title={nameWords(name)}>
                  {nameWords(name)}
                </span>
                <small>
                  {[counted(sums.paidOrders, 'order'), missingWords(sums)].filter(Boolean).join(' · ')}
                </small>
                <i class="bar" style={{ width: `${Math.max(0, (netMinor(sums) / largest) * 100)}%` }} />
              </th>
              <td class="amount">{formatMoney(netMinor(sums), currency)}</td>
              <td class="share">{totalMinor > 0 ? shareWords(netMinor(sums) / totalMinor) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <div class="actions">
          <Button look="quiet" onClick={() => setLimit(limit + MORE)}>
            {hidden > MORE
              ? `Show ${MORE} more of ${hidden.toLocaleString()} ${many}`
              : `Show ${hidden} more ${many}`}
          </Button>
        </div>
      )}
    </>
  );
}
