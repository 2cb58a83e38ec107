import { ImportError } from './file-source.ts';

/** Whether a spreadsheet wrote this id as a number: "5.77313E+17". */
export function isSpreadsheetId(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d{2}$/i.test(text.trim());
}

/** The words for such an id; `where` is like "Order 3" or "Line 12". */
export function damagedId(where: string, text: string): ImportError {
  return new ImportError(
    `${where} has the number ${text.trim().slice(0, 40)}: a spreadsheet shortened it, and its last digits are lost. Choose the file as TikTok made it, without opening and saving it first. Nothing was imported.`,
  );
}
