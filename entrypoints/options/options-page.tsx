import { browser } from 'wxt/browser';

import { Options } from '../../components/options/options.tsx';
import { themeOf } from '../../components/ui/theme.ts';
import { useItem } from '../../components/ui/use-item.ts';
import { DEFAULT_SETTINGS, settingsItem } from '../../core/io/storage-shared.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { ASKED_VENUES, STREAMING_VENUES } from '../../core/venues/listening-venues.ts';
import { OPTIONAL_API_ORIGINS } from '../../core/venues/origins.ts';
import { apiOriginOf } from '../../core/venues/regional-hosts.ts';
import type { ViewMessage } from '../../core/service/messages.ts';
import type { Settings } from '../../core/ledger/stored.ts';
import { agreeToSockets } from './agree-to-sockets.ts';
import { chooseHost } from './choose-host.ts';
import { SiteAccess } from './site-access.tsx';
import { useClock } from './use-clock.ts';
import { NOTIFICATIONS, useGranted } from './use-granted.ts';

const save = (settings: Settings) =>
  browser.runtime.sendMessage({ kind: 'save-settings', settings } satisfies ViewMessage);

export function OptionsPage() {
  const settings = useItem(settingsItem);
  const clock = useClock();
  const { granted, turn } = useGranted();

  if (settings === null || granted === null || clock === null) return null;
  const { origins } = granted;
  const { hosts } = settings;
  const saveHosts = (next: NonNullable<Settings['hosts']> | null) => {
    if (next !== null) void save({ ...settings, hosts: next });
  };
  return (
    <div class="plimsoll options-page" data-theme={themeOf(settings)} data-palette={settings.palette}>
      <Options
        settings={settings}
        granted={new Set(VENUE_IDS.filter((venue) => origins.has(apiOriginOf(venue, hosts))))}
        tiersGranted={OPTIONAL_API_ORIGINS.every((origin) => origins.has(origin))}
        contextGranted={origins}
        notificationsAllowed={granted.notifications}
        nowMs={clock.nowMs()}
        onChange={(next) => void save(next)}
        onGrant={(venue) => void turn({ origins: [apiOriginOf(venue, hosts)] }, true)}
        areHostsWanted={location.hash === '#venues'}
        onHost={(venue, host) => void chooseHost(hosts, venue, host, turn).then(saveHosts)}
        onGrantTiers={() => void turn({ origins: [...OPTIONAL_API_ORIGINS] }, true)}
        onGrantContext={(origin, wanted) => void turn({ origins: [origin] }, wanted)}
        onNotifications={(wanted) => void turn(NOTIFICATIONS, wanted)}
        streaming={STREAMING_VENUES}
        byRequest={ASKED_VENUES}
        onListening={(listening) =>
          void agreeToSockets(listening).then((next) => save({ ...settings, listening: next }))
        }
        onReset={() => void save(DEFAULT_SETTINGS)}
      >
        <SiteAccess />
      </Options>
    </div>
  );
}
