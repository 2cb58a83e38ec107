import { useState } from 'preact/hooks';

/** The file input "Import file", on which a file can be dropped too. */
export function FileDrop({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const [isOver, setIsOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer?.files[0];
    if (file && !isBusy) onFile(file);
  };
  return (
    <label
      class={`drop ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <input
        type="file"
        class="visually-hidden"
        aria-label="Import file"
        accept=".json,.zip,.txt,.csv,.xlsx"
        disabled={isBusy}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) onFile(file);
          // The same file can be chosen again.
          input.value = '';
        }}
      />
      <span class="button">Import file</span>
      <span class="muted">or drop it here</span>
    </label>
  );
}
