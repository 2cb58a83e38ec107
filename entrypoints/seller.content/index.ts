import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from '../../components/overlay/overlay.tsx';
import { receive } from '../../lib/capture/receive.ts';
import { createSubmitter } from '../../lib/capture/submit.ts';
import { send } from '../../lib/messages/client.ts';
import { isPrivateWindow, onStopped } from '../../lib/messages/client-page.ts';

// Runs beside a Seller Center page: takes what the hook copies, and shows the overlay.
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx: { signal: AbortSignal; abort(reason: string): void }) {
    if (isPrivateWindow()) return;
    const { signal } = ctx;
    onStopped(() => ctx.abort('turned off'), signal);
    const overlay = startOverlay({
      read: (orderIds) => send('overlay.read', { orderIds }),
      fold: () => void send('overlay.fold', { isFolded: true }),
      showAlerts: () => void send('alerts.show', {}),
      signal,
    });
    const submitter = createSubmitter({
      submit: (captured) => send('capture.submit', captured),
      reportDrops: (reason, count) => send('capture.dropped', { reason, count }),
      onStored: overlay.refresh,
      page: window,
      signal,
    });
    const onCapture: typeof submitter.add = (captured) =>
      submitter.add({ ...captured, url: URL.parse(captured.url, document.baseURI)?.href ?? captured.url });
    receive({ target: window, onCapture, onDrop: submitter.drop, signal, now: Date.now });
  },
} as Parameters<typeof defineContentScript>[0]);
