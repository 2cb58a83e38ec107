import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import type { AlertActions } from './use-alert-actions.ts';

/** What came of a click on alerts, and how to take it back. */
export function ActionResult({ actions: { saving, undo } }: { actions: AlertActions }) {
  return (
    <>
      <div class="said" role="status">
        <p>{saving.said}</p>
        {undo && (
          <Button look="quiet" onClick={undo}>
            Undo
          </Button>
        )}
      </div>
      {saving.failed !== null && (
        <ErrorNotice
          what="The alerts could not be changed"
          why={saving.failed}
          next="Try again. Those that are still listed are as they were."
        />
      )}
    </>
  );
}
