import { useEffect, useState } from 'preact/hooks';
import {
  composeMessage,
  type LanguageCode,
  languagesOf,
  TOPICS,
  type Topic,
  topicsFor,
} from '../../../lib/insights/composer.ts';
import { send } from '../../../lib/messages/client.ts';
import type { Order } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { TOPIC_WORDS } from './buyer-words.ts';
import { Section } from './Section.tsx';
import { useCommand } from './use-command.ts';

/** A message to the shop with the order's facts, to be changed and copied; OrderLens sends nothing. */
export function Composer({ orderKey, order, now }: { orderKey: string; order: Order; now: number }) {
  const likely = topicsFor(order, now);
  const topics = [...likely, ...TOPICS.filter((topic) => !likely.includes(topic))];
  const languages = languagesOf(order.market);
  const [topic, setTopic] = useState<Topic>(topics[0] ?? 'late');
  const [code, setCode] = useState<LanguageCode>('en');
  const [text, setText] = useState(() => composeMessage(topic, code, order, now));
  // A new minute or a new scan must not overwrite what the user has written.
  useEffect(() => setText(composeMessage(topic, code, order, now)), [topic, code]);
  return (
    <Section title="Write to the shop">
      <div class="write">
        <div class="choices">
          <Choice
            label="About"
            value={topic}
            options={topics.map((id) => [id, TOPIC_WORDS[id]])}
            onChange={(value) => setTopic(topics.find((id) => id === value) ?? topic)}
          />
          {languages.length > 1 && (
            <Choice
              label="Language"
              value={code}
              options={languages.map((language) => [language.code, language.name])}
              onChange={(value) => setCode(languages.find((entry) => entry.code === value)?.code ?? code)}
            />
          )}
        </div>
        <label>
          <span>Message</span>
          <textarea
            class="field"
            lang={code}
            rows={9}
            maxLength={5000}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <CopyMessage orderKey={orderKey} text={text} />
      </div>
    </Section>
  );
}

function CopyMessage({ orderKey, text }: { orderKey: string; text: string }) {
  const [said, setSaid] = useState('');
  const { isBusy, failure, run } = useCommand();
  const copy = async () => {
    setSaid('');
    const isDone = await run(async () => {
      await navigator.clipboard.writeText(text);
      await send('note.add', { orderKey, kind: 'message', text });
    });
    if (isDone) setSaid('Copied, and noted in the log. Paste it into the chat with the shop.');
  };
  return (
    <>
      <div class="actions">
        <Button disabled={isBusy || text.trim() === ''} onClick={() => void copy()}>
          Copy message
        </Button>
      </div>
      <small role="status">{said || 'OrderLens sends nothing: you paste it yourself.'}</small>
      {failure !== null && (
        <ErrorNotice
          what="Not copied, or not noted"
          why={failure}
          next="Select the text and copy it by hand."
        />
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select class="select" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
