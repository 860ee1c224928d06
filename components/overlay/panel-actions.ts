import type { PanelPlace } from '../../core/ledger/place.ts';
import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { AskOrders } from '../heat-map/keep-orders.ts';
import type { AskWindow } from '../heat-map/use-heat-past.ts';
import type { AskLevels } from '../heat-map/use-past-levels.ts';

/** What the panel asks of its surroundings. */
export interface PanelActions {
  /** The panel was moved, resized or changed its form. */
  readonly onPlace: (place: PanelPlace) => void;
  readonly onPermission: () => void;
  /** Leads to the hosts of a venue for other countries. */
  readonly onHosts: () => void;
  readonly onRefresh: () => void;
  /** Opens the options where it is chosen whom to listen to. */
  readonly onListeningOptions: () => void;
  /** Only the venues of open pages are to be listened to. */
  readonly onListenToOwnPages: () => void;
  /** Opens the browser's side panel; absent where it cannot be opened from here. */
  readonly onSidePanel?: () => void;
  /** Opens the track record; absent where there is none. */
  readonly onRecord?: () => void;
  /** Takes a warning off the list; with a time, no notification comes for so long. */
  readonly onSnooze: (id: string, forMs: number | null) => void;
  /** What the panel itself may change of the settings. */
  readonly onChange: (change: { readonly mapChoices: Partial<MapChoices> }) => void;
  /** A window of the map's past; null where there is none. */
  readonly askMapWindow: AskWindow;
  /** The forced orders that were heard of a market; null where there is no answer. */
  readonly askOrders: AskOrders;
  /** The levels of each daily close of the last month; null where there is no answer. */
  readonly askLevels: AskLevels;
}
