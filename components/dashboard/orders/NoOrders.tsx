import { openPage, openSellerCenter } from '../../../lib/messages/client-browser.ts';
import { Button } from '../../shared/Button.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { hashOf } from '../../shared/routes.ts';
import { useHosts } from '../../shared/use-hosts.ts';

/** The orders room before the first order: the one thing to do next. */
export function NoOrders() {
  const [host] = useHosts() ?? [];
  const next =
    host === undefined ? (
      <Button look="primary" onClick={() => void openPage('/welcome.html')}>
        Turn on a market
      </Button>
    ) : (
      <Button look="primary" onClick={() => void openSellerCenter(host, '/order')}>
        Open Seller Center
      </Button>
    );
  const text =
    host === undefined
      ? 'Turn on the market that you sell in, or import a file that OrderLens exported.'
      : `Open the order page on ${host} once, or import a file that OrderLens exported.`;
  return (
    <EmptyState icon="box" title="No orders yet" text={text}>
      {next}
      <a class="button" href={hashOf('data')}>
        Import a file
      </a>
    </EmptyState>
  );
}

/** A filter or a search that no order fits. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon="search" title="No order fits" text="Try fewer words, or another status or shop.">
      <Button onClick={onClear}>Show all orders</Button>
    </EmptyState>
  );
}
