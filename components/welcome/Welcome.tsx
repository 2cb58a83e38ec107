import { useHosts } from '../shared/use-hosts.ts';
import { useTurnOn } from '../shared/use-turn-on.ts';
import './welcome.css';
import { WelcomeView } from './WelcomeView.tsx';

/** The welcome page, live. */
export function Welcome() {
  const hosts = useHosts() ?? [];
  const [state, turnOn] = useTurnOn();
  // The browser's list can lag behind its own answer; the hosts just turned on come last, as the newest.
  const fresh = state.step === 'on' ? state.hosts : [];
  const known = [...hosts.filter((host) => !fresh.includes(host)), ...fresh];
  return <WelcomeView hosts={known} state={state} onTurnOn={turnOn} language={navigator.language} />;
}
