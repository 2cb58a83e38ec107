import { openPage, openTikTok } from '../../lib/messages/client-browser.ts';
import { orderListOf, roleOfHost } from '../../lib/model/market.ts';
import { Button } from '../shared/Button.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';

/** The popup before the first order: the one thing to do next. */
export function FirstSteps({ hosts }: { hosts: readonly string[] }) {
  const [host] = hosts;
  return (
    <section class="card" aria-label="Needs you">
      {host === undefined ? (
        <EmptyState
          icon="home"
          title="No orders yet"
          text="Turn on the market that you sell in. Nothing is read before that."
        >
          <Button look="primary" onClick={() => void openPage('/welcome.html')}>
            Turn on a market
          </Button>
        </EmptyState>
      ) : (
        <EmptyState
          icon="box"
          title="No orders yet"
          text={`Open the order page on ${host} once. The orders on it appear here.`}
        >
          <Button look="primary" onClick={() => void openTikTok(orderListOf(host))}>
            {roleOfHost(host) === 'buyer' ? 'Open your orders on TikTok' : 'Open Seller Center'}
          </Button>
        </EmptyState>
      )}
    </section>
  );
}
