import type { ButtonHTMLAttributes } from 'preact';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'danger' | 'quiet';
}

/** A button that submits nothing unless told to. */
export function Button({ look = 'plain', class: more = '', ...rest }: Props) {
  return <button type="button" class={`button ${look} ${String(more)}`.trim()} {...rest} />;
}
