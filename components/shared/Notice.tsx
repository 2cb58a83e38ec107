import type { ComponentChildren } from 'preact';
import type { Tone } from '../../lib/insights/risk.ts';
import { Icon, type IconName } from './Icon.tsx';

const ICONS: Record<Tone, IconName> = { late: 'alert', soon: 'clock', fine: 'check', calm: 'unread' };

interface Props {
  tone: Tone;
  /** "alert" and "status" are said aloud when they appear. */
  role?: 'alert' | 'status';
  children: ComponentChildren;
}

/** A coloured box with an icon and a sentence. */
export function Notice({ tone, role, children }: Props) {
  return (
    <div class={`notice tone-${tone}`} role={role}>
      <Icon name={ICONS[tone]} size={18} />
      <div>{children}</div>
    </div>
  );
}
