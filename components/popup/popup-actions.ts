import type { Account } from '../../core/ledger/accounts/accounts.ts';
import type { ListChange } from '../../core/ledger/fact-list.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import type { SavedPosition } from '../../core/market/position.ts';

/** What the popup asks of its surroundings. */
export interface PopupActions {
  /** Has a position stored, new or in place of the one of its id. */
  readonly onPut: (position: SavedPosition) => void;
  readonly onRemove: (id: string) => void;
  /** Has the positions at an address shown. */
  readonly onPutAccount: (account: Account) => void;
  readonly onForgetAccount: (id: string) => void;
  /** Asks the browser that an address may be told. */
  readonly onConsent: () => void;
  /** Another coin was entered: its report and tiers are wanted. */
  readonly onBase: (base: string) => void;
  /** The user wants figures of a coin that nothing watches. */
  readonly onWatch: (base: string) => void;
  /** Puts markets on the watch list, or takes them off. */
  readonly onList: (change: ListChange<string>) => void;
  /** Opens the page on which a market is traded. */
  readonly onTrade: (market: string) => void;
  readonly onTradeAt: (venue: VenueId) => void;
  /** Asks for what is newest of all markets, or of some, for whoever looks at them. */
  readonly onLook: (markets: readonly string[] | null) => void;
  readonly onPermission: () => void;
  /** Hides the user's own amounts in every view, or shows them. */
  readonly onHideAmounts: (areHidden: boolean) => void;
  readonly onCopy: (text: string) => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onOpenTab: (() => void) | null;
  /** Opens the browser's side panel; absent where there is none. */
  readonly onSidePanel?: () => void;
  /** An id that no position has yet. */
  readonly newId: () => string;
}
