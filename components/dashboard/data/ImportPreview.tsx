import { useState } from 'preact/hooks';
import { Button } from '../../shared/Button.tsx';
import { counted } from '../../shared/words.ts';
import type { FilePreview } from './preview-file.ts';
import { recordWords } from './record-words.ts';

interface Props {
  fileName: string;
  preview: FilePreview;
  onAdd: (name: string) => void;
  onCancel: () => void;
}

const MAX_NAME = 60;

/** What a file would change, before it does; and what to call the one whose orders these are. */
export function ImportPreview({ fileName, preview, onAdd, onCancel }: Props) {
  const [name, setName] = useState(preview.name ?? '');
  const { created, completed, conflicting, unchanged, total } = preview.orders;
  const beside = recordWords(preview.records);
  const isUseless = created + completed + conflicting === 0 && beside === '';
  return (
    <section class="preview" aria-label="Import preview">
      <p>
        <strong>{fileName}</strong> ({preview.label}) has {counted(total, 'order')}:{' '}
        {created.toLocaleString()} new, {completed.toLocaleString()} completed, {conflicting.toLocaleString()}{' '}
        conflicting, {unchanged.toLocaleString()} unchanged
      </p>
      {beside !== '' && <p>Beside them it has {beside}.</p>}
      {preview.brokenCount > 0 && (
        <p class="muted">
          {counted(preview.brokenCount, 'entry', 'entries')} could not be read and will be left out.
        </p>
      )}
      {conflicting > 0 && (
        <p class="muted">
          Conflicting: the file says something else than your history. The newer value stays.
        </p>
      )}
      {isUseless && (
        <p class="muted">
          {total === 0 ? 'There is nothing in it to add.' : 'Your history knows all of it already.'}
        </p>
      )}
      {preview.name !== null && <NameField name={name} onName={setName} />}
      <div class="actions">
        <Button look="primary" onClick={() => onAdd(name)}>
          Add to history
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </section>
  );
}

function NameField({ name, onName }: { name: string; onName: (name: string) => void }) {
  return (
    <div class="inline">
      <label>
        <span>Whose orders are these?</span>
        <small class="muted">The file does not say. Use the same name each time.</small>
        <input
          class="field"
          maxLength={MAX_NAME}
          value={name}
          onInput={(event) => onName(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
