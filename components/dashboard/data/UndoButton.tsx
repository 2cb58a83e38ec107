import { useState } from 'preact/hooks';
import { send } from '../../../lib/messages/client.ts';
import type { CommandReply } from '../../../lib/messages/protocol.ts';
import { Button } from '../../shared/Button.tsx';
import { counted, listed, reasonOf } from '../../shared/words.ts';

interface Props {
  captureId: string;
  /** What is undone, for people who don't see where the button stands. */
  what: string;
  /** Whether it is a file's import. */
  isImport?: boolean;
  /** Says what came of it; without it the button does. */
  onSaid?: (said: string) => void;
}

/** Takes one capture or import out of the history again. */
export function UndoButton({ captureId, what, isImport = false, onSaid }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState('');
  const undo = async () => {
    setIsBusy(true);
    const words = await send('capture.undo', { captureId }).then(
      (counts) => undoWords(counts, isImport),
      (error: unknown) => `Not undone: ${reasonOf(error)}`,
    );
    setIsBusy(false);
    (onSaid ?? setSaid)(words);
  };
  return (
    <>
      {said === '' && (
        <Button look="quiet" disabled={isBusy} aria-label={`Undo ${what}`} onClick={() => void undo()}>
          Undo
        </Button>
      )}
      {!onSaid && <p role="status">{said}</p>}
    </>
  );
}

/** What an undo did, in a sentence; of an import also how to get back what another file had told too. */
export function undoWords(
  { removed, restored, kept }: CommandReply['capture.undo'],
  isImport: boolean,
): string {
  const parts = [
    ...(removed > 0 ? [`${counted(removed, 'order')} removed`] : []),
    ...(restored > 0 ? [`${counted(restored, 'order')} set back`] : []),
    ...(kept > 0
      ? [
          `${counted(kept, 'order')} kept, as a later page or file told more about ${kept === 1 ? 'it' : 'them'}`,
        ]
      : []),
  ];
  if (parts.length === 0) return 'Undone. No order had to change.';
  const again =
    isImport && removed + restored > 0
      ? ' If another file told the same, import that file again: it went with this one.'
      : '';
  return `Undone: ${listed(parts)}.${again}`;
}
