import { countOpenAlerts } from '../../lib/history/read/alerts.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import { exactTime } from '../shared/dates.ts';
import { freshnessOf } from '../shared/freshness.ts';
import { Logo } from '../shared/Logo.tsx';
import { hashOf, type Room } from '../shared/routes.ts';
import { useLive, valueIn } from '../shared/use-live.ts';
import { counted } from '../shared/words.ts';

interface Props {
  room: Room;
  accounts: readonly AccountRow[];
  /** How many orders there are; undefined until it is known. */
  orderCount: number | undefined;
  now: number;
}

/** The way between the rooms, and what the whole dashboard rests on. */
export function Nav({ room, accounts, orderCount, now }: Props) {
  const openCount = valueIn(useLive(countOpenAlerts, []))?.count;
  return (
    <header class="nav">
      <h1>
        <Logo />
      </h1>
      <nav aria-label="Dashboard">
        <NavLink room="orders" label="Orders" current={room} count={orderCount} />
        <NavLink room="spending" label="Spending" current={room} />
        <NavLink room="alerts" label="Alerts" current={room} count={openCount} />
        <NavLink room="data" label="Data" current={room} />
        <NavLink room="settings" label="Settings" current={room} />
      </nav>
      <Foot accounts={accounts} now={now} />
    </header>
  );
}

function NavLink({
  room,
  label,
  current,
  count,
}: {
  room: Room;
  label: string;
  current: Room;
  count?: number | undefined;
}) {
  return (
    <a href={hashOf(room)} aria-current={room === current ? 'page' : undefined}>
      {label}
      {/* The room's heading says the count too; the link's name stays one word. */}
      {count !== undefined && count > 0 && <em aria-hidden="true">{count.toLocaleString()}</em>}
    </a>
  );
}

function Foot({ accounts, now }: { accounts: readonly AccountRow[]; now: number }) {
  const shops = accounts.filter((account) => account.role === 'seller');
  const markets = [...new Set(shops.flatMap((shop) => shop.market ?? []))];
  const { words, isStale, seenAt } = freshnessOf(shops, now);
  return (
    <p class="foot">
      {shops.length > 0 && (
        <>
          <span class={isStale ? 'stale' : undefined} title={seenAt === null ? undefined : exactTime(seenAt)}>
            {words}
          </span>
          <span title={markets.join(', ')}>
            {[
              counted(shops.length, 'shop'),
              ...(markets.length > 3 ? [counted(markets.length, 'market')] : markets),
            ].join(' · ')}
          </span>
        </>
      )}
      <span title="Your browser lets OrderLens connect to no address at all.">0 requests sent</span>
    </p>
  );
}
