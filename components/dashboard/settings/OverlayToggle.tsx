import { useState } from 'preact/hooks';
import { readOverlayFolded } from '../../../lib/history/read/preferences.ts';
import { send } from '../../../lib/messages/client.ts';
import { Card } from '../../shared/Card.tsx';
import { useLive } from '../../shared/use-live.ts';
import { reasonOf } from '../../shared/words.ts';

/** Whether OrderLens shows itself on TikTok's pages. */
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
      title="On TikTok’s pages"
      text="Marks beside your orders, and on Seller Center a bar with totals above the list."
    >
      <label class="check">
        <input
          type="checkbox"
          checked={live.state === 'value' && !live.value}
          disabled={live.state !== 'value'}
          onChange={(event) => show(event.currentTarget.checked)}
        />
        Show OrderLens on TikTok’s pages
      </label>
      <p class="said" role="status">
        {failure}
      </p>
    </Card>
  );
}
