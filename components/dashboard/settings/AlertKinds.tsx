import {
  type AlertChannel,
  type AlertKind,
  type AlertSettings,
  channelOf,
  DEFAULT_CHANNELS,
} from '../../../lib/model/alert.ts';
import type { Role } from '../../../lib/model/order.ts';
import { CHANNEL_WORDS, KIND_WORDS } from '../../shared/alert-words.ts';
import { listOf } from './alert-groups.ts';

interface Props {
  settings: AlertSettings;
  roles: readonly Role[];
  onChange: (channels: AlertSettings['channels']) => void;
}

/** How each kind of alert is told, grouped by who it concerns. */
export function AlertKinds({ settings, roles, onChange }: Props) {
  const set = (kind: AlertKind, channel: AlertChannel) => {
    const { [kind]: _before, ...rest } = settings.channels;
    // What is as the default says follows it, should the default ever change.
    onChange(channel === DEFAULT_CHANNELS[kind] ? rest : { ...rest, [kind]: channel });
  };
  return (
    <div class="kinds">
      {listOf(roles).map((groups) => (
        <table key={groups[0]?.name}>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">Alert</th>
              <th scope="col">How it is told</th>
            </tr>
          </thead>
          {groups.map(({ name, kinds }) => (
            <tbody key={name}>
              <tr>
                <th colSpan={2} scope="rowgroup">
                  {name}
                </th>
              </tr>
              {kinds.map((kind) => (
                <KindRow key={kind} kind={kind} value={channelOf(kind, settings)} onChange={set} />
              ))}
            </tbody>
          ))}
        </table>
      ))}
    </div>
  );
}

const CHANNELS = Object.keys(CHANNEL_WORDS) as AlertChannel[];

interface RowProps {
  kind: AlertKind;
  value: AlertChannel;
  onChange: (kind: AlertKind, channel: AlertChannel) => void;
}

function KindRow({ kind, value, onChange }: RowProps) {
  const { name } = KIND_WORDS[kind];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <select
          class={`select ${value === 'off' ? 'muted' : ''}`}
          aria-label={`How “${name}” is told`}
          value={value}
          onChange={({ currentTarget }) =>
            onChange(kind, CHANNELS.find((channel) => channel === currentTarget.value) ?? value)
          }
        >
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {CHANNEL_WORDS[channel]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
