import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type AlertRow, openAlertsIn } from '../../lib/history/read/alerts.ts';
import type { DriftSummary } from '../../lib/history/read/health.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import type { SellerSummary } from '../../lib/history/read/summary.ts';
import { openPage } from '../../lib/messages/client-browser.ts';
import { roleOfHost } from '../../lib/model/market.ts';
import { Button } from '../shared/Button.tsx';
import { hashOf } from '../shared/routes.ts';
import { ShopSelect } from '../shared/ShopSelect.tsx';
import { alertNeeds, withAlerts } from './alert-needs.ts';
import { type BuyerData, Buying } from './Buying.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { needsOf } from './needs.ts';
import { PopupHeader } from './PopupHeader.tsx';
import { Revenue } from './Revenue.tsx';
import { Selling } from './Selling.tsx';
import { Tabs } from './Tabs.tsx';
import { TurnOnCallout } from './TurnOnCallout.tsx';

/** What the popup shows: every seller account, those that were chosen, and what is known of these. */
export interface PopupData {
  accounts: readonly AccountRow[];
  chosen: readonly AccountRow[];
  summary: SellerSummary;
  drift: DriftSummary;
  /** The open alerts of both sides, the most urgent first. */
  open: readonly AlertRow[];
  /** What is known of who buys; null for who only sells. */
  buyer: BuyerData | null;
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

const SIDES = [
  { id: 'buying', name: 'Buying', role: 'buyer' },
  { id: 'selling', name: 'Selling', role: 'seller' },
] as const;
type Side = (typeof SIDES)[number]['id'];

/** The popup with everything there: what needs you first, then counts, then money. */
export function PopupView(props: Props) {
  const { data, hosts, now } = props;
  const [side, setSide] = useState<Side>('buying');
  const { chosen, buyer } = data;
  const isSeller = data.accounts.length > 0;
  const isBuying = buyer !== null && (side === 'buying' || !isSeller);
  const regions = isBuying ? (
    <Buying buyer={buyer} drift={data.drift} open={data.open} now={now} />
  ) : (
    <Regions data={data} now={now} />
  );
  return (
    <Frame>
      <PopupHeader accounts={isBuying ? buyer.accounts : chosen} alerts={openAlertsIn(data.open)} now={now} />
      {buyer === null && <Shops {...props} />}
      <CallOut {...props} />
      {isSeller && buyer !== null ? (
        <Tabs label="Buying or selling" tabs={tabsOf(data.open)} value={side} onChange={setSide}>
          {!isBuying && <Shops {...props} />}
          {regions}
        </Tabs>
      ) : isSeller || buyer !== null ? (
        regions
      ) : (
        hosts && <FirstSteps hosts={hosts} />
      )}
    </Frame>
  );
}

/** The sides, and how many alerts of each are open: who looks at one sees that the other waits. */
function tabsOf(open: readonly AlertRow[]) {
  return SIDES.map(({ id, name, role }) => ({
    id,
    name,
    count: openAlertsIn(open.filter((alert) => alert.role === role)).count,
  }));
}

function Shops({ data, shop, onShop }: Props) {
  if (data.accounts.length < 2) return null;
  return (
    <div class="shops">
      <ShopSelect accounts={data.accounts} value={shop} onChange={onShop} />
    </div>
  );
}

// Who only sells may still watch videos on the buyers' host: there, nothing is offered to them.
function CallOut({ data, hosts, activeHost }: Props) {
  const role = activeHost === null ? undefined : roleOfHost(activeHost);
  const isOffered =
    role === 'seller' || (role === 'buyer' && (data.buyer !== null || data.accounts.length === 0));
  const isOff = isOffered && activeHost !== null && hosts !== null && !hosts.includes(activeHost);
  return isOff ? <TurnOnCallout host={activeHost} /> : null;
}

function Regions({ data, now }: { data: PopupData; now: number }) {
  const { summary, drift, chosen, open } = data;
  const needs = withAlerts(
    needsOf({ summary, drift, accounts: chosen }, now),
    alertNeeds(open, 'seller', chosen, now),
  );
  return (
    <>
      <NeedsYou needs={needs} nextDueAt={summary.nextDue?.shipDueAt ?? null} now={now} />
      <Selling summary={summary} accounts={chosen} now={now} />
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
