import type { MarketReport } from '../market/market-report.ts';
import { VENUE_IDS } from '../market/venue-id.ts';
import type { PanelPlace, Settings, StoredTiers } from '../ledger/stored.ts';
import { fieldsOf, isFiniteNumber, isText } from './shapes.ts';
import { storedItem, type StoredItem } from './stored-item.ts';
import { placeShape, reportShape, settingsShape, tiersShape, warningIdsShape } from './stored-shapes.ts';
import type { ClockOffset } from './venue-clock.ts';

export { positionsItem } from './positions-item.ts';
export type { StoredItem } from './stored-item.ts';

/** What holds until the user chooses otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  venues: VENUE_IDS,
  watchList: [],
  palette: 'orange-blue',
  theme: 'page',
};

/** Latest report of `market` (`BTCUSDT`); null before the first. */
export const reportItem = (market: string): StoredItem<MarketReport | null> =>
  storedItem<MarketReport | null>(`local:report:${market}`, reportShape, null);

export const settingsItem: StoredItem<Settings> = storedItem(
  'local:settings',
  settingsShape,
  DEFAULT_SETTINGS,
);

/** Version that was last installed; null before 0.2, which was the first to leave it. */
export const versionItem: StoredItem<string | null> = storedItem<string | null>(
  'local:version',
  isText,
  null,
);

/** What the worker has measured of the device's clock; a right one until then. */
export const clockItem: StoredItem<ClockOffset> = storedItem(
  'local:clock',
  fieldsOf({ offsetMs: isFiniteNumber }),
  {
    offsetMs: 0,
  },
);

/** Where the panel stands on `site` (`binance`); null until it was moved. */
export const placeItem = (site: string): StoredItem<PanelPlace | null> =>
  storedItem<PanelPlace | null>(`local:place:${site}`, placeShape, null);

/** Ids of the warnings that the user has taken off the list, the newest first. */
export const dismissedWarningsItem: StoredItem<readonly string[]> = storedItem<readonly string[]>(
  'local:dismissed-warnings',
  warningIdsShape,
  [],
);

/** Maintenance tiers of `market`; empty until the venues were asked. */
export const tiersItem = (market: string): StoredItem<StoredTiers> =>
  storedItem<StoredTiers>(`local:tiers:${market}`, tiersShape, {});
