import { useEffect, useRef } from 'preact/hooks';
import type { OrderRow as Row } from '../../../lib/history/read/rows.ts';
import { OrderRow } from './OrderRow.tsx';
import type { RowSource } from './row-source.ts';
import type { Side } from './side.ts';
import { targetOf, useRowFocus } from './use-row-focus.ts';
import { ROW_PX, useVirtualRows } from './use-virtual-rows.ts';

/** What the column of the other side is called. */
const PARTIES: Record<Side, string> = { seller: 'Buyer', buyer: 'Shop', both: 'Shop or buyer' };

interface Props {
  source: RowSource;
  now: number;
  side: Side;
  openKey: string | null;
  onOpen: (row: Row) => void;
  /** Changes when the keyboard's focus shall come back to the table. */
  focusCall: number;
}

/** The table "Orders", of which only the rows in view are drawn. Arrow keys move, Enter opens. */
export function OrderTable({ source, now, side, openKey, onOpen, focusCall }: Props) {
  const { count, rowAt, show } = source;
  const scroller = useRef<HTMLDivElement>(null);
  const { active, setActive, move } = useRowFocus(scroller, focusCall);
  const virtualizer = useVirtualRows(scroller, count, active);
  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {};
  useEffect(() => show(first, last, active), [show, first, last, active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowAt(active);
    const target = targetOf(event.key, active, count, scroller.current?.clientHeight ?? 0);
    if (event.key === 'Enter' && row) onOpen(row);
    else if (target === null) return;
    else {
      move(target);
      virtualizer.scrollToIndex(target, { align: 'auto' });
    }
    event.preventDefault();
  };
  return (
    <div class={`table ${side}`} ref={scroller}>
      <table aria-label="Orders" aria-rowcount={count + 1}>
        <Head side={side} />
        <tbody style={{ height: `${count * ROW_PX}px` }}>
          {virtualizer.getVirtualItems().map(({ index }) => (
            <OrderRow
              key={index}
              index={index}
              row={rowAt(index)}
              now={now}
              side={side}
              isActive={index === active}
              isOpen={openKey !== null && rowAt(index)?.key === openKey}
              onActive={setActive}
              onOpen={onOpen}
              onKeyDown={onKeyDown}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ side }: { side: Side }) {
  return (
    <thead>
      <tr class="row" aria-rowindex={1}>
        {['Order', 'Placed', PARTIES[side], 'Status', 'What next', 'Total'].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
