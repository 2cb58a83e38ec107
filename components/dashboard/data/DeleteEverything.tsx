import { useState } from 'preact/hooks';
import { send } from '../../../lib/messages/client.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { counted, reasonOf } from '../../shared/words.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface Props {
  accounts: number;
  orderCount: number | undefined;
}

/** Deletes the whole history, after a question that says what goes. */
export function DeleteEverything({ accounts, orderCount = 0 }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const ask = () => {
    setSaid('');
    setFailure(null);
    setIsAsking(true);
  };
  const erase = async () => {
    setIsAsking(false);
    await send('history.erase', {}).then(
      () => setSaid('Everything was deleted.'),
      (error: unknown) => setFailure(reasonOf(error)),
    );
  };
  return (
    <Card title="Delete" text="Takes every order out of this browser. Nothing changes on TikTok.">
      <div class="actions">
        <Button look="danger" onClick={ask}>
          Delete everything
        </Button>
      </div>
      <p class="said" role="status">
        {said}
      </p>
      {failure !== null && <ErrorNotice what="Not everything was deleted" why={failure} next="Try again." />}
      <ConfirmDialog
        isOpen={isAsking}
        question="Delete everything?"
        answer="Delete everything"
        onYes={() => void erase()}
        onNo={() => setIsAsking(false)}
      >
        <p>
          {counted(orderCount, 'order')} of {counted(accounts, 'account')} will be deleted from this browser,
          with all totals, changes, captures and imports; notes, the log and watched changes; vouchers,
          reviews, returns and messages from data exports; budgets and category rules; your names for shops;
          and the drift report.
        </p>
        <p>
          This can’t be undone. Export JSON first if you may need the orders: it saves them, and nothing else
          of this. Markets that are turned on stay on.
        </p>
      </ConfirmDialog>
    </Card>
  );
}
