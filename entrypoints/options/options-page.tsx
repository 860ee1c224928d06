import { Options } from '../../components/options/options.tsx';
import { themeOf } from '../../components/ui/theme.ts';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';
import { ASKED_VENUES, STREAMING_VENUES } from '../../core/venues/listening-venues.ts';
import { BINANCE_TIERS_ORIGIN } from '../../core/venues/origins.ts';
import type { RegionalHost } from '../../core/venues/hosts.ts';
import { apiOriginOf } from '../../core/venues/regional-hosts.ts';
import { settings as settingsFact } from '../../core/ledger/settings/settings.ts';
import { useSettings } from '../shared/use-settings.ts';
import { agreeToSockets } from '../shared/agree-to-sockets.ts';
import { mayChooseHost } from './choose-host.ts';
import { DeliverySection } from './delivery-section.tsx';
import { SiteAccess } from './site-access.tsx';
import { useClock } from './use-clock.ts';
import { NOTIFICATIONS, useGranted } from '../shared/use-granted.ts';

export function OptionsPage() {
  const { settings, refused, change } = useSettings();
  const clock = useClock();
  const { granted, turn } = useGranted();

  if (settings === null || granted === null || clock === null) return null;
  const { origins } = granted;
  const { hosts } = settings;
  const chooseHost = async (venue: VenueId, host: RegionalHost | null) => {
    if (await mayChooseHost(hosts, venue, host, turn))
      await change({ hosts: { [venue]: host?.host ?? null } });
  };
  return (
    <div class="plimsoll options-page" data-theme={themeOf(settings)} data-palette={settings.palette}>
      <Options
        settings={settings}
        granted={new Set(VENUE_IDS.filter((venue) => origins.has(apiOriginOf(venue, hosts))))}
        tiersGranted={origins.has(BINANCE_TIERS_ORIGIN)}
        contextGranted={origins}
        notificationsAllowed={granted.notifications}
        nowMs={clock.nowMs()}
        onChange={(next) => void change(next)}
        refused={refused}
        onGrant={(venue) => void turn({ origins: [apiOriginOf(venue, hosts)] }, true)}
        areHostsWanted={location.hash === '#venues'}
        onHost={(venue, host) => void chooseHost(venue, host)}
        onGrantTiers={() => void turn({ origins: [BINANCE_TIERS_ORIGIN] }, true)}
        onGrantContext={(origin, wanted) => void turn({ origins: [origin] }, wanted)}
        onNotifications={(wanted) => void turn(NOTIFICATIONS, wanted)}
        streaming={STREAMING_VENUES}
        byRequest={ASKED_VENUES}
        onListening={(next) => void agreeToSockets(next).then((listening) => change({ listening }))}
        delivery={<DeliverySection sound={settings.sound} {...{ origins, turn, change }} />}
        onReset={() => void change(settingsFact.fallback)}
      >
        <SiteAccess />
      </Options>
    </div>
  );
}
