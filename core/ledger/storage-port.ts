import type { Bell } from '../market/bell.ts';
import type { MarketReport } from '../market/market-report.ts';
import type { SavedPosition } from '../market/position.ts';
import type { MessengerId } from '../messengers/registry.ts';
import type { WatchedAccount } from './accounts/accounts.ts';
import type { ToldAccount } from './accounts/told-account.ts';
import type { Leases } from './leases.ts';
import type { Channels, MessageOutcome } from './messengers.ts';
import type { Settings } from './settings/settings.ts';
import type { StoredTiers } from './tiers.ts';

/** Extension storage: what views read and what the user chose. */
export interface StoragePort {
  readonly readReport: (market: string) => Promise<MarketReport | null>;
  readonly writeReport: (report: MarketReport) => Promise<void>;
  readonly readTiers: (market: string) => Promise<StoredTiers>;
  readonly writeTiers: (market: string, tiers: StoredTiers) => Promise<void>;
  readonly readSettings: () => Promise<Settings>;
  /** What the user holds, typed in, shown by the venue of an account, or shown in the table of an open page. */
  readonly readPositions: () => Promise<readonly SavedPosition[]>;
  /** Those whose addresses may be told to their venue. */
  readonly readAccounts: () => Promise<readonly WatchedAccount[]>;
  /** Keeps what was told of an account, unless it has gone meanwhile. */
  readonly tellAccount: (id: string, told: ToldAccount) => Promise<void>;
  readonly readBells: () => Promise<readonly Bell[]>;
  /** Keeps when bells rang last, by their ids. */
  readonly tellBells: (rang: Readonly<Record<string, number>>) => Promise<void>;
  /** Where warnings go out of the browser. */
  readonly readMessengers: () => Promise<Channels>;
  /** Keeps what became of a message, unless the channel has gone meanwhile. */
  readonly tellMessenger: (id: MessengerId, outcome: MessageOutcome) => Promise<void>;
  /** What open pages show. */
  readonly readLeases: () => Promise<Leases>;
  readonly writeLeases: (leases: Leases) => Promise<void>;
  /** Removes what is stored for views of a market that nobody watches. */
  readonly forgetMarket: (market: string) => Promise<void>;
}
