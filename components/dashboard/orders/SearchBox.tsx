import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../shared/Icon.tsx';

interface Props {
  text: string;
  onText: (text: string) => void;
}

/** The search. "/" goes to it from anywhere, Esc clears it. */
export function SearchBox({ text, onText }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useSlash(() => box.current?.focus());
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={box}
        class="field"
        type="search"
        aria-label="Search orders"
        aria-keyshortcuts="/"
        placeholder="Search orders"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onText('');
        }}
      />
      {text === '' && (
        <span class="key" aria-hidden="true">
          /
        </span>
      )}
    </div>
  );
}

function useSlash(go: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      go();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
