import { Icon, type IconName } from '../shared/Icon.tsx';

const PROMISES: readonly { icon: IconName; title: string; text: string }[] = [
  {
    icon: 'eye',
    title: 'It reads what you open',
    text: 'Order pages that you open yourself, where you turned it on. It never asks TikTok for anything on its own.',
  },
  {
    icon: 'home',
    title: 'It stays in this browser',
    text: 'Your orders are stored on this computer. You can export them, or delete everything, at any time.',
  },
  {
    icon: 'shield',
    title: 'Nothing leaves it',
    text: 'There is no account and no server. A rule that your browser enforces lets OrderLens connect to no address at all.',
  },
  {
    icon: 'lock',
    title: 'Private windows are never read',
    text: 'OrderLens does not run in them, so nothing from them can be stored.',
  },
];

/** What is read, where it stays, and how that is held. */
export function Promises() {
  return (
    <ul class="promises">
      {PROMISES.map(({ icon, title, text }) => (
        <li key={title}>
          <span class="badge">
            <Icon name={icon} size={18} />
          </span>
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
