import { useState } from 'preact/hooks';
import type { OrderChange } from '../../../lib/history/read/orders.ts';
import type { NoteRow } from '../../../lib/history/read/rows.ts';
import { CHANGE_KINDS, type ChangeKind, changeState } from '../../../lib/insights/change-request.ts';
import { send } from '../../../lib/messages/client.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { CHANGE_WORDS } from './buyer-words.ts';
import { Section } from './Section.tsx';
import { useCommand } from './use-command.ts';

interface Props {
  orderKey: string;
  order: Order;
  log: readonly NoteRow[];
  changes: readonly OrderChange[];
  now: number;
}

// Where the status could not be told, the user may know that nothing has left yet.
const CHANGEABLE = new Set(['UNPAID', 'ON_HOLD', 'AWAITING_SHIPMENT', 'AWAITING_COLLECTION', 'UNKNOWN']);

/** What the user asked the shop to change: OrderLens compares the order with how it was then. */
export function ChangeWatch(props: Props) {
  const { order, log } = props;
  const watched = log.filter((note) => note.watchedAt !== undefined);
  const isOpen = CHANGEABLE.has(order.status);
  if (!isOpen && watched.length === 0) return null;
  return (
    <Section title="Asked for a change">
      {watched.length > 0 && (
        <ul class="clocks">
          {watched.map((note) => (
            <WatchRow key={note.key} note={note} {...props} />
          ))}
        </ul>
      )}
      {isOpen && <AskForm {...props} />}
    </Section>
  );
}

function WatchRow({ note, order, changes, now }: Props & { note: NoteRow }) {
  const { isBusy, failure, run } = useCommand();
  if (!note.request) return null;
  const state = changeState(note.request, order, now, changes);
  return (
    <li>
      <Pill tone={state.tone}>{state.words}</Pill>
      <small class="source">{state.detail}</small>
      {note.text !== '' && <small class="source">{note.text}</small>}
      <Button
        look="quiet"
        disabled={isBusy}
        onClick={() => void run(() => send('change.close', { key: note.key }))}
      >
        Stop watching
      </Button>
      {failure !== null && <ErrorNotice what="Still watched" why={failure} next="Try again." />}
    </li>
  );
}

function AskForm({ orderKey }: Props) {
  const [what, setWhat] = useState<ChangeKind>('address');
  const [text, setText] = useState('');
  const { isBusy, failure, run } = useCommand();
  const ask = async () => {
    if (await run(() => send('change.ask', { orderKey, what, text: text.trim() }))) setText('');
  };
  return (
    <div class="write">
      <label>
        <span>I asked the shop for</span>
        <select
          class="select"
          value={what}
          onChange={({ currentTarget }) =>
            setWhat(CHANGE_KINDS.find((kind) => kind === currentTarget.value) ?? what)
          }
        >
          {CHANGE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {CHANGE_WORDS[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>What exactly (optional)</span>
        <input
          class="field"
          maxLength={500}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div class="actions">
        <Button disabled={isBusy} onClick={() => void ask()}>
          Watch for it
        </Button>
      </div>
      {failure !== null && <ErrorNotice what="It is not watched yet" why={failure} next="Try again." />}
    </div>
  );
}
