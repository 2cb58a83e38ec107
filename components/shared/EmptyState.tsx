import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  icon: IconName;
  title: string;
  text?: ComponentChildren;
  /** The one thing to do next. */
  children?: ComponentChildren;
}

/** What stands where nothing is: one friendly line, and what to do next. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div class="empty">
      <Icon name={icon} size={24} />
      <strong>{title}</strong>
      {text && <p>{text}</p>}
      {children && <div class="actions">{children}</div>}
    </div>
  );
}
