import type { OverlayMark } from '../../../lib/messages/protocol.ts';
import { FoldButton, Mark16 } from '../Frame.tsx';

interface Props {
  marks: OverlayMark[];
  roomPx: number;
  onFold(): void;
}

/** Beside the title of an order's page: the most urgent in a few words, and all of it with its sources. */
export function TitleLine({ marks, roomPx, onFold }: Props) {
  if (roomPx < MIN_ROOM_PX) return null;
  const shown = marks.filter(({ place }) => place === 'card').slice(0, roomPx < WIDE_PX ? 1 : MAX_SHOWN);
  return (
    <section class="line" aria-label="OrderLens" style={{ maxWidth: `${roomPx}px` }}>
      <Mark16 />
      {shown.map((mark) => (
        <span key={mark.words} class={`chip ${mark.tone}`}>
          <i class="dot" aria-hidden="true" />
          <span class="words">{mark.words}</span>
        </span>
      ))}
      <details onKeyDown={closeOnEscape}>
        <summary class="toggle">Details</summary>
        <ul class="panel" aria-label="What OrderLens knows of this order">
          {marks.map((mark) => (
            <li key={mark.words} class="reason">
              <b class={mark.tone}>{mark.words}</b>
              <span>{mark.detail}</span>
            </li>
          ))}
        </ul>
      </details>
      <FoldButton label="Hide OrderLens on TikTok" onFold={onFold} />
    </section>
  );
}

function closeOnEscape({ key, currentTarget }: { key: string; currentTarget: HTMLDetailsElement }): void {
  if (key !== 'Escape') return;
  currentTarget.open = false;
  currentTarget.querySelector('summary')?.focus();
}

const MIN_ROOM_PX = 220;
const WIDE_PX = 520;
const MAX_SHOWN = 3;
