import { useState } from 'preact/hooks';
import { send } from '../../../lib/messages/client.ts';
import type { CommandReply } from '../../../lib/messages/protocol.ts';
import { Button } from '../../shared/Button.tsx';
import { counted, listed, reasonOf } from '../../shared/words.ts';

interface Props {
  captureId: string;
  /** What is undone, for people who don't see where the button stands. */
  what: string;
  /** Says what came of it; without it the button does. */
  onSaid?: (said: string) => void;
}

/** Takes one capture or import out of the history again. */
export function UndoButton({ captureId, what, onSaid }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState('');
  const undo = async () => {
    setIsBusy(true);
    const words = await send('capture.undo', { captureId }).then(
      undoWords,
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

/** What an undo did, in a sentence. */
export function undoWords({ removed, restored, kept }: CommandReply['capture.undo']): string {
  const parts = [
    ...(removed > 0 ? [`${counted(removed, 'order')} removed`] : []),
    ...(restored > 0 ? [`${counted(restored, 'order')} set back`] : []),
    ...(kept > 0
      ? [`${counted(kept, 'order')} kept, as a later page told more about ${kept === 1 ? 'it' : 'them'}`]
      : []),
  ];
  return parts.length === 0 ? 'Undone. No order had to change.' : `Undone: ${listed(parts)}.`;
}
