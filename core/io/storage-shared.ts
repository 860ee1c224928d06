import * as v from 'valibot';

import type { MarketReport } from '../market/market-report.ts';
import { isReportOf } from '../market/report-version.ts';
import { clockOffset } from '../ledger/clock-offset.ts';
import { dismissedWarnings } from '../ledger/dismissed-warnings.ts';
import { one } from '../ledger/fact.ts';
import { place } from '../ledger/place.ts';
import { panelSettings } from '../ledger/settings/panel-settings.ts';
import { tiers } from '../ledger/tiers.ts';
import { storage, storedItem } from './stored-item.ts';
import { userItem } from './user-item.ts';

/** Latest report of `market` (`BTCUSDT`); null before the first of this version. */
export const reportItem = (market: string) =>
  storedItem<MarketReport | null>(`local:report:${market}`, {
    restore: (stored) => (isReportOf(market, stored) ? (stored as MarketReport) : null),
  });

/** What the panel reads of the user's settings. */
export const panelSettingsItem = userItem('local:settings', panelSettings);

/**
 * Calls `onChange` when what is stored of the user's positions, or the choice what to show of them, may have changed, and
 * says nothing of it: a page asks the worker what it may be told. Returns what ends it.
 */
export function watchOwn(onChange: () => void): () => void {
  const ends = OWN_KEYS.map((key) => storage.watch(key, onChange));
  return () => ends.forEach((end) => end());
}

const OWN_KEYS = ['local:positions', 'local:accounts', 'local:bells', 'local:settings'] as const;

/** Version that was last installed; null before 0.2, which was the first to leave it. */
export const versionItem = storedItem('local:version', one(v.nullable(v.string()), null));

/** Whether the welcome page was opened. */
export const welcomedItem = storedItem('local:welcomed', one(v.boolean(), false));

/** What the worker has measured of the device's clock. */
export const clockItem = storedItem('local:clock', clockOffset);

/** Where the panel stands on `site` (`binance`). */
export const placeItem = (site: string) => userItem(`local:place:${site}`, place);

export const dismissedWarningsItem = userItem('local:dismissed-warnings', dismissedWarnings);

/** Maintenance tiers of `market`. */
export const tiersItem = (market: string) => storedItem(`local:tiers:${market}`, tiers);
