import type { History } from '../history/db.ts';
import { addChangeRequest, addNote, deleteNote, editNote, endWatch } from '../history/notes.ts';
import type { Handlers } from '../messages/server.ts';

type NoteCommand = 'note.add' | 'note.edit' | 'note.delete' | 'change.ask' | 'change.close';

/** What the background does for the commands about an order's log; `after` follows what a watch brings or ends. */
export function noteHandlers(
  db: History,
  after: <T>(work: Promise<T>) => Promise<T>,
): Pick<Handlers, NoteCommand> {
  return {
    'note.add': async (data) => ({ key: await addNote(db, data, Date.now()) }),
    'note.edit': async ({ key, text }) => {
      await editNote(db, key, text);
      return null;
    },
    'note.delete': async ({ key }) => {
      await after(deleteNote(db, key));
      return null;
    },
    'change.ask': async (data) => ({ key: await after(addChangeRequest(db, data, Date.now())) }),
    'change.close': async ({ key }) => {
      await after(endWatch(db, key));
      return null;
    },
  };
}
