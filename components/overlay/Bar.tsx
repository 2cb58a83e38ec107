import { useRef, useState } from 'preact/hooks';
import { isAtRisk, type Mark, marksOf, urgencyOf } from '../../lib/insights/risk.ts';
import type { OverlayOrder, OverlaySummary } from '../../lib/messages/protocol.ts';
import { formatMoney } from '../../lib/model/money.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { FoldButton, Mark16 } from './Frame.tsx';

interface BarProps {
  summary: OverlaySummary | null;
  shownCount: number;
  now: number;
  onGoTo(orderId: string): void;
  onAlerts(): void;
  onFold(): void;
}

/** The bar above the list: what is shown, what is at risk, what it comes to, and what waits anywhere. */
export function Bar({ summary, shownCount, now, onGoTo, onAlerts, onFold }: BarProps) {
  const orders = summary?.orders ?? [];
  const due = orders.filter((order) => order.isToShip && order.shipByAt !== null);
  const overdue = due.filter((order) => (order.shipByAt ?? 0) < now).length;
  const soon = due.filter((order) => isSoon(order.shipByAt ?? 0, now)).length;
  return (
    <section class="line" aria-label="OrderLens">
      <Mark16 />
      {/* What has no room goes to a second line, which is not shown: no number is cut in two. */}
      <span class="counts">
        {shownCount > 0 ? (
          <Count count={shownCount} words="shown" />
        ) : (
          <span class="count">Waiting for orders</span>
        )}
        {summary && orders.length < shownCount && (
          <Count count={shownCount - orders.length} words="not read yet" />
        )}
        {overdue > 0 && <Count count={overdue} words="overdue" tone="late" />}
        {soon > 0 && <Count count={soon} words="due in 24 h" tone="soon" />}
        <Revenue summary={summary} />
      </span>
      {summary && summary.alerts.count > 0 && <Alerts alerts={summary.alerts} onShow={onAlerts} />}
      <AtRisk orders={orders} now={now} onGoTo={onGoTo} />
      <FoldButton label="Hide OrderLens on Seller Center" onFold={onFold} />
    </section>
  );
}

function isSoon(shipByAt: number, now: number): boolean {
  return shipByAt >= now && shipByAt - now < 24 * HOUR_MS;
}

function Count({ count, words, tone = '' }: { count: number; words: string; tone?: string }) {
  return (
    <span class={`count ${tone}`}>
      <b>{count}</b> {words}
    </span>
  );
}

function Revenue({ summary }: { summary: OverlaySummary | null }) {
  if (!summary) return null;
  const missing = summary.withoutAmount;
  return (
    <>
      {summary.revenue.map(({ currency, amountMinor }) => (
        <span key={currency} class="count" title="Paid orders on this page, net of refunds">
          <b>{formatMoney(amountMinor, currency)}</b> on this page
        </span>
      ))}
      {missing > 0 && <Count count={missing} words="without an amount" />}
    </>
  );
}

/** As many as the toolbar icon says, of all shops: a button that opens them. */
function Alerts({ alerts, onShow }: { alerts: OverlaySummary['alerts']; onShow(): void }) {
  const { count, words } = alerts;
  return (
    <button type="button" class="toggle" title={words} onClick={onShow}>
      {count} {count === 1 ? 'needs' : 'need'} you
    </button>
  );
}

function AtRisk({
  orders,
  now,
  onGoTo,
}: {
  orders: OverlayOrder[];
  now: number;
  onGoTo(orderId: string): void;
}) {
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const atRisk = orders.filter((order) => isAtRisk(order, now)).sort((a, b) => urgencyOf(a) - urgencyOf(b));
  if (atRisk.length === 0) return orders.length > 0 ? <span class="count">Nothing at risk</span> : null;
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    <fieldset class="risk" aria-label="Orders at risk" onKeyDown={close}>
      <button
        ref={toggle}
        type="button"
        class="toggle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        At risk first
      </button>
      {isOpen && (
        <ol class="panel" aria-label="Orders at risk, the most urgent first">
          {atRisk.map((order) => (
            <li key={order.id}>
              <button type="button" onClick={() => onGoTo(order.id)}>
                <span>…{order.id.slice(-6)}</span>
                <RiskWords mark={marksOf(order, now)[0]} />
              </button>
            </li>
          ))}
        </ol>
      )}
    </fieldset>
  );
}

function RiskWords({ mark }: { mark: Mark | undefined }) {
  return mark ? <b class={mark.tone}>{mark.words}</b> : null;
}
