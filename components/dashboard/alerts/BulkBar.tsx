import type { AlertRow } from '../../../lib/history/read/alerts.ts';
import { Button } from '../../shared/Button.tsx';
import { Snooze } from './Snooze.tsx';
import type { AlertActions } from './use-alert-actions.ts';
import type { Selection } from './use-selection.ts';

interface Props {
  all: readonly AlertRow[];
  selection: Selection;
  actions: AlertActions;
}

/** What can be done with several alerts at once: those that are selected, or all. */
export function BulkBar({ all, selection, actions }: Props) {
  const allIds = all.map(({ id }) => id);
  const count = selection.ids.length;
  const ids = count > 0 ? selection.ids : allIds;
  return (
    <div class="bulk">
      <label class="check">
        <input
          type="checkbox"
          checked={count === all.length}
          indeterminate={count > 0 && count < all.length}
          onChange={(event) => selection.set(allIds, event.currentTarget.checked)}
        />
        {count === 0 ? 'Select all' : `${count.toLocaleString()} selected`}
      </label>
      {count > 0 && <Snooze onSnooze={(untilAt) => actions.snooze(ids, untilAt)} />}
      <Button look="quiet" onClick={() => actions.mark(ids, 'done')}>
        {count === 0 ? 'Mark all done' : `Mark ${count.toLocaleString()} done`}
      </Button>
    </div>
  );
}
