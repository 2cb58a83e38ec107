import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  value: string;
  placeholder?: string;
  /** What is wrong with it, in words. */
  problem?: string | undefined;
  onChange: (value: string) => void;
}

/** A field with its label, and beneath it what is wrong with it. */
export function RuleField({ label, value, placeholder, problem, onChange }: FieldProps) {
  const id = useId();
  const isWrong = problem !== undefined;
  return (
    <div class="rule-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        placeholder={placeholder}
        maxLength={100}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {isWrong && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

/** A list to choose from, with its label. */
export function RuleChoice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  const choose = (name: string) => {
    const chosen = options.find(([option]) => option === name);
    if (chosen) onChange(chosen[0]);
  };
  return (
    <div class="rule-field">
      <label for={id}>{label}</label>
      <select id={id} class="select" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
