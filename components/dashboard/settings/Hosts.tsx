import { useState } from 'preact/hooks';
import { turnOff } from '../../../lib/messages/client-browser.ts';
import { BUYER, labelOfHost, SELLER_HOSTS } from '../../../lib/model/market.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { MarketSelect } from '../../shared/MarketSelect.tsx';
import { TurnOnResult } from '../../shared/TurnOnResult.tsx';
import { useHosts } from '../../shared/use-hosts.ts';
import { useTurnOn } from '../../shared/use-turn-on.ts';
import { reasonOf } from '../../shared/words.ts';

/** Where OrderLens is on, live: turn off, or turn on another market. */
export function Hosts() {
  const hosts = useHosts();
  const [choice, setChoice] = useState('');
  const [state, ask] = useTurnOn();
  const off = [...SELLER_HOSTS, BUYER].filter(({ host }) => !hosts?.includes(host));
  const chosen = (off.find(({ host }) => host === choice) ?? off[0])?.host;
  return (
    <Card
      title="Markets"
      text="OrderLens reads only the pages of these addresses that you open yourself; of www.tiktok.com only the order pages."
    >
      {hosts !== null && <HostList hosts={hosts} />}
      {hosts !== null && chosen !== undefined && (
        <>
          <div class="inline">
            <MarketSelect value={chosen} onChange={setChoice} choices={off} />
            <Button disabled={state.step === 'asking'} onClick={() => ask(chosen)}>
              Turn on
            </Button>
          </div>
          <p class="muted">Your browser will ask whether OrderLens may read {chosen}.</p>
        </>
      )}
      <TurnOnResult state={state} />
    </Card>
  );
}

/** The hosts that are on, each with its switch. */
function HostList({ hosts }: { hosts: readonly string[] }) {
  const [failure, setFailure] = useState<string | null>(null);
  const off = (host: string) => turnOff(host).catch((error: unknown) => setFailure(reasonOf(error)));
  return (
    <>
      {hosts.length === 0 && <p>No market is turned on: OrderLens reads nothing.</p>}
      <ul class="rows">
        {hosts.map((host) => (
          <li key={host}>
            <div>
              <strong>{labelOfHost(host)}</strong>
              <small class="muted">{host}</small>
            </div>
            <Button aria-label={`Turn off ${host}`} onClick={() => void off(host)}>
              Turn off
            </Button>
          </li>
        ))}
      </ul>
      {failure !== null && (
        <ErrorNotice
          what="It could not be turned off"
          why={failure}
          next="Turn it off in your browser’s settings for OrderLens."
        />
      )}
    </>
  );
}
