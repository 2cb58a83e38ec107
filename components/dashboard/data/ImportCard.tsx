import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { Progress } from '../../shared/Progress.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { FilePreview } from './preview-file.ts';
import { recordWords } from './record-words.ts';
import { UndoButton } from './UndoButton.tsx';
import { type ImportState, useImport } from './use-import.ts';

/** Reads a file, shows what it would change, and changes it on a second click. */
export function ImportCard() {
  const { state, choose, add, cancel } = useImport();
  return (
    <ImportView
      state={state}
      onFile={(file) => void choose(file)}
      onAdd={(file, preview, name) => void add(file, preview, name)}
      onCancel={cancel}
    />
  );
}

interface Props {
  state: ImportState;
  onFile: (file: File) => void;
  onAdd: (file: File, preview: FilePreview, name: string) => void;
  onCancel: () => void;
}

/** The import at each of its steps. */
function ImportView({ state, onFile, onAdd, onCancel }: Props) {
  const isBusy = state.step === 'adding' || state.step === 'reading';
  return (
    <Card
      title="Import"
      text="TikTok’s data export (JSON or zip), Seller Center’s order and finance exports, or a file that “Export JSON” wrote. You see what it would change before anything is added."
    >
      <FileDrop isBusy={isBusy} onFile={onFile} />
      {state.step === 'preview' && (
        <ImportPreview
          key={state.preview}
          fileName={state.file.name}
          preview={state.preview}
          onAdd={(name) => onAdd(state.file, state.preview, name)}
          onCancel={onCancel}
        />
      )}
      {isBusy && (
        <>
          <HowFar state={state} />
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
        {state.step === 'added' && state.counts.created + state.counts.updated + state.counts.records > 0 && (
          <UndoButton captureId={state.importId} what="this import" isImport />
        )}
      </div>
    </Card>
  );
}

function HowFar({ state }: { state: ImportState }) {
  if (state.step === 'adding') return <Progress label="Orders added" done={state.sent} total={state.total} />;
  if (state.step !== 'reading') return null;
  const [unit, size] = state.totalBytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  const inUnits = (bytes: number) => Math.ceil(bytes / size);
  return (
    <Progress label={`${unit} read`} done={inUnits(state.readBytes)} total={inUnits(state.totalBytes)} />
  );
}

function saidOf(state: ImportState): string {
  if (state.step === 'reading') return `Reading ${state.fileName}…`;
  if (state.step === 'preview')
    return `${state.file.name} was read; nothing is added yet. Look at what it would change.`;
  if (state.step === 'cancelled') return 'Cancelled. Your history is as it was.';
  if (state.step !== 'added') return '';
  const { created, updated, unchanged, records } = state.counts;
  const beside = records > 0 ? ` Also kept: ${recordWords(state.beside)}.` : '';
  return `Imported: ${created.toLocaleString()} new, ${updated.toLocaleString()} updated, ${unchanged.toLocaleString()} unchanged.${beside}`;
}
