import type { AlertSettings } from '../../../lib/model/alert.ts';
import type { Role } from '../../../lib/model/order.ts';
import { readClock, readHours, readQuietEnd, readWhole } from './alert-fields.ts';
import { CheckedField } from './CheckedField.tsx';

interface Props {
  settings: AlertSettings;
  roles: readonly Role[];
  onChange: (fields: Partial<AlertSettings>) => void;
}

/** When alerts are told: how long before, how long after, and at what time of the day. */
export function AlertTimes({ settings, roles, onChange }: Props) {
  const { shipByHours, digestAt, staleHours, noScanDays } = settings;
  return (
    <>
      <div class="times">
        {roles.includes('seller') && (
          <CheckedField
            label="Before a ship-by time"
            unit="hours"
            text={shipByHours.join(', ')}
            read={readHours}
            onSave={(hours) => onChange({ shipByHours: hours })}
          />
        )}
        <CheckedField
          label="Daily digest at"
          type="time"
          text={digestAt}
          read={readClock}
          onSave={(at) => onChange({ digestAt: at })}
        />
        <CheckedField
          label="Not seen for long: after"
          unit="hours"
          text={String(staleHours)}
          read={(text) => readWhole(text, 1, 720)}
          onSave={(hours) => onChange({ staleHours: hours })}
        />
        {roles.includes('buyer') && (
          <CheckedField
            label="Parcel stands still: after"
            unit="days without a scan"
            text={String(noScanDays)}
            read={(text) => readWhole(text, 1, 60)}
            onSave={(days) => onChange({ noScanDays: days })}
          />
        )}
      </div>
      <QuietHours quiet={settings.quiet} onChange={(quiet) => onChange({ quiet })} />
    </>
  );
}

type Quiet = NonNullable<AlertSettings['quiet']>;
const FIRST_QUIET: Quiet = { from: '22:00', to: '07:00', holdsCritical: false };

interface QuietProps {
  quiet: AlertSettings['quiet'];
  onChange: (quiet: AlertSettings['quiet']) => void;
}

function QuietHours({ quiet, onChange }: QuietProps) {
  return (
    <fieldset class="quiet" aria-label="Quiet hours">
      <label class="check">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? FIRST_QUIET : null)}
        />
        Quiet hours
      </label>
      {quiet && <QuietTimes quiet={quiet} onChange={onChange} />}
    </fieldset>
  );
}

function QuietTimes({ quiet, onChange }: QuietProps & { quiet: Quiet }) {
  const { from, to, holdsCritical } = quiet;
  return (
    <>
      <div class="times">
        <CheckedField
          label="From"
          type="time"
          text={from}
          read={(text) => readQuietEnd(text, to)}
          onSave={(at) => onChange({ ...quiet, from: at })}
        />
        <CheckedField
          label="To"
          type="time"
          text={to}
          read={(text) => readQuietEnd(text, from)}
          onSave={(at) => onChange({ ...quiet, to: at })}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={holdsCritical}
          onChange={(event) => onChange({ ...quiet, holdsCritical: event.currentTarget.checked })}
        />
        Hold critical ones too
      </label>
      <p class="muted">
        What comes in quiet hours is told when they end.{' '}
        {holdsCritical
          ? 'So are critical ones: a ship-by time may pass before you hear of it.'
          : 'Critical ones, such as the last hours before a ship-by time, are told at once.'}
      </p>
    </>
  );
}
