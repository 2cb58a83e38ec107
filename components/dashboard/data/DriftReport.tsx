import { useState } from 'preact/hooks';
import { readDriftReport } from '../../../lib/history/read/health.ts';
import { version } from '../../../lib/messages/client-browser.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { HistoryError } from '../../shared/HistoryError.tsx';
import { useLive, valueIn } from '../../shared/use-live.ts';

/** What could not be read, as a text to send to us: names of fields and their types, and no value of any order. */
export function DriftReport() {
  const live = useLive((db) => readDriftReport(db, version()), []);
  const [said, setSaid] = useState('');
  const report = valueIn(live);
  if (live.state === 'error') return <HistoryError error={live.error} />;
  const copy = () => {
    navigator.clipboard.writeText(report ?? '').then(
      () => setSaid('Copied.'),
      () => setSaid('Your browser did not allow it. Open the preview and copy the text there.'),
    );
  };
  return (
    <Card
      title="Drift report"
      text="When TikTok changes its pages, some fields may no longer be read. This report names them, with no value of any order, for you to send to us."
    >
      <div class="actions">
        <Button disabled={report === undefined} onClick={copy}>
          Copy drift report
        </Button>
      </div>
      <p class="said" role="status">
        {said}
      </p>
      <details>
        <summary>Preview</summary>
        <pre>{report}</pre>
      </details>
    </Card>
  );
}
