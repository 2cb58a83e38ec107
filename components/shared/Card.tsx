import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** What it is for, in a sentence. */
  text?: string;
  children: ComponentChildren;
}

/** A box of one thing that can be done, under its name. */
export function Card({ title, text, children }: Props) {
  return (
    <section class="card" aria-label={title}>
      <h3>{title}</h3>
      {text && <p class="muted">{text}</p>}
      {children}
    </section>
  );
}
