/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the file after the click: it must outlive this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** "orderlens-2026-11-21.json", by the day of the person at the browser. */
export function exportName(at: Date): string {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `orderlens-${day.join('-')}.json`;
}
