import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/options/options.css';

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { Options } from '../../components/options/options.tsx';
import { DEFAULT_SETTINGS, settingsItem } from '../../core/io/storage-shared.ts';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';
import { API_ORIGIN_OF, OPTIONAL_API_ORIGINS } from '../../core/venues/origins.ts';
import type { ViewMessage } from '../../core/watch/messages.ts';
import type { Settings } from '../../core/watch/stored.ts';

const isAllowed = (origins: readonly string[]) => browser.permissions.contains({ origins: [...origins] });

async function readGranted(): Promise<ReadonlySet<VenueId>> {
  const allowed = await Promise.all(VENUE_IDS.map((venue) => isAllowed([API_ORIGIN_OF[venue]])));
  return new Set(VENUE_IDS.filter((_, index) => allowed[index]));
}

const save = (settings: Settings) =>
  browser.runtime.sendMessage({ kind: 'save-settings', settings } satisfies ViewMessage);

function OptionsPage() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [granted, setGranted] = useState<ReadonlySet<VenueId>>(new Set(VENUE_IDS));
  const [tiersGranted, setTiersGranted] = useState(true);

  const readPermissions = () => {
    void readGranted().then(setGranted);
    void isAllowed(OPTIONAL_API_ORIGINS).then(setTiersGranted);
  };
  const request = (origins: readonly string[]) =>
    void browser.permissions.request({ origins: [...origins] }).then(readPermissions);

  useEffect(() => {
    void settingsItem.getValue().then(setSettings);
    readPermissions();
    return settingsItem.watch(setSettings);
  }, []);

  if (settings === null) return null;
  const isLight = settings.theme === 'light' || (settings.theme === 'page' && prefersLight());
  return (
    <div
      class="plimsoll options-page"
      data-theme={isLight ? 'light' : 'dark'}
      data-palette={settings.palette}
    >
      <Options
        settings={settings}
        granted={granted}
        tiersGranted={tiersGranted}
        onChange={(next) => void save(next)}
        onGrant={(venue) => request([API_ORIGIN_OF[venue]])}
        onGrantTiers={() => request(OPTIONAL_API_ORIGINS)}
        onReset={() => void save(DEFAULT_SETTINGS)}
      />
    </div>
  );
}

const prefersLight = () => matchMedia('(prefers-color-scheme: light)').matches;

const root = document.getElementById('root');
if (root !== null) render(<OptionsPage />, root);
