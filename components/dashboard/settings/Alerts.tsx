import type { AccountRow } from '../../../lib/history/read/rows.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../lib/model/alert.ts';
import { roleOfHost } from '../../../lib/model/market.ts';
import type { Role } from '../../../lib/model/order.ts';
import { Button } from '../../shared/Button.tsx';
import { Card } from '../../shared/Card.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { hashOf } from '../../shared/routes.ts';
import { useHosts } from '../../shared/use-hosts.ts';
import { AlertKinds } from './AlertKinds.tsx';
import { AlertTimes } from './AlertTimes.tsx';
import { NotifySwitch } from './NotifySwitch.tsx';
import { type AlertSettingsState, useAlertSettings } from './use-alert-settings.ts';

/** What OrderLens speaks up about by itself: whether, how and when. Every change is saved at once. */
export function Alerts({ accounts }: { accounts: readonly AccountRow[] }) {
  const hosts = useHosts();
  const { settings, change, saved } = useAlertSettings();
  if (!settings || !hosts) return null;
  const roles = rolesOf(accounts, hosts);
  return (
    <Card
      title="Alerts"
      text="What OrderLens tells you by itself, as long as your browser runs, with every TikTok tab closed too."
    >
      <NotifySwitch isOn={settings.notifies} onChange={(notifies) => change({ notifies })} />
      <AlertKinds settings={settings} roles={roles} onChange={(channels) => change({ channels })} />
      <p class="muted">
        “Off” is told nowhere; everything else stands under <a href={hashOf('alerts')}>Alerts</a>, and on the
        icon as a number unless it is only news. <a href={hashOf('alerts', 'rules')}>Your own rules</a> say
        themselves how they are told.
      </p>
      <AlertTimes settings={settings} roles={roles} onChange={change} />
      <div class="actions">
        <Button onClick={() => change({ ...DEFAULT_ALERT_SETTINGS, notifies: settings.notifies })}>
          Back to the defaults
        </Button>
      </div>
      <Saved saved={saved} />
    </Card>
  );
}

function Saved({ saved }: Pick<AlertSettingsState, 'saved'>) {
  return (
    <>
      <p class="saved" role="status">
        {saved.step === 'saved' && <span>Saved</span>}
      </p>
      {saved.step === 'failed' && (
        <ErrorNotice
          what="The change was not saved"
          why={saved.reason}
          next="Everything is as it was before. Try again."
        />
      )}
    </>
  );
}

const ROLES = ['seller', 'buyer'] as const;

/** Who the user is, by what was seen and what is turned on; both as long as nothing tells. */
function rolesOf(accounts: readonly AccountRow[], hosts: readonly string[]): readonly Role[] {
  const known = new Set([...accounts.map(({ role }) => role), ...hosts.map(roleOfHost)]);
  const roles = ROLES.filter((role) => known.has(role));
  return roles.length > 0 ? roles : ROLES;
}
