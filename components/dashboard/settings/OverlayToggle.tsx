import { useState } from 'preact/hooks';
import { readOverlayFolded } from '../../../lib/history/read/preferences.ts';
import { send } from '../../../lib/messages/client.ts';
import { Card } from '../../shared/Card.tsx';
import { useLive } from '../../shared/use-live.ts';
import { reasonOf } from '../../shared/words.ts';

/** Whether OrderLens shows itself on Seller Center. */
export function OverlayToggle() {
  const live = useLive(readOverlayFolded, []);
  const [failure, setFailure] = useState('');
  const show = (isShown: boolean) => {
    setFailure('');
    send('overlay.show', { isFolded: !isShown }).catch((error: unknown) =>
      setFailure(`Not saved: ${reasonOf(error)}`),
    );
  };
  return (
    <Card
      title="On Seller Center"
      text="A bar with totals above the list, and a mark beside each order that needs you."
    >
      <label class="check">
        <input
          type="checkbox"
          checked={live.state === 'value' && !live.value}
          disabled={live.state !== 'value'}
          onChange={(event) => show(event.currentTarget.checked)}
        />
        Show the bar and marks on Seller Center
      </label>
      <p class="said" role="status">
        {failure}
      </p>
    </Card>
  );
}
