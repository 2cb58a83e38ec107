import type { ComponentChildren } from 'preact';
import { Notice } from './Notice.tsx';

interface Props {
  /** What failed, why, and what to do now. */
  what: string;
  why: string;
  next: string;
  children?: ComponentChildren;
}

/** Something failed: what, why, what now. Said aloud at once. */
export function ErrorNotice({ what, why, next, children }: Props) {
  return (
    <Notice tone="late" role="alert">
      <strong>{what}</strong>
      <p>{why}</p>
      <p>{next}</p>
      {children && <div class="actions">{children}</div>}
    </Notice>
  );
}
