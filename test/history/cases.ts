import { accountCases } from './cases/accounts.ts';
import { backupCases } from './cases/backups.ts';
import { deadlineCases } from './cases/deadlines.ts';
import { feedCases } from './cases/feed.ts';
import { importCases } from './cases/imports.ts';
import { inboxCases } from './cases/inbox.ts';
import { listCases } from './cases/lists.ts';
import { migrationCases } from './cases/migrations.ts';
import { noteCases } from './cases/notes.ts';
import { propertyCases } from './cases/properties.ts';
import { readCases } from './cases/read.ts';
import { revenueCases } from './cases/revenue.ts';
import { rollupCases } from './cases/rollups.ts';
import { spendingCases } from './cases/spending.ts';
import { spendingPropertyCases } from './cases/spending-properties.ts';
import { summaryCases } from './cases/summary.ts';
import { transferCases } from './cases/transfer.ts';
import { undoCases } from './cases/undo.ts';
import { writeCases } from './cases/write.ts';
import type { HistoryCase } from './support.ts';

/** Everything that the history must do, in one list: Node runs it, and so does every browser. */
export const historyCases: HistoryCase[] = [
  ...writeCases,
  ...listCases,
  ...rollupCases,
  ...summaryCases,
  ...revenueCases,
  ...spendingCases,
  ...spendingPropertyCases,
  ...undoCases,
  ...accountCases,
  ...backupCases,
  ...inboxCases,
  ...readCases,
  ...noteCases,
  ...transferCases,
  ...migrationCases,
  ...propertyCases,
  ...importCases,
  ...deadlineCases,
  ...feedCases,
];
