import { useEffect, useState } from 'preact/hooks';

/** The file input "Import file", on which a file can be dropped too; of several, the first is taken and that is said. */
export function FileDrop({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const [isOver, setIsOver] = useState(false);
  const [said, setSaid] = useState('');
  useStayOnDrop();
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (!file || isBusy) return;
    const count = files?.length ?? 1;
    setSaid(count > 1 ? `One file at a time: of ${count}, only ${file.name} is read.` : '');
    onFile(file);
  };
  return (
    <>
      <label
        class={`drop ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <input
          type="file"
          class="visually-hidden"
          aria-label="Import file"
          accept=".json,.zip,.txt,.csv,.xlsx"
          disabled={isBusy}
          onChange={(event) => {
            const input = event.currentTarget;
            take(input.files);
            // The same file can be chosen again.
            input.value = '';
          }}
        />
        <span class="button">Import file</span>
        <span class="muted">or drop it here</span>
      </label>
      <p class="said" role="status">
        {said}
      </p>
    </>
  );
}

/** A file that is dropped beside the label would open in place of the dashboard. */
function useStayOnDrop(): void {
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault();
    const names = ['dragover', 'drop'] as const;
    for (const name of names) window.addEventListener(name, stay);
    return () => {
      for (const name of names) window.removeEventListener(name, stay);
    };
  }, []);
}
