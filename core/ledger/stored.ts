import type { AlertSettings } from '../alerts/settings.ts';
import type { TierTable } from '../market/tiers.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { ChosenHosts } from '../venues/regional-hosts.ts';

/** What the user chose; `local:settings`. */
export interface Settings {
  readonly version: 1;
  /** Venues that are polled. */
  readonly venues: readonly VenueId[];
  /** Hosts that venues are asked at in place of their main ones; absent: none. */
  readonly hosts?: ChosenHosts;
  /** Market ids that are polled even when no page shows them. */
  readonly watchList: readonly string[];
  readonly palette: 'orange-blue' | 'green-red';
  readonly theme: 'page' | 'dark' | 'light';
  /** What the user wants to be told; absent: the defaults. */
  readonly alerts?: AlertSettings;
  /** Forced orders are listened to without an open exchange page too, for as long as the browser runs; absent: false. */
  readonly listenAlways?: boolean;
  /** Whose sockets may be open; absent: nobody was asked yet, {@link import('./socket-consent.ts').UNASKED_LISTENING}. */
  readonly listening?: Listening;
  /** Rows of a page's order book that lie in a band get a mark; absent: false. */
  readonly bookMarks?: boolean;
}

/**
 * To whom a socket may be open. A handshake carries the venue's cookies and an origin that names the extension, which
 * no other request does, so it is the user's to choose.
 */
export interface Listening {
  /** False where sockets were open before anyone was asked; until the answer it is as if nothing were stored. */
  readonly isAnswered: boolean;
  /** Venues that are listened to whatever page is open. */
  readonly venues: readonly VenueId[];
  /** Whether the venue of an open page is listened to, which sees its own visitor anyway. */
  readonly ownPages: boolean;
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
