import type { ComponentChildren } from 'preact';
import type { Mark } from '../../lib/insights/risk.ts';

interface Props {
  orderId: string;
  marks: Mark[];
  roomPx: number;
  /** What stands behind the marks. */
  children?: ComponentChildren;
}

/** What there is to say about one order, beside its id; the exact time and why on hover and focus. */
export function Chips({ orderId, marks, roomPx, children }: Props) {
  if (roomPx < MIN_ROOM_PX) return null;
  const shown = roomPx < ONE_ONLY_PX ? marks.slice(0, 1) : marks;
  return (
    <div class="row" style={{ maxWidth: `${roomPx}px` }}>
      {shown.map((mark) => (
        <button
          key={mark.words}
          type="button"
          class={`chip ${mark.tone}`}
          aria-label={`Order ${orderId}: ${mark.words}. ${mark.detail}`}
        >
          <i class="dot" aria-hidden="true" />
          <span class="words">{mark.words}</span>
          <span class="detail" aria-hidden="true">
            {mark.detail}
          </span>
        </button>
      ))}
      {children}
    </div>
  );
}

// Where the page leaves no room, a guest says nothing rather than covering what is there.
const MIN_ROOM_PX = 72;
const ONE_ONLY_PX = 320;
