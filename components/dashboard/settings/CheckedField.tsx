import type { TargetedEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Checked } from './alert-fields.ts';

interface Props<T> {
  label: string;
  /** What stands behind the field: "hours". */
  unit?: string;
  type?: 'text' | 'time';
  /** The stored value as text. */
  text: string;
  read: (text: string) => Checked<T>;
  onSave: (value: T) => void;
}

interface Draft {
  from: string;
  typed: string;
  wrong: string | null;
}

/** A field that saves what is typed when it is left, if it can be; else it says what is wrong, and nothing changes. */
export function CheckedField<T>({ label, unit, type = 'text', text, read, onSave }: Props<T>) {
  const id = useId();
  // What is typed stands as long as the stored value is the one that it began with.
  const [draft, setDraft] = useState<Draft | null>(null);
  const own = draft?.from === text ? draft : null;
  const save = (typed: string) => {
    const checked = read(typed);
    setDraft('wrong' in checked ? { from: text, typed, wrong: checked.wrong } : null);
    if ('value' in checked) onSave(checked.value);
  };
  const wrong = own?.wrong ?? null;
  const field = {
    id,
    class: 'field',
    value: own?.typed ?? text,
    'aria-invalid': wrong !== null,
    'aria-describedby': wrong === null ? undefined : `${id}-wrong`,
    onInput: ({ currentTarget: { value } }: TargetedEvent<HTMLInputElement>) =>
      setDraft({ from: text, typed: value, wrong }),
    onChange: ({ currentTarget: { value } }: TargetedEvent<HTMLInputElement>) => save(value),
  };
  return (
    <div class="checked">
      <label for={id}>{label}</label>
      <span>
        {type === 'time' ? <input {...field} type="time" /> : <input {...field} type="text" maxLength={40} />}
        {unit}
      </span>
      {wrong !== null && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
