import { useState } from 'preact/hooks';
import type { NoteRow } from '../../../lib/history/read/rows.ts';
import { send } from '../../../lib/messages/client.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { ConfirmDialog } from '../data/ConfirmDialog.tsx';
import { CHANGE_WORDS } from './buyer-words.ts';
import { Section } from './Section.tsx';
import { useCommand } from './use-command.ts';
import { When } from './When.tsx';

interface Props {
  orderKey: string;
  log: readonly NoteRow[];
  now: number;
}

/** What was said about an order and when, newest first, with room for notes of one's own. */
export function OrderLog({ orderKey, log, now }: Props) {
  const [doomed, setDoomed] = useState<NoteRow | null>(null);
  const { failure, run } = useCommand();
  const remove = async () => {
    const key = doomed?.key;
    setDoomed(null);
    if (key !== undefined) await run(() => send('note.delete', { key }));
  };
  return (
    <Section title="Log">
      <NoteForm
        label="Note"
        action="Add note"
        onSave={(text) => send('note.add', { orderKey, kind: 'note', text })}
      />
      {failure !== null && <ErrorNotice what="The entry is still there" why={failure} next="Try again." />}
      <ol class="log">
        {log.map((note) => (
          <Entry key={note.key} note={note} now={now} onDelete={() => setDoomed(note)} />
        ))}
      </ol>
      <ConfirmDialog
        isOpen={doomed !== null}
        question="Delete this entry?"
        answer="Delete"
        onYes={() => void remove()}
        onNo={() => setDoomed(null)}
      >
        <p>It is taken out of this order’s log. This can’t be undone.</p>
      </ConfirmDialog>
    </Section>
  );
}

function Entry({ note, now, onDelete }: { note: NoteRow; now: number; onDelete: () => void }) {
  const [isEditing, setIsEditing] = useState(false);
  const name = entryName(note);
  const save = async (text: string) => {
    await send('note.edit', { key: note.key, text });
    setIsEditing(false);
  };
  return (
    <li>
      <small>
        {name} · <When atMs={note.at} now={now} />
      </small>
      {isEditing ? (
        <NoteForm
          label="Text"
          action="Save"
          text={note.text}
          onSave={save}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <>
          <p class="words">{note.text}</p>
          <div class="actions">
            <Button look="quiet" aria-label={`Edit: ${name}`} onClick={() => setIsEditing(true)}>
              Edit
            </Button>
            <Button look="quiet" aria-label={`Delete: ${name}`} onClick={onDelete}>
              Delete
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function entryName({ kind, request }: NoteRow): string {
  if (kind === 'note') return 'Note';
  if (kind === 'message') return 'Message copied';
  return request ? `Asked: ${CHANGE_WORDS[request.what].toLowerCase()}` : 'Asked for a change';
}

interface FormProps {
  label: string;
  action: string;
  text?: string;
  onSave: (text: string) => Promise<unknown>;
  onCancel?: () => void;
}

function NoteForm({ label, action, text: start = '', onSave, onCancel }: FormProps) {
  const [text, setText] = useState(start);
  const { isBusy, failure, run } = useCommand();
  const save = async () => {
    if (await run(() => onSave(text.trim()))) setText('');
  };
  return (
    <div class="write">
      <label>
        <span>{label}</span>
        <textarea
          class="field"
          rows={2}
          maxLength={5000}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div class="actions">
        <Button disabled={isBusy || text.trim() === ''} onClick={() => void save()}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
      {failure !== null && (
        <ErrorNotice what="Not saved" why={failure} next="Try again; your text is still here." />
      )}
    </div>
  );
}
