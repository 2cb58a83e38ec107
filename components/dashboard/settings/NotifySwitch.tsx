import { useState } from 'preact/hooks';
import { allowNotifications, giveUpNotifications } from '../../../lib/messages/client-browser.ts';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { reasonOf } from '../../shared/words.ts';
import { useMayNotify } from './use-may-notify.ts';

interface Props {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

type Asked = { step: 'idle' | 'refused' } | { step: 'failed'; reason: string };

/** The switch "Show notifications". It is on when the user wants them and the browser allows them. */
export function NotifySwitch({ isOn, onChange }: Props) {
  const may = useMayNotify();
  const [asked, setAsked] = useState<Asked>({ step: 'idle' });
  const ask = () => {
    // First of all: the browser shows its question only inside the click.
    const answer = allowNotifications();
    setAsked({ step: 'idle' });
    answer.then(
      (isGranted) => {
        setAsked({ step: isGranted ? 'idle' : 'refused' });
        if (isGranted) onChange(true);
      },
      (error: unknown) => setAsked({ step: 'failed', reason: reasonOf(error) }),
    );
  };
  const giveUp = () => {
    setAsked({ step: 'idle' });
    onChange(false);
    giveUpNotifications().catch((error: unknown) => setAsked({ step: 'failed', reason: reasonOf(error) }));
  };
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn && may === true}
          disabled={may === null}
          onChange={(event) => {
            const isWanted = event.currentTarget.checked;
            // The browser decides; until it has, nothing is on.
            event.currentTarget.checked = isOn && may === true;
            if (isWanted) ask();
            else giveUp();
          }}
        />
        Show notifications
      </label>
      {may === false && !isOn && asked.step === 'idle' && (
        <p class="muted">Your browser will ask whether OrderLens may show them.</p>
      )}
      <Told isTakenBack={isOn && may === false} asked={asked} />
    </>
  );
}

/** What came of asking, when notifications are not shown. */
function Told({ isTakenBack, asked }: { isTakenBack: boolean; asked: Asked }) {
  if (asked.step === 'failed') {
    return (
      <ErrorNotice
        what="Notifications could not be switched"
        why={asked.reason}
        next="Try again, or look at OrderLens in your browser’s settings."
      />
    );
  }
  const why =
    asked.step === 'refused'
      ? 'your browser was told no.'
      : isTakenBack
        ? 'your browser took the permission back.'
        : null;
  if (why === null) return null;
  return (
    <Notice tone="soon" role="status">
      <p>
        Notifications stay off: {why} Alerts still stand in the list and count on the icon. Switch them on
        here at any time, and say yes when your browser asks.
      </p>
    </Notice>
  );
}
