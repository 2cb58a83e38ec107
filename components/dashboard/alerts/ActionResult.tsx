import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import type { Saving } from '../spending/use-saving.ts';
import type { AlertActions } from './use-alert-actions.ts';

interface Props {
  saving: Saving;
  undo: (() => void) | null;
  /** What failed, and what to do then. */
  what: string;
  next: string;
}

/** What came of a click, and how to take it back. */
export function ActionResult({ saving, undo, what, next }: Props) {
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
      {saving.failed !== null && <ErrorNotice what={what} why={saving.failed} next={next} />}
    </>
  );
}

/** The same of a click on alerts. */
export function AlertResult({ actions: { saving, undo } }: { actions: AlertActions }) {
  return (
    <ActionResult
      saving={saving}
      undo={undo}
      what="The alerts could not be changed"
      next="Try again. Those that are still listed are as they were."
    />
  );
}
