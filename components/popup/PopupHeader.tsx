import type { AccountRow } from '../../lib/history/read/rows.ts';
import { openTikTok } from '../../lib/messages/client-browser.ts';
import { orderListOf, roleOfHost } from '../../lib/model/market.ts';
import { exactTime } from '../shared/dates.ts';
import { type Freshness, freshnessOf } from '../shared/freshness.ts';
import { Icon } from '../shared/Icon.tsx';
import { Logo } from '../shared/Logo.tsx';

/** The mark and how fresh everything below is. */
export function PopupHeader({ accounts, now }: { accounts: readonly AccountRow[]; now: number }) {
  const freshness = accounts.length > 0 ? freshnessOf(accounts, now) : null;
  const isShort = freshness !== null && !freshness.isStale;
  return (
    <header>
      <h1>
        <Logo />
      </h1>
      {isShort && (
        <span class="seen" title={freshness.seenAt === null ? undefined : exactTime(freshness.seenAt)}>
          {freshness.seenAt !== null && <i />}
          {freshness.words}
        </span>
      )}
      {freshness?.isStale && <Stale freshness={freshness} />}
    </header>
  );
}

function Stale({ freshness: { words, host } }: { freshness: Freshness }) {
  return (
    <p class="stale tone-soon" role="status">
      <Icon name="clock" />
      <span>
        {words}.{' '}
        {host === null ? (
          'Open Seller Center'
        ) : (
          <button type="button" class="link" onClick={() => void openTikTok(orderListOf(host))}>
            {roleOfHost(host) === 'buyer' ? 'Open your orders on TikTok' : 'Open Seller Center'}
          </button>
        )}{' '}
        to refresh.
      </span>
    </p>
  );
}
