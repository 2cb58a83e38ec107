import { openPage, openTikTok } from '../../../lib/messages/client-browser.ts';
import { orderListOf, roleOfHost } from '../../../lib/model/market.ts';
import { Button } from '../../shared/Button.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { hashOf } from '../../shared/routes.ts';
import { useHosts } from '../../shared/use-hosts.ts';

/** The orders room before the first order: the one thing to do next. */
export function NoOrders() {
  const [host] = useHosts() ?? [];
  return (
    <EmptyState icon="box" title="No orders yet" text={textFor(host)}>
      {host === undefined ? (
        <Button look="primary" onClick={() => void openPage('/welcome.html')}>
          Turn on a market
        </Button>
      ) : (
        <Button look="primary" onClick={() => void openTikTok(orderListOf(host))}>
          {roleOfHost(host) === 'buyer' ? 'Open your orders on TikTok' : 'Open Seller Center'}
        </Button>
      )}
      <a class="button" href={hashOf('data')}>
        Import a file
      </a>
    </EmptyState>
  );
}

function textFor(host: string | undefined): string {
  if (host === undefined)
    return 'Turn on the market that you sell or buy in, or import a file: TikTok’s or one that OrderLens exported.';
  return roleOfHost(host) === 'buyer'
    ? 'Open your orders on TikTok once, or import your TikTok data to have all of them at once.'
    : `Open the order page on ${host} once, or import a file that OrderLens exported.`;
}

/** A filter or a search that no order fits. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon="search" title="No order fits" text="Try fewer words, or another status or shop.">
      <Button onClick={onClear}>Show all orders</Button>
    </EmptyState>
  );
}
