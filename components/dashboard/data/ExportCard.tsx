import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { Progress } from '../../shared/Progress.tsx';
import { counted } from '../../shared/words.ts';
import { type ExportState, useExport } from './use-export.ts';

/** Writes the orders to a file that can be read anywhere, and imported again. */
export function ExportCard({ orderCount = 0 }: { orderCount: number | undefined }) {
  const { state, start, cancel } = useExport();
  return (
    <Card
      title="Export"
      text="All orders in one file: to keep, to read elsewhere, or to import on another computer. Notes and the log, watched changes, vouchers, reviews, returns and messages from a data export, budgets, category rules and names of shops are not in it."
    >
      <div class="actions">
        <Button look="primary" disabled={state.step === 'writing'} onClick={() => void start()}>
          Export JSON
        </Button>
        {state.step === 'writing' && <Button onClick={cancel}>Cancel</Button>}
      </div>
      {state.step === 'writing' && (
        <Progress label="Orders written" done={state.written} total={orderCount} />
      )}
      <p class="said" role="status">
        {saidOf(state)}
      </p>
      {state.step === 'failed' && (
        <ErrorNotice
          what="The export failed"
          why={state.reason}
          next="Try again. Your history is unchanged."
        />
      )}
    </Card>
  );
}

function saidOf(state: ExportState): string {
  if (state.step === 'cancelled') return 'Cancelled. No file was saved.';
  return state.step === 'done' ? `${counted(state.written, 'order')} saved to ${state.name}.` : '';
}
