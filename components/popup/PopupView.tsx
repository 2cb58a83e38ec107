import type { ComponentChildren } from 'preact';
import type { DriftSummary } from '../../lib/history/read/health.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import type { SellerSummary } from '../../lib/history/read/summary.ts';
import { openPage } from '../../lib/messages/client-browser.ts';
import { findSellerHost } from '../../lib/model/market.ts';
import { Button } from '../shared/Button.tsx';
import { hashOf } from '../shared/routes.ts';
import { ShopSelect } from '../shared/ShopSelect.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { needsOf } from './needs.ts';
import { PopupHeader } from './PopupHeader.tsx';
import { Revenue } from './Revenue.tsx';
import { Selling } from './Selling.tsx';
import { TurnOnCallout } from './TurnOnCallout.tsx';

/** What the popup shows: every seller account, those that were chosen, and what is known of these. */
export interface PopupData {
  accounts: readonly AccountRow[];
  chosen: readonly AccountRow[];
  summary: SellerSummary;
  drift: DriftSummary;
}

interface Props {
  data: PopupData;
  shop: string | null;
  onShop: (account: string | null) => void;
  /** The hosts that are turned on (null until the browser has told), and the host of the tab behind the popup. */
  hosts: readonly string[] | null;
  activeHost: string | null;
  now: number;
}

/** The popup with everything there: what needs you first, then counts, then money. */
export function PopupView({ data, shop, onShop, hosts, activeHost, now }: Props) {
  const isSellerHost = activeHost !== null && findSellerHost(activeHost) !== undefined;
  const isOff = isSellerHost && hosts !== null && !hosts.includes(activeHost);
  const isEmpty = data.accounts.length === 0;
  return (
    <Frame>
      <PopupHeader accounts={data.chosen} now={now} />
      {data.accounts.length > 1 && (
        <div class="shops">
          <ShopSelect accounts={data.accounts} value={shop} onChange={onShop} />
        </div>
      )}
      {isOff && <TurnOnCallout host={activeHost} />}
      {isEmpty ? hosts && <FirstSteps hosts={hosts} /> : <Regions data={data} now={now} />}
    </Frame>
  );
}

function Regions({ data, now }: { data: PopupData; now: number }) {
  const { summary, drift, chosen } = data;
  return (
    <>
      <NeedsYou
        needs={needsOf({ summary, drift, accounts: chosen }, now)}
        nextDueAt={summary.nextDue?.shipDueAt ?? null}
        now={now}
      />
      <Selling summary={summary} />
      <Revenue revenue={summary.revenue} />
    </>
  );
}

/** The popup's frame, with the two ways out of it that are always there. */
export function Frame({ children }: { children: ComponentChildren }) {
  return (
    <main class="popup">
      {children}
      <footer>
        <Button look="primary" onClick={() => void openPage('/dashboard.html')}>
          Open dashboard
        </Button>
        <Button onClick={() => void openPage('/dashboard.html', hashOf('settings'))}>Settings</Button>
      </footer>
    </main>
  );
}
