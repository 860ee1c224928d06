import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/options/options.css';

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { Locale } from '../../components/ui/locale.ts';
import { Options } from '../../components/options/options.tsx';
import { CONTEXT_SOURCES } from '../../core/context/sources.ts';
import { DEFAULT_SETTINGS, settingsItem } from '../../core/io/storage-shared.ts';
import { openViewClock, type ViewClock } from '../../core/io/view-clock.ts';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';
import { API_ORIGIN_OF, OPTIONAL_API_ORIGINS } from '../../core/venues/origins.ts';
import {
  apiOriginOf,
  chosenHost,
  patternOf,
  REGIONAL_API_ORIGINS,
  type RegionalHost,
} from '../../core/venues/regional-hosts.ts';
import { VENUES } from '../../core/venues/registry.ts';
import type { ViewMessage } from '../../core/service/messages.ts';
import type { Settings } from '../../core/ledger/stored.ts';
import { agreeToSockets } from './agree-to-sockets.ts';
import { SiteAccess } from './site-access.tsx';

type Permissions = Parameters<typeof browser.permissions.contains>[0];

const NOTIFICATIONS = { permissions: ['notifications'] } satisfies Permissions;

/** What the browser has granted: match patterns, and whether notifications are among it. */
interface Granted {
  readonly origins: ReadonlySet<string>;
  readonly notifications: boolean;
}

async function readGranted(): Promise<Granted> {
  const asked = [
    ...VENUE_IDS.map((venue) => API_ORIGIN_OF[venue]),
    ...OPTIONAL_API_ORIGINS,
    ...REGIONAL_API_ORIGINS,
    ...CONTEXT_SOURCES.map(({ origin }) => origin),
  ];
  const [notifications, ...isAllowed] = await Promise.all([
    browser.permissions.contains(NOTIFICATIONS),
    ...asked.map((origin) => browser.permissions.contains({ origins: [origin] })),
  ]);
  return { notifications, origins: new Set(asked.filter((_, index) => isAllowed[index])) };
}

const STREAMING = VENUE_IDS.filter((venue) => VENUES[venue].forcedOrderStream !== null);
const BY_REQUEST = new Set(VENUE_IDS.filter((venue) => VENUES[venue].recentForcedOrders !== null));

const save = (settings: Settings) =>
  browser.runtime.sendMessage({ kind: 'save-settings', settings } satisfies ViewMessage);

function OptionsPage() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [clock, setClock] = useState<ViewClock | null>(null);
  const [granted, setGranted] = useState<Granted | null>(null);

  const readPermissions = () => void readGranted().then(setGranted);
  /** Called in the click itself, which the browser demands. */
  const turn = (permissions: Permissions, wanted: boolean) => {
    const turned = wanted
      ? browser.permissions.request(permissions)
      : browser.permissions.remove(permissions);
    void turned.then(readPermissions, readPermissions);
    return turned;
  };

  useEffect(() => {
    void settingsItem.getValue().then(setSettings);
    void openViewClock().then(setClock);
    readPermissions();
    return settingsItem.watch(setSettings);
  }, []);

  if (settings === null || granted === null || clock === null) return null;
  const { origins } = granted;
  const { hosts } = settings;
  /** The host is used only once the browser allows it; going back takes its permission away. */
  const useHost = async (venue: VenueId, host: RegionalHost | null) => {
    const former = chosenHost(venue, hosts);
    const pattern = host ?? former;
    if (pattern !== null && !(await turn({ origins: [patternOf(pattern)] }, host !== null))) return;
    const { [venue]: _former, ...others } = hosts ?? {};
    await save({ ...settings, hosts: host === null ? others : { ...others, [venue]: host.host } });
  };
  const isLight = settings.theme === 'light' || (settings.theme === 'page' && prefersLight());
  return (
    <div
      class="plimsoll options-page"
      data-theme={isLight ? 'light' : 'dark'}
      data-palette={settings.palette}
    >
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
        onHost={(venue, host) => void useHost(venue, host)}
        onGrantTiers={() => void turn({ origins: [...OPTIONAL_API_ORIGINS] }, true)}
        onGrantContext={(origin, wanted) => void turn({ origins: [origin] }, wanted)}
        onNotifications={(wanted) => void turn(NOTIFICATIONS, wanted)}
        streaming={STREAMING}
        byRequest={BY_REQUEST}
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

const prefersLight = () => matchMedia('(prefers-color-scheme: light)').matches;

const root = document.getElementById('root');
if (root !== null)
  render(
    <Locale.Provider value={navigator.language}>
      <OptionsPage />
    </Locale.Provider>,
    root,
  );
