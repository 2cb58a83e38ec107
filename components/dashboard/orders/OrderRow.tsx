import type { OrderRow as Row } from '../../../lib/history/read/rows.ts';
import { clocksOf } from '../../../lib/insights/clocks.ts';
import { type Mark, marksOf } from '../../../lib/insights/risk.ts';
import type { Order } from '../../../lib/model/order.ts';
import { clockTime, exactTime, shortDay } from '../../shared/dates.ts';
import { Money } from '../../shared/Money.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { hashOf } from '../../shared/routes.ts';
import { statusTone, statusWords } from '../../shared/status-words.ts';
import { shortId } from '../../shared/words.ts';
import { ROW_PX } from './use-virtual-rows.ts';

interface Props {
  index: number;
  row: Row | undefined;
  now: number;
  isActive: boolean;
  isOpen: boolean;
  onActive: (index: number) => void;
  onOpen: (row: Row) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One order in the table; grey bars until it is read. */
export function OrderRow({ index, row, now, isActive, isOpen, onActive, onOpen, onKeyDown }: Props) {
  const onClick = (event: MouseEvent) => {
    // With a key held the link inside opens a tab or a window of its own.
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onActive(index);
    onOpen(row);
  };
  return (
    <tr
      class={`row ${isOpen ? 'open' : ''}`}
      aria-rowindex={index + 2}
      aria-busy={row === undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${index * ROW_PX}px)` }}
      onFocus={() => onActive(index)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {row ? <Cells row={row} now={now} /> : <Waiting />}
    </tr>
  );
}

function Cells({ row: { key, order }, now }: { row: Row; now: number }) {
  return (
    <>
      <td>
        <a href={hashOf('orders', key)} tabIndex={-1} title={order.id}>
          {shortId(order.id)}
        </a>
        <small title={itemWords(order)}>{itemWords(order)}</small>
      </td>
      <Placed order={order} now={now} />
      <td class="line" title={order.counterparty ?? undefined}>
        {order.counterparty ?? <span class="unknown">unknown</span>}
      </td>
      <td>
        <Pill
          tone={statusTone(order)}
          detail={order.statusLabel === null ? undefined : `Seller Center: ${order.statusLabel}`}
        >
          {statusWords(order)}
        </Pill>
      </td>
      <td>
        <Next mark={order.role === 'seller' ? marksOf(clocksOf(order), now)[0] : undefined} />
      </td>
      <td class="total">
        <Money amountMinor={order.amounts.total} currency={order.currency} />
      </td>
    </>
  );
}

function Placed({ order: { placedAt }, now }: { order: Order; now: number }) {
  if (placedAt === null) {
    return (
      <td>
        <span class="unknown">unknown</span>
      </td>
    );
  }
  return (
    <td title={exactTime(placedAt)}>
      {shortDay(placedAt, now)}
      <small>{clockTime(placedAt)}</small>
    </td>
  );
}

function Next({ mark }: { mark: Mark | undefined }) {
  if (!mark) return null;
  return (
    <Pill tone={mark.tone} detail={`${mark.words}. ${mark.detail}`}>
      {mark.words}
    </Pill>
  );
}

function Waiting() {
  return (
    <td class="waiting">
      <span class="skeleton" />
      <span class="visually-hidden">Loading</span>
    </td>
  );
}

/** The first item with its quantity, and how many others there are. */
function itemWords({ items }: Order): string {
  const [first] = items;
  if (!first) return 'Items unknown';
  const quantity = first.quantity !== null && first.quantity !== 1 ? ` × ${first.quantity}` : '';
  const more = items.length > 1 ? ` and ${items.length - 1} more` : '';
  return `${first.name}${quantity}${more}`;
}
