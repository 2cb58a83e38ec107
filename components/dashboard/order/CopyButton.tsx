import { useState } from 'preact/hooks';
import { Button } from '../../shared/Button.tsx';
import { Icon } from '../../shared/Icon.tsx';

/** Copies a short text, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied'),
    );
  };
  return (
    <>
      <Button look="quiet" aria-label={label} title={label} onClick={copy}>
        <Icon name={said === 'Copied' ? 'check' : 'copy'} />
      </Button>
      <span class={said === 'Not copied' ? 'muted' : 'visually-hidden'} role="status">
        {said}
      </span>
    </>
  );
}
