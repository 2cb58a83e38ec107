import { useState } from 'preact/hooks';
import { readCaptures } from '../../../lib/history/read/health.ts';
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

/** The newest captures and imports, live. */
export function Captures({ now }: { now: number }) {
  const live = useLive((db) => readCaptures(db, SHOWN), []);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  return <CaptureList captures={live.state === 'value' ? live.value : []} now={now} />;
}

/** What came in, newest first, each to be undone. */
function CaptureList({ captures, now }: { captures: readonly CaptureRow[]; now: number }) {
  const [said, setSaid] = useState('');
  return (
    <Card title="Captures and imports" text="What came into your history. Each can be taken out again.">
      <p class="said" role="status">
        {said}
      </p>
      {captures.length === 0 ? (
        <p class="muted">Nothing yet.</p>
      ) : (
        <ul class="captures">
          {captures.map((capture) => (
            <CaptureItem key={capture.id} capture={capture} now={now} onSaid={setSaid} />
          ))}
        </ul>
      )}
    </Card>
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
        <UndoButton captureId={id} what={`${sourceName(sourceId)}, ${ago}`} onSaid={onSaid} />
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
