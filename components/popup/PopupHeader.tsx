import type { OpenAlerts } from '../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import { openPage, openTikTok } from '../../lib/messages/client-browser.ts';
import { orderListOf, roleOfHost } from '../../lib/model/market.ts';
import { exactTime } from '../shared/dates.ts';
import { type Freshness, freshnessOf } from '../shared/freshness.ts';
import { Icon } from '../shared/Icon.tsx';
import { Logo } from '../shared/Logo.tsx';
import { hashOf } from '../shared/routes.ts';
import { counted } from '../shared/words.ts';

interface Props {
  accounts: readonly AccountRow[];
  /** What the toolbar icon says. */
  alerts?: OpenAlerts;
  now: number;
}

/** The mark, how many alerts are open, and how fresh everything below is. */
export function PopupHeader({ accounts, alerts, now }: Props) {
  const freshness = accounts.length > 0 ? freshnessOf(accounts, now) : null;
  const isShort = freshness !== null && !freshness.isStale;
  return (
    <header>
      <h1>
        <Logo />
      </h1>
      {alerts !== undefined && alerts.count > 0 && <Alerts alerts={alerts} />}
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

function Alerts({ alerts: { count, words, isCritical } }: { alerts: OpenAlerts }) {
  const name = counted(count, 'alert');
  return (
    <button
      type="button"
      class={`pill tone-${isCritical ? 'late' : 'soon'}`}
      title={words}
      aria-label={`${name}: ${words}`}
      onClick={() => void openPage('/dashboard.html', hashOf('alerts'))}
    >
      {name}
    </button>
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
