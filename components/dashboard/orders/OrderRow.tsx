import type { OrderRow as Row } from '../../../lib/history/read/rows.ts';
import type { Mark } from '../../../lib/insights/risk.ts';
import type { Order } from '../../../lib/model/order.ts';
import { clockTime, exactTime, shortDay } from '../../shared/dates.ts';
import { Money } from '../../shared/Money.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { hashOf } from '../../shared/routes.ts';
import { shortId } from '../../shared/words.ts';
import { nextOf, statusOf } from './row-marks.ts';
import type { Side } from './side.ts';
import { ROW_PX } from './use-virtual-rows.ts';

interface Props {
  index: number;
  row: Row | undefined;
  now: number;
  side: Side;
  isActive: boolean;
  isOpen: boolean;
  onActive: (index: number) => void;
  onOpen: (row: Row) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One order in the table; grey bars until it is read. */
export function OrderRow({ index, row, now, side, isActive, isOpen, onActive, onOpen, onKeyDown }: Props) {
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
      {row ? <Cells row={row} now={now} side={side} /> : <Waiting />}
    </tr>
  );
}

function Cells({ row, now, side }: { row: Row; now: number; side: Side }) {
  const { order } = row;
  const status = statusOf(order);
  return (
    <>
      <Name row={row} />
      <Placed order={order} now={now} />
      <Party order={order} side={side} />
      <td>
        <Pill tone={status.tone} detail={status.detail || undefined}>
          {status.words}
        </Pill>
      </td>
      <td>
        <Next mark={nextOf(row, now)} />
      </td>
      <td class="total">
        <Money amountMinor={order.amounts.total} currency={order.currency} />
      </td>
    </>
  );
}

/** Sellers know an order by its number, buyers by what is in it. */
function Name({ row: { key, order } }: { row: Row }) {
  const items = itemWords(order);
  const isByItem = order.role === 'buyer' && order.items.length > 0;
  const [name, rest] = isByItem ? [items, shortId(order.id)] : [shortId(order.id), items];
  const [nameTitle, restTitle] = isByItem ? [items, order.id] : [order.id, items];
  return (
    <td>
      <a class="line" href={hashOf('orders', key)} tabIndex={-1} title={nameTitle}>
        {name}
      </a>
      <small title={restTitle}>{rest}</small>
    </td>
  );
}

function Party({ order: { role, counterparty }, side }: { order: Order; side: Side }) {
  return (
    <td class="line" title={counterparty ?? undefined}>
      {counterparty ?? <span class="unknown">unknown</span>}
      {side === 'both' && <small>{role === 'buyer' ? 'You bought' : 'You sold'}</small>}
    </td>
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

function Next({ mark }: { mark: Mark | null }) {
  if (!mark) return null;
  const { tone, words, detail } = mark;
  return (
    <Pill tone={tone} detail={detail.startsWith(words) ? detail : `${words}. ${detail}`}>
      {words}
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
