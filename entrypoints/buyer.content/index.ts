import { defineContentScript } from 'wxt/utils/define-content-script';
import { startBuyerOverlay } from '../../components/overlay/buyer/buyer-overlay.tsx';
import { startFallback } from '../../lib/capture/fallback.ts';
import { receive } from '../../lib/capture/receive.ts';
import { createSubmitter } from '../../lib/capture/submit.ts';
import { send } from '../../lib/messages/client.ts';
import { isPrivateWindow, onStopped } from '../../lib/messages/client-page.ts';
import { listPartOf } from './list-part.ts';
import { isAnswerOf, readPage, userIdOf } from './page.ts';

// Runs beside a buyer's order pages: takes what the hook copies (or reads the page, where that came too late).
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx: { signal: AbortSignal; abort(reason: string): void }) {
    if (isPrivateWindow()) return;
    const { signal } = ctx;
    onStopped(() => ctx.abort('turned off'), signal);
    const overlay = startBuyerOverlay({
      read: (orderIds) => send('overlay.readBuyer', { orderIds }),
      fold: () => void send('overlay.fold', { isFolded: true }),
      signal,
    });
    const { add, drop } = createSubmitter({
      submit: async (captured) => send('capture.submit', { ...captured, userId: await userIdOf(document) }),
      reportDrops: (reason, count) => send('capture.dropped', { reason, count }),
      onStored: overlay.refresh,
      page: window,
      signal,
    });
    const stopFallback = startFallback({ read: readPage, submit: add, signal });
    const onCapture: typeof add = (captured) => {
      const url = URL.parse(captured.url, document.baseURI)?.href ?? captured.url;
      if (isAnswerOf(location.pathname, url)) stopFallback();
      overlay.addEntries(listPartOf(captured));
      add({ ...captured, url });
    };
    receive({ target: window, onCapture, onDrop: drop, signal, now: Date.now });
  },
} as Parameters<typeof defineContentScript>[0]);
