import { useState } from 'preact/hooks';
import { type Incoming, isImport, readIncoming } from '../../../lib/history/read/health.ts';
import type { CaptureRow } from '../../../lib/history/read/rows.ts';
import { timeAgo } from '../../../lib/insights/words.ts';
import { Card } from '../../shared/Card.tsx';
import { exactTime } from '../../shared/dates.ts';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { sourceName } from '../../shared/source-words.ts';
import { useLive } from '../../shared/use-live.ts';
import { counted } from '../../shared/words.ts';
import { UndoButton } from './UndoButton.tsx';

const SHOWN = 20;
const NOTHING: Incoming = { imports: [], captures: [] };

/** All imports and the newest captures, live. */
export function Captures({ now }: { now: number }) {
  const live = useLive((db) => readIncoming(db, SHOWN), []);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  return <CaptureLists incoming={live.state === 'value' ? live.value : NOTHING} now={now} />;
}

/** What came in, imports apart, each to be undone. */
function CaptureLists({ incoming: { imports, captures }, now }: { incoming: Incoming; now: number }) {
  const [said, setSaid] = useState('');
  return (
    <Card title="Captures and imports" text="What came into your history. Each can be taken out again.">
      <p class="said" role="status">
        {said}
      </p>
      {imports.length + captures.length === 0 && <p class="muted">Nothing yet.</p>}
      <CaptureList title="Imports" captures={imports} now={now} onSaid={setSaid} />
      <CaptureList title="Newest captures" captures={captures} now={now} onSaid={setSaid} />
    </Card>
  );
}

interface ListProps {
  title: string;
  captures: readonly CaptureRow[];
  now: number;
  onSaid: (said: string) => void;
}

function CaptureList({ title, captures, now, onSaid }: ListProps) {
  if (captures.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ul class="captures">
        {captures.map((capture) => (
          <CaptureItem key={capture.id} capture={capture} now={now} onSaid={onSaid} />
        ))}
      </ul>
    </section>
  );
}

function CaptureItem({
  capture,
  now,
  onSaid,
}: {
  capture: CaptureRow;
  now: number;
  onSaid: (said: string) => void;
}) {
  const { id, at, sourceId, origin, undoneAt } = capture;
  const ago = timeAgo(at, now);
  return (
    <li>
      <div>
        <strong>{sourceName(sourceId)}</strong> <span class="muted">{origin}</span>
        <small class="muted">
          <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
            {ago}
          </time>{' '}
          · {effectOf(capture)}
        </small>
      </div>
      {undoneAt === null ? (
        <UndoButton
          captureId={id}
          what={`${sourceName(sourceId)}, ${ago}`}
          isImport={isImport(capture)}
          onSaid={onSaid}
        />
      ) : (
        <span class="muted">Undone</span>
      )}
    </li>
  );
}

function effectOf({ createdCount, updatedCount, brokenCount }: CaptureRow): string {
  const parts = [
    ...(createdCount > 0 ? [`${createdCount.toLocaleString()} new`] : []),
    ...(updatedCount > 0 ? [`${updatedCount.toLocaleString()} updated`] : []),
    ...(brokenCount > 0 ? [`${counted(brokenCount, 'order')} could not be read`] : []),
  ];
  return parts.join(', ') || 'nothing new';
}
