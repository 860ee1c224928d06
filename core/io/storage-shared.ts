import type { MarketReport } from '../market/market-report.ts';
import { dismissedWarnings } from '../ledger/dismissed-warnings.ts';
import { place } from '../ledger/place.ts';
import { panelSettings } from '../ledger/settings/panel-settings.ts';
import type { StoredTiers } from '../ledger/stored.ts';
import { fieldsOf, isFiniteNumber, isText } from './shapes.ts';
import { storedItem, type StoredItem } from './stored-item.ts';
import { reportShape, tiersShape } from './stored-shapes.ts';
import { userItem } from './user-item.ts';
import type { ClockOffset } from './venue-clock.ts';

export type { StoredItem } from './stored-item.ts';

/** Latest report of `market` (`BTCUSDT`); null before the first. */
export const reportItem = (market: string): StoredItem<MarketReport | null> =>
  storedItem<MarketReport | null>(`local:report:${market}`, reportShape, null);

/** What the panel reads of the user's settings. */
export const panelSettingsItem = userItem('local:settings', panelSettings);

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

/** Where the panel stands on `site` (`binance`). */
export const placeItem = (site: string) => userItem(`local:place:${site}`, place);

export const dismissedWarningsItem = userItem('local:dismissed-warnings', dismissedWarnings);

/** Maintenance tiers of `market`; empty until the venues were asked. */
export const tiersItem = (market: string): StoredItem<StoredTiers> =>
  storedItem<StoredTiers>(`local:tiers:${market}`, tiersShape, {});
