import { useHosts } from '../shared/use-hosts.ts';
import { useTurnOn } from '../shared/use-turn-on.ts';
import './welcome.css';
import { WelcomeView } from './WelcomeView.tsx';

/** The welcome page, live. */
export function Welcome() {
  const hosts = useHosts() ?? [];
  const [state, turnOn] = useTurnOn();
  // The browser's list can lag behind its own answer; the host just turned on comes last, as the newest.
  const known = state.step === 'on' ? [...hosts.filter((host) => host !== state.host), state.host] : hosts;
  return <WelcomeView hosts={known} state={state} onTurnOn={turnOn} language={navigator.language} />;
}
