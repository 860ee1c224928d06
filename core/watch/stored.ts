import type { AlertSettings } from '../alerts/settings.ts';
import type { TierTable } from '../market/tiers.ts';
import type { VenueId } from '../market/venue-id.ts';

/** What the user chose; `local:settings`. */
export interface Settings {
  readonly version: 1;
  /** Venues that are polled. */
  readonly venues: readonly VenueId[];
  /** Market ids that are polled even when no page shows them. */
  readonly watchList: readonly string[];
  readonly palette: 'orange-blue' | 'green-red';
  readonly theme: 'page' | 'dark' | 'light';
  /** What the user wants to be told; absent: the defaults. */
  readonly alerts?: AlertSettings;
  /** Forced orders are listened to without an open exchange page too, for as long as the browser runs; absent: false. */
  readonly listenAlways?: boolean;
  /** Rows of a page's order book that lie in a band get a mark; absent: false. */
  readonly bookMarks?: boolean;
}

/** Where the panel stands on a site; `local:place:<site>`. Offsets in CSS px from the right and top edge of the window. */
export interface PanelPlace {
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly form: 'open' | 'strip' | 'dot' | 'closed';
  /** Whether bands stand on the page's own chart; true until they are switched off. */
  readonly chartBands?: boolean;
  /** Whether the page's order book gets marks, once they are wanted at all; true until they are switched off. */
  readonly bookMarks?: boolean;
}

/** Maintenance tiers a market's venues publish; `local:tiers:<market>`. */
export type StoredTiers = Partial<Record<VenueId, TierTable>>;
