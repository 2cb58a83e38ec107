import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../shared/Button.tsx';

interface Props {
  title: string;
  /** Beside the title: what the chart's amounts are of. */
  note?: string;
  /** The chart's data as a table, drawn in place of the chart when asked for. */
  table: ComponentChildren;
  children: ComponentChildren;
}

/** A chart under its name, which can be shown as a table. */
export function ChartCard({ title, note, table, children }: Props) {
  const [isTable, setIsTable] = useState(false);
  return (
    <section class="card" aria-label={title}>
      <div class="card-head">
        <h3>{title}</h3>
        {note && <span class="muted">{note}</span>}
        <Button look="quiet" onClick={() => setIsTable(!isTable)}>
          {isTable ? 'Show as chart' : 'Show as table'}
          <span class="visually-hidden">: {title}</span>
        </Button>
      </div>
      {isTable ? <div class="table-scroll">{table}</div> : children}
    </section>
  );
}
