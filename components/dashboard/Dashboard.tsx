import { readAccounts } from '../../lib/history/read/accounts.ts';
import { countOrders } from '../../lib/history/read/orders.ts';
import type { AccountRow } from '../../lib/history/read/rows.ts';
import { HistoryError } from '../shared/HistoryError.tsx';
import type { Route } from '../shared/routes.ts';
import { useLive, valueIn } from '../shared/use-live.ts';
import { useNow } from '../shared/use-now.ts';
import './dashboard.css';
import { LazyRoom } from './LazyRoom.tsx';
import { Nav } from './Nav.tsx';
import { OrdersRoom } from './orders/OrdersRoom.tsx';
import { useRoute } from './use-route.ts';

const loadData = () => import('./data/DataRoom.tsx').then((module) => module.DataRoom);
const loadSpending = () => import('./spending/SpendingRoom.tsx').then((module) => module.SpendingRoom);
const loadAlerts = () => import('./alerts/AlertsRoom.tsx').then((module) => module.AlertsRoom);
const loadSettings = () => import('./settings/SettingsRoom.tsx').then((module) => module.SettingsRoom);
const NOBODY: readonly AccountRow[] = [];

/** The dashboard, live: the rooms and the way between them. */
export function Dashboard() {
  const now = useNow();
  const route = useRoute();
  const accounts = useLive(readAccounts, []);
  const orderCount = useLive((db) => countOrders(db, { account: null, status: null }), []);
  const known = valueIn(accounts) ?? NOBODY;
  return (
    <div class="dashboard">
      <Nav room={route.room} accounts={known} orderCount={valueIn(orderCount)} now={now} />
      <main class={`room ${route.room}`}>
        {accounts.state === 'error' ? (
          <HistoryError error={accounts.error} />
        ) : (
          <RoomOf route={route} accounts={known} orderCount={valueIn(orderCount)} now={now} />
        )}
      </main>
    </div>
  );
}

interface Props {
  route: Route;
  accounts: readonly AccountRow[];
  orderCount: number | undefined;
  now: number;
}

function RoomOf({ route, accounts, orderCount, now }: Props) {
  if (route.room === 'data')
    return <LazyRoom key="data" load={loadData} props={{ accounts, orderCount, now }} />;
  if (route.room === 'spending') return <LazyRoom key="spending" load={loadSpending} props={{ now }} />;
  if (route.room === 'alerts')
    return <LazyRoom key="alerts" load={loadAlerts} props={{ accounts, part: route.part, now }} />;
  if (route.room === 'settings') return <LazyRoom key="settings" load={loadSettings} props={{ accounts }} />;
  return <OrdersRoom accounts={accounts} orderKey={route.orderKey} now={now} />;
}
