import { useState } from 'preact/hooks';
import { openPage, openTikTok } from '../../lib/messages/client-browser.ts';
import { BUYER_HOST, labelOfHost, orderListOf } from '../../lib/model/market.ts';
import { Button } from '../shared/Button.tsx';
import { Logo } from '../shared/Logo.tsx';
import { MarketSelect } from '../shared/MarketSelect.tsx';
import { Notice } from '../shared/Notice.tsx';
import { TurnOnResult } from '../shared/TurnOnResult.tsx';
import type { TurnOnState } from '../shared/use-turn-on.ts';
import { listed } from '../shared/words.ts';
import { guessHost } from './guess-host.ts';
import { Promises } from './Promises.tsx';

interface Props {
  /** The hosts that are on already. */
  hosts: readonly string[];
  state: TurnOnState;
  onTurnOn: (...hosts: string[]) => void;
  language: string;
}

/** The page after the installation: what OrderLens does with orders, and the one switch that starts it. */
export function WelcomeView({ hosts, state, onTurnOn, language }: Props) {
  return (
    <main class="welcome">
      <Logo size={28} />
      <h1>Your orders, and what they need from you</h1>
      <p class="lead">
        OrderLens shows you the ship-by times, returns and revenue of what you sell on TikTok Shop, and the
        deliveries, refunds and spending of what you buy there.
      </p>
      <Promises />
      <TurnOnForm hosts={hosts} state={state} onTurnOn={onTurnOn} language={language} />
    </main>
  );
}

function TurnOnForm({ hosts, state, onTurnOn, language }: Props) {
  const [sells, setSells] = useState(true);
  const [buys, setBuys] = useState(false);
  const [host, setHost] = useState(() => guessHost(language));
  const wanted = [...(sells ? [host] : []), ...(buys ? [BUYER_HOST] : [])];
  return (
    <section class="card" aria-label="Turn on OrderLens">
      <HostsOn hosts={hosts} />
      <fieldset>
        <legend>What do you do on TikTok Shop?</legend>
        <Check label="I sell on TikTok Shop" isOn={sells} onChange={setSells} />
        <Check label="I buy on TikTok Shop" isOn={buys} onChange={setBuys} />
        {buys && (
          <p class="hint">
            Of {BUYER_HOST}, only the order pages are read. TikTok shows them on the web in the United States;
            what you bought elsewhere comes from TikTok’s data export, on the Data page.
          </p>
        )}
      </fieldset>
      <MarketSelect value={host} onChange={setHost} />
      <p class="hint">
        {wanted.length > 0
          ? `Your browser will ask whether OrderLens may read ${listed(wanted)}, and nothing else.`
          : 'Choose at least one of the two.'}
      </p>
      <Button
        look={hosts.length === 0 ? 'primary' : 'plain'}
        disabled={wanted.length === 0 || state.step === 'asking'}
        onClick={() => onTurnOn(...wanted)}
      >
        Turn on
      </Button>
      <TurnOnResult state={state} />
    </section>
  );
}

interface CheckProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function HostsOn({ hosts }: { hosts: readonly string[] }) {
  if (hosts.length === 0) return <p class="visually-hidden" role="status" />;
  const lastSeller = hosts.findLast((host) => host !== BUYER_HOST);
  return (
    <Notice tone="fine" role="status">
      {hosts.map((host) => (
        <p key={host}>
          OrderLens is on for <strong>{host}</strong> ({labelOfHost(host)}).
        </p>
      ))}
      <p>Next, open your order page once: the orders on it appear in OrderLens.</p>
      <p>
        What becomes due counts on the icon. Notifications are switched on in{' '}
        <a href="dashboard.html#settings">Settings</a>.
      </p>
      <div class="actions">
        {lastSeller !== undefined && <OpenOrders host={lastSeller} name="Open Seller Center" />}
        {hosts.includes(BUYER_HOST) && <OpenOrders host={BUYER_HOST} name="Open your orders on TikTok" />}
        <Button onClick={() => void openPage('/dashboard.html')}>Open dashboard</Button>
      </div>
    </Notice>
  );
}

function OpenOrders({ host, name }: { host: string; name: string }) {
  return (
    <Button look="primary" onClick={() => void openTikTok(orderListOf(host))}>
      {name}
    </Button>
  );
}
