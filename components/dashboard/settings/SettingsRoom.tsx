import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { Hosts } from './Hosts.tsx';
import { OverlayToggle } from './OverlayToggle.tsx';
import { ShopNames } from './ShopNames.tsx';

/** The room "Settings": where OrderLens is on, what shops and accounts are called, and what shows on TikTok's pages. */
export function SettingsRoom({ accounts }: { accounts: readonly AccountRow[] }) {
  return (
    <>
      <div class="top">
        <h2>Settings</h2>
      </div>
      <div class="cards">
        <Hosts />
        <ShopNames shops={accounts} />
        <OverlayToggle />
      </div>
    </>
  );
}
