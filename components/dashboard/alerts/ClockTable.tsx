import { useId } from 'preact/hooks';
import type { OrderDeadline } from '../../../lib/history/read/deadlines.ts';
import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { orderName } from '../../../lib/insights/buyer-needs.ts';
import type { Tone } from '../../../lib/insights/risk.ts';
import { DAY_MS } from '../../../lib/model/time.ts';
import { TimeLeft } from '../../shared/TimeLeft.tsx';
import { shortId } from '../../shared/words.ts';
import { CLOCK_WORDS } from './clock-filter.ts';
import { goalOfDeadline } from './goal.ts';
import { OpenPage } from './OpenPage.tsx';

interface Props {
  deadlines: readonly OrderDeadline[];
  accounts: readonly AccountRow[];
  now: number;
}

/** Clocks as a table: the order, what is to be done and what happens then, why that time, and how much is left. */
export function ClockTable({ deadlines, accounts, now }: Props) {
  return (
    <table aria-label="Clocks">
      <thead>
        <tr>
          {['Order', 'What', 'Why this time', 'Left'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">
            <span class="visually-hidden">Open</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {deadlines.map((deadline, index) => (
          <ClockRow
            // One order can have several returns to answer at the same time.
            key={`${deadline.key} ${deadline.kind} ${deadline.atMs} ${index}`}
            deadline={deadline}
            accounts={accounts}
            now={now}
          />
        ))}
      </tbody>
    </table>
  );
}

function ClockRow({ deadline, accounts, now }: Omit<Props, 'deadlines'> & { deadline: OrderDeadline }) {
  const { kind, atMs, outcome, why, order } = deadline;
  const goal = goalOfDeadline(deadline, accounts);
  const nameId = useId();
  return (
    <tr>
      <td>
        <a class="name" id={nameId} href={goal.hash} title={orderName(order)}>
          {orderName(order)}
        </a>
        <small title={order.id}>{shortId(order.id)}</small>
      </td>
      <td>
        {CLOCK_WORDS[kind]}
        <small>{outcome}</small>
      </td>
      <td class="why">{why}</td>
      <td class="left">
        <TimeLeft atMs={atMs} now={now} tone={toneOf(atMs, now)} why={why} />
      </td>
      <td>{goal.url !== null && <OpenPage {...goal} describedBy={nameId} />}</td>
    </tr>
  );
}

function toneOf(atMs: number, now: number): Tone {
  if (atMs < now) return 'late';
  return atMs - now < DAY_MS ? 'soon' : 'fine';
}
