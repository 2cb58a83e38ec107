import { useId, useState } from 'preact/hooks';
import type { CategoryRule } from '../../../lib/model/spending.ts';
import { Button } from '../../shared/Button.tsx';
import { Choices } from './Choices.tsx';

interface Props {
  categories: readonly string[];
  sellers: readonly string[];
  isBusy: boolean;
  onAdd: (rule: CategoryRule) => Promise<boolean>;
}

/** The form for a rule. */
export function AddRule({ categories, sellers, isBusy, onAdd }: Props) {
  const id = useId();
  const [by, setBy] = useState<CategoryRule['by']>('word');
  const [text, setText] = useState('');
  const [category, setCategory] = useState('');
  const rule: CategoryRule = { by, text: text.trim(), category: category.trim() };
  const isWhole = rule.text !== '' && rule.category !== '';
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isWhole && (await onAdd(rule))) setText('');
  };
  return (
    <form class="fields" onSubmit={(event) => void add(event)}>
      <BySelect value={by} onChange={setBy} />
      <input
        class="field"
        aria-label={by === 'seller' ? 'Shop' : 'Word'}
        placeholder={by === 'seller' ? 'Shop' : 'Word, such as mug'}
        list={by === 'seller' ? `${id}-sellers` : undefined}
        maxLength={200}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <input
        class="field"
        aria-label="Category"
        placeholder="Category"
        list={`${id}-categories`}
        maxLength={60}
        value={category}
        onInput={(event) => setCategory(event.currentTarget.value)}
      />
      <Button type="submit" disabled={isBusy || !isWhole}>
        Add rule
      </Button>
      <Choices id={`${id}-sellers`} names={sellers} />
      <Choices id={`${id}-categories`} names={categories} />
    </form>
  );
}

interface SelectProps {
  value: CategoryRule['by'];
  onChange: (by: CategoryRule['by']) => void;
}

function BySelect({ value, onChange }: SelectProps) {
  return (
    <select
      class="select"
      aria-label="Rule looks at"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value === 'seller' ? 'seller' : 'word')}
    >
      <option value="word">Product name has</option>
      <option value="seller">Shop is</option>
    </select>
  );
}
