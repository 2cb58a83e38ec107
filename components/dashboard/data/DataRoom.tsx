import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { Captures } from './Captures.tsx';
import { CheckTotals } from './CheckTotals.tsx';
import { DeleteEverything } from './DeleteEverything.tsx';
import { DriftReport } from './DriftReport.tsx';
import { ExportCard } from './ExportCard.tsx';
import { ImportCard } from './ImportCard.tsx';

interface Props {
  accounts: readonly AccountRow[];
  orderCount: number | undefined;
  now: number;
}

/** The room "Data": getting orders out and in, undoing, checking, deleting. */
export function DataRoom({ accounts, orderCount, now }: Props) {
  return (
    <>
      <div class="top">
        <h2>Data</h2>
      </div>
      <div class="cards">
        <ExportCard orderCount={orderCount} />
        <ImportCard />
        <Captures now={now} />
        <CheckTotals />
        <DriftReport />
        <DeleteEverything accounts={accounts.length} orderCount={orderCount} />
      </div>
    </>
  );
}
