import { useState } from 'preact/hooks';
import { openPage, openSellerCenter } from '../../lib/messages/client-browser.ts';
import { findSellerHost } from '../../lib/model/market.ts';
import { Button } from '../shared/Button.tsx';
import { Logo } from '../shared/Logo.tsx';
import { MarketSelect } from '../shared/MarketSelect.tsx';
import { Notice } from '../shared/Notice.tsx';
import { TurnOnResult } from '../shared/TurnOnResult.tsx';
import type { TurnOnState } from '../shared/use-turn-on.ts';
import { guessHost } from './guess-host.ts';
import { Promises } from './Promises.tsx';

interface Props {
  /** The hosts that are on already. */
  hosts: readonly string[];
  state: TurnOnState;
  onTurnOn: (host: string) => void;
  language: string;
}

/** The page after the installation: what OrderLens does with orders, and the one switch that starts it. */
export function WelcomeView({ hosts, state, onTurnOn, language }: Props) {
  return (
    <main class="welcome">
      <Logo size={28} />
      <h1>Your orders, and what they need from you</h1>
      <p class="lead">
        OrderLens shows you the ship-by times, returns and revenue of your TikTok Shop orders.
      </p>
      <Promises />
      <TurnOnForm hosts={hosts} state={state} onTurnOn={onTurnOn} language={language} />
    </main>
  );
}

function TurnOnForm({ hosts, state, onTurnOn, language }: Props) {
  const [sells, setSells] = useState(true);
  const [host, setHost] = useState(() => guessHost(language));
  return (
    <section class="card" aria-label="Turn on OrderLens">
      <HostsOn hosts={hosts} />
      <fieldset>
        <legend>What do you do on TikTok Shop?</legend>
        <label class="check">
          <input
            type="checkbox"
            checked={sells}
            onChange={(event) => setSells(event.currentTarget.checked)}
          />
          I sell on TikTok Shop
        </label>
        <label class="check off">
          <input type="checkbox" disabled aria-describedby="buying-later" />I buy on TikTok Shop
        </label>
        <p id="buying-later" class="hint">
          Buying comes in a later version.
        </p>
      </fieldset>
      <MarketSelect value={host} onChange={setHost} />
      <p class="hint">Your browser will ask whether OrderLens may read {host}. It asks for nothing else.</p>
      <Button
        look={hosts.length === 0 ? 'primary' : 'plain'}
        disabled={!sells || state.step === 'asking'}
        onClick={() => onTurnOn(host)}
      >
        Turn on
      </Button>
      <TurnOnResult state={state} />
    </section>
  );
}

function HostsOn({ hosts }: { hosts: readonly string[] }) {
  const [last] = hosts.slice(-1);
  if (last === undefined) return <p class="visually-hidden" role="status" />;
  return (
    <Notice tone="fine" role="status">
      {hosts.map((host) => (
        <p key={host}>
          OrderLens is on for <strong>{host}</strong> ({findSellerHost(host)?.label}).
        </p>
      ))}
      <p>Next, open your order page once: the orders on it appear in OrderLens.</p>
      <div class="actions">
        <Button look="primary" onClick={() => void openSellerCenter(last, '/order')}>
          Open Seller Center
        </Button>
        <Button onClick={() => void openPage('/dashboard.html')}>Open dashboard</Button>
      </div>
    </Notice>
  );
}
