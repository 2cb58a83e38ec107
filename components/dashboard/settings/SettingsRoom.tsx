import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { useNow } from '../../shared/use-now.ts';
import { Alerts } from './Alerts.tsx';
import { Hosts } from './Hosts.tsx';
import { OverlayToggle } from './OverlayToggle.tsx';
import { Rulebook } from './Rulebook.tsx';
import { ShopNames } from './ShopNames.tsx';
import './settings.css';

/** The room "Settings": where OrderLens is on, what it tells by itself, what shops are called, and what shows on TikTok's pages. */
export function SettingsRoom({ accounts }: { accounts: readonly AccountRow[] }) {
  const now = useNow();
  return (
    <>
      <div class="top">
        <h2>Settings</h2>
      </div>
      <div class="cards">
        <Hosts />
        <Alerts accounts={accounts} />
        <ShopNames shops={accounts} />
        <OverlayToggle />
        <Rulebook accounts={accounts} now={now} />
      </div>
    </>
  );
}
