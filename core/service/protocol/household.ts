import type { AccountsChange, WatchedAccount } from '../../ledger/accounts/accounts.ts';
import type { BellsChange } from '../../ledger/bells.ts';
import type { DismissedChange } from '../../ledger/dismissed-warnings.ts';
import type { Channels, ChannelsChange } from '../../ledger/messengers.ts';
import type { PanelPlace, PlaceChange } from '../../ledger/place.ts';
import type { UserItem } from '../../ledger/user-item.ts';
import type { PositionsChange } from '../../ledger/positions.ts';
import type { Settings, SettingsChange } from '../../ledger/settings/settings.ts';
import type { ShownTables } from '../../ledger/shown-tables.ts';
import type { Bell } from '../../market/bell.ts';
import type { SavedPosition } from '../../market/position.ts';
import type { WatchService } from '../watch-service.ts';

/** What answers need of the world. */
export interface Household {
  readonly service: WatchService;
  /** Starts polling a market, without waiting for it. */
  readonly poll: (market: string) => void;
  /** The venues' time. */
  readonly nowMs: () => number;
  readonly settings: UserItem<Settings, SettingsChange>;
  /** Has what is due polled, without waiting for it. */
  readonly pollDue: () => void;
  readonly positions: UserItem<readonly SavedPosition[], PositionsChange>;
  readonly accounts: UserItem<readonly WatchedAccount[], AccountsChange>;
  readonly shownTables: UserItem<ShownTables, ShownTables>;
  readonly bells: UserItem<readonly Bell[], BellsChange>;
  readonly messengers: UserItem<Channels, ChannelsChange>;
  readonly dismissedWarnings: UserItem<readonly string[], DismissedChange>;
  /** @throws for a site that has no panel */
  readonly placeOn: (site: string) => UserItem<Partial<PanelPlace>, PlaceChange>;
  /** What a page may be told: a table of messages and its language. */
  readonly words: { readonly language: string; readonly messages: object };
  /** Opens a page of the extension in a tab. */
  readonly openPage: (path: string) => Promise<void>;
  readonly openPopup: () => Promise<void>;
}
