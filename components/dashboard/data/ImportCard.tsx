import type { Order } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { Progress } from '../../shared/Progress.tsx';
import { counted } from '../../shared/words.ts';
import { FileDrop } from './FileDrop.tsx';
import { UndoButton } from './UndoButton.tsx';
import { type ImportState, useImport } from './use-import.ts';

/** Reads a file, shows what it would change, and changes it on a second click. */
export function ImportCard() {
  const { state, choose, add, cancel } = useImport();
  return (
    <ImportView
      state={state}
      onFile={(file) => void choose(file)}
      onAdd={(fileName, orders) => void add(fileName, orders)}
      onCancel={cancel}
    />
  );
}

interface Props {
  state: ImportState;
  onFile: (file: File) => void;
  onAdd: (fileName: string, orders: readonly Order[]) => void;
  onCancel: () => void;
}

/** The import at each of its steps. */
export function ImportView({ state, onFile, onAdd, onCancel }: Props) {
  return (
    <Card
      title="Import"
      text="A file that “Export JSON” wrote. You see what it would change before anything is added."
    >
      <FileDrop isBusy={state.step === 'adding' || state.step === 'reading'} onFile={onFile} />
      {state.step === 'preview' && <Preview state={state} onAdd={onAdd} onCancel={onCancel} />}
      {state.step === 'adding' && (
        <>
          <Progress label="Orders added" done={state.sent} total={state.total} />
          <div class="actions">
            <Button onClick={onCancel}>Cancel</Button>
          </div>
        </>
      )}
      {state.step === 'wrong' && (
        <Notice tone="late" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
      <div class="said">
        <p role="status">{saidOf(state)}</p>
        {state.step === 'added' && state.created + state.updated > 0 && (
          <UndoButton captureId={state.importId} what="this import" />
        )}
      </div>
    </Card>
  );
}

function Preview({
  state,
  onAdd,
  onCancel,
}: Pick<Props, 'onAdd' | 'onCancel'> & { state: ImportState & { step: 'preview' } }) {
  const { fileName, orders, preview } = state;
  const { created, completed, conflicting, unchanged } = preview;
  const isUseless = created + completed + conflicting === 0;
  return (
    <section class="preview" aria-label="Import preview">
      <p>
        <strong>{fileName}</strong> has {counted(preview.total, 'order')}: {created.toLocaleString()} new,{' '}
        {completed.toLocaleString()} completed, {conflicting.toLocaleString()} conflicting,{' '}
        {unchanged.toLocaleString()} unchanged
      </p>
      {conflicting > 0 && (
        <p class="muted">
          Conflicting: the file says something else than your history. The newer value stays.
        </p>
      )}
      {isUseless && <p class="muted">Your history knows all of it already.</p>}
      <div class="actions">
        <Button look="primary" onClick={() => onAdd(fileName, orders)}>
          Add to history
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </section>
  );
}

function saidOf(state: ImportState): string {
  if (state.step === 'reading') return `Reading ${state.fileName}…`;
  if (state.step === 'cancelled') return 'Cancelled. Your history is as it was.';
  if (state.step !== 'added') return '';
  const { created, updated, unchanged } = state;
  return `Imported: ${created.toLocaleString()} new, ${updated.toLocaleString()} updated, ${unchanged.toLocaleString()} unchanged.`;
}
