import { useEffect, useRef, useState } from 'preact/hooks';
import { localTimeZone } from '../../../lib/model/time.ts';
import { Button } from '../../shared/Button.tsx';
import { snoozeTimes } from './snooze-times.ts';

interface Props {
  /** The id of what the button belongs to, for screen readers. */
  describedBy?: string;
  onSnooze: (untilAt: number) => void;
}

/** The button "Snooze", and until when. Esc, or going elsewhere, closes it. */
export function Snooze({ describedBy, onSnooze }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const close = () => {
    whole.current?.querySelector('button')?.focus();
    setIsOpen(false);
  };
  useEffect(() => (isOpen ? whenLeft(whole.current, () => setIsOpen(false), close) : undefined), [isOpen]);
  return (
    <div class="snooze" ref={whole}>
      <Button
        look="quiet"
        name="snooze"
        aria-expanded={isOpen}
        aria-describedby={describedBy}
        onClick={() => setIsOpen(!isOpen)}
      >
        Snooze
      </Button>
      {isOpen && (
        <div class="menu">
          {snoozeTimes(Date.now(), localTimeZone()).map(({ words, untilAt }) => (
            <Button
              key={words}
              look="quiet"
              onClick={() => {
                close();
                onSnooze(untilAt);
              }}
            >
              {words}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Calls back when the focus or a click goes elsewhere, or Esc is pressed inside. Returns how to stop. */
function whenLeft(whole: HTMLElement | null, onLeft: () => void, onEscape: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const leave = (event: Event) => {
    const to = event instanceof FocusEvent ? event.relatedTarget : event.target;
    if (to instanceof Node && !whole?.contains(to)) onLeft();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape();
  };
  whole?.addEventListener('focusout', leave, { signal });
  whole?.addEventListener('keydown', press, { signal });
  document.addEventListener('pointerdown', leave, { signal });
  return () => stop.abort();
}
