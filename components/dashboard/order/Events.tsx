import type { TrackEvent } from '../../../lib/model/order.ts';
import { When } from './When.tsx';

/** What happened, newest first. */
export function Events({ events, now }: { events: readonly TrackEvent[]; now: number }) {
  return (
    <ol class="events">
      {events.map((event, index) => (
        <li key={`${event.at} ${index}`}>
          <strong>{event.title}</strong>
          {event.text !== null && event.text !== event.title && <p>{event.text}</p>}
          <small>
            <When atMs={event.at} now={now} />
          </small>
        </li>
      ))}
    </ol>
  );
}
