// What reads hand to the views, so that a view never has to reach past the reads.

export type { AccountRow, CaptureRow, FieldChange, History, OrderRow, RollupRow } from '../db.ts';
export type { NoteRow } from '../notes.ts';
