import { dayAndTime } from '../../lib/insights/words.ts';
import { send } from '../../lib/messages/client.ts';
import { openPage, openTikTok } from '../../lib/messages/client-browser.ts';
import { Icon } from '../shared/Icon.tsx';
import { TimeLeft } from '../shared/TimeLeft.tsx';
import type { Goal, Need } from './needs.ts';

interface Props {
  needs: readonly Need[];
  /** The next ship-by time, for the line that says that nothing is to be done. */
  nextDueAt: number | null;
  now: number;
}

/** The region "Needs you": what has a deadline or waits for an answer, each leading to its page. */
export function NeedsYou({ needs, nextDueAt, now }: Props) {
  return (
    <section class="card needs" aria-label="Needs you">
      <h2>Needs you</h2>
      {needs.length === 0 ? (
        <p class="nothing">
          <Icon name="check" size={18} />
          <span>
            Nothing needs you right now.
            {nextDueAt !== null && <small>Next ship-by time: {dayAndTime(nextDueAt, now)}</small>}
          </span>
        </p>
      ) : (
        <ul>
          {needs.map((need) => (
            <li key={need.id}>
              <NeedRow need={need} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NeedRow({ need, now }: { need: Need; now: number }) {
  return (
    <button type="button" class="need" onClick={() => open(need)}>
      <span class={`badge tone-${need.tone}`}>
        <Icon name={need.icon} />
      </span>
      <span class="text">
        <strong>{need.title}</strong>
        <small title={need.detail}>{need.detail}</small>
      </span>
      {need.clock && <TimeLeft atMs={need.clock.atMs} now={now} tone={need.tone} why={need.clock.why} />}
    </button>
  );
}

function open({ goal, alertId }: Need): void {
  // Read is as good as unread to who gets there; the mark may fail.
  if (alertId !== undefined) send('alerts.mark', { ids: [alertId], as: 'read' }).catch(() => {});
  void follow(goal);
}

function follow(goal: Goal): Promise<void> {
  return goal.kind === 'dashboard' ? openPage('/dashboard.html', goal.hash) : openTikTok(goal.url);
}
