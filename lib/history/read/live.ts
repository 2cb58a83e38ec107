import { liveQuery } from 'dexie';
import { type History, openHistory } from '../db.ts';

let opened: History | undefined;

/** The history as this page reads it; opened at the first query. */
export function readingHistory(): History {
  opened ??= openHistory();
  return opened;
}

/** Runs a query now and again whenever what it read has changed. Returns how to stop. */
export function watch<T>(
  query: (db: History) => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: Error) => void,
): () => void {
  const subscription = liveQuery(() => query(readingHistory())).subscribe({
    next: onValue,
    error: (error: unknown) => onError(error instanceof Error ? error : new Error(String(error))),
  });
  return () => subscription.unsubscribe();
}
