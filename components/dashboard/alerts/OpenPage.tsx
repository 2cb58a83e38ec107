import { openTikTok } from '../../../lib/messages/client-browser.ts';
import { Button } from '../../shared/Button.tsx';
import { Icon } from '../../shared/Icon.tsx';
import type { Goal } from './goal.ts';

/** The button "Open": the page on TikTok, or else the place in the dashboard. */
export function OpenPage({ url, hash, describedBy }: Goal & { describedBy: string }) {
  if (url === null && hash === null) return null;
  const open = () => {
    if (url !== null) void openTikTok(url);
    else location.hash = hash ?? '';
  };
  return (
    <Button
      look="quiet"
      name="open"
      aria-describedby={describedBy}
      title={url === null ? 'Opens it here' : 'Opens its page on TikTok'}
      onClick={open}
    >
      Open {url !== null && <Icon name="out" size={14} />}
    </Button>
  );
}
