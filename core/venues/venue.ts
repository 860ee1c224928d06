import type { HttpRequest } from '../market/http-request.ts';
import type { CandleInterval, TimeRange } from '../market/time-range.ts';
import type { Candle, OpenInterestPoint } from '../market/bars.ts';
import type { ForcedOrder } from '../market/forced-order.ts';
import type { Instrument } from '../market/instrument.ts';
import type { AccountBook, AccountRole, ExitOrder } from '../market/account.ts';
import type { ListedTicker } from '../market/listed-ticker.ts';
import type { PublicPosition } from '../market/public-position.ts';
import type { WaitingOrder } from '../market/waiting-order.ts';
import type { AccountRatio, Depth, Ticker } from '../market/observations.ts';
import type { TierTable } from '../market/tiers.ts';
import type { VenueId } from '../market/venue-id.ts';

/**
 * A request with the parser of its answer. `parse` takes the decoded JSON and returns market types (base coin,
 * USD, one side), or throws `SchemaError` / `RegionError` / `RateLimitedError` for what the venue says in its body.
 */
export interface VenueCall<T> {
  readonly request: HttpRequest;
  readonly parse: (json: unknown, nowMs: number) => T;
  /** Where a list comes in several answers: the call for the one after `json`; null at the end. */
  readonly next?: (json: unknown) => VenueCall<T> | null;
}

/** At most `weight` in `perMs`, kept well under the venue's own limit. */
export interface RequestBudget {
  readonly id: string;
  readonly weight: number;
  readonly perMs: number;
}

/** A series read back through history in pages; a page is one call. */
export interface PagedSeries<T> {
  /** Rows in one page at most; a wider range is cut by the caller. */
  readonly pageRows: number;
  /** How far back from now the venue answers, seconds; null = without limit. */
  readonly depthS: number | null;
  /** Larger pages for a time that the venue keeps nearer at hand. */
  readonly recent?: { readonly pageRows: number; readonly depthS: number };
  readonly page: (instrument: Instrument, range: TimeRange) => VenueCall<readonly T[]>;
}

/** The forced orders of one answer, ascending, and how far back it reaches. */
export interface ForcedOrderList {
  readonly orders: readonly ForcedOrder[];
  /**
   * Where the list came back full: the time before which it is cut off, so that nothing is known of what lies earlier;
   * null where it answers the whole range.
   */
  readonly cutOffMs: number | null;
}

/** A websocket with what must be sent to it. */
export interface SocketStream {
  readonly url: string;
  readonly subscribe: readonly string[];
  /** Text to send every `everyMs` so that the venue keeps the line open; null where the protocol's own ping does. */
  readonly heartbeat: { readonly text: string; readonly everyMs: number } | null;
}

/** `parse` returns the forced orders in one text frame, none for any other frame. */
export interface ForcedOrderStream extends SocketStream {
  readonly parse: (
    frame: string,
    instruments: readonly Instrument[],
    nowMs: number,
  ) => readonly ForcedOrder[];
}

/** `parse` returns what one text frame says of one contract's mark price and beside it; null for any other frame. */
export interface MarkPriceStream extends SocketStream {
  readonly parse: (frame: string, nowMs: number) => TickerPart | null;
}

/** Reads addresses out of a long list that comes in parts. */
export interface TraderScan {
  readonly push: (part: string) => void;
  readonly traders: () => readonly string[];
}

/** What anyone may ask of an account by its address, in lower case. */
export interface AccountSource {
  /** Builders with whom an account may hold something beside the exchange itself. */
  readonly builders: () => VenueCall<readonly string[]>;
  /** What it holds with the exchange itself (null) or with one builder. */
  readonly book: (address: string, builder: string | null) => VenueCall<AccountBook>;
  /** Its orders that close what it holds there. */
  readonly exits: (address: string, builder: string | null) => VenueCall<readonly ExitOrder[]>;
  readonly role: (address: string) => VenueCall<AccountRole>;
  /** Whether what a book says of its margin is all that backs it. */
  readonly isApart: (address: string) => VenueCall<boolean>;
}

/** A venue that shows every account's positions to anyone who knows its address. */
export interface PublicPositionSource {
  readonly account: AccountSource;
  /** Addresses that have traded the instrument last. */
  readonly traders: (instrument: Instrument) => VenueCall<readonly string[]>;
  /** What one account holds of the instrument; null for nothing. */
  readonly position: (instrument: Instrument, address: string) => VenueCall<PublicPosition | null>;
  /** Its stops and take-profits that close what it holds of the instrument; what rests in the book is none of them. */
  readonly waitingOrders: (instrument: Instrument, address: string) => VenueCall<readonly WaitingOrder[]>;
  /** A list of all accounts, too long to be held at once; `scan` keeps the `count` largest. */
  readonly leaderboard: { readonly url: string; readonly scan: (count: number) => TraderScan };
}

/**
 * What one of a venue's ticker calls says. A venue that gives the funding rate and its interval in different answers
 * gives `fundingRate` with `fundingIntervalHours` or `lastFundingAtMs`, from which `mergeTickers` makes
 * `fundingRate8h`.
 */
export interface TickerPart extends Partial<Ticker> {
  readonly atMs: number;
  /** Fraction of notional paid in one interval. */
  readonly fundingRate?: number;
  /** The last payment: the interval ends at `nextFundingAtMs`. */
  readonly lastFundingAtMs?: number;
}

/** A part of the ticker; the last payment alone need not be told again before the next, see `payTimesOf`. */
export interface TickerCall extends VenueCall<TickerPart> {
  readonly tells?: 'last-payment';
}

/** What one answer about all perpetuals says of one of them; what it leaves out another answer may tell. */
export interface ListedPart extends Partial<Omit<ListedTicker, 'fundingRate8h'>> {
  readonly id: string;
  /** Fraction of notional paid in one interval; with the interval's hours it makes `fundingRate8h`. */
  readonly fundingRate?: number;
  readonly fundingIntervalHours?: number;
}

/** All that is known of a venue without a browser. Null where the venue offers no such thing. */
export interface Venue {
  readonly id: VenueId;
  readonly budgets: readonly RequestBudget[];
  /** Every linear perpetual that trades; dated, coin-margined and spot instruments are left out. */
  readonly instruments: () => VenueCall<readonly Instrument[]>;
  readonly candles: (interval: CandleInterval) => PagedSeries<Candle>;
  /** Open interest at bar closes of five minutes. */
  readonly openInterestHistory: PagedSeries<OpenInterestPoint> | null;
  /** Open interest of days, each at its beginning, 00:00 UTC, as far as the venue's API reaches back. */
  readonly dailyOpenInterest: PagedSeries<OpenInterestPoint> | null;
  /** The same out of files that the venue publishes on a host of its own. */
  readonly archivedOpenInterest: PagedSeries<OpenInterestPoint> | null;
  /** Mark price, funding and open interest now, the mark price first; several calls are merged by `mergeTickers`. */
  readonly ticker: (instrument: Instrument) => readonly TickerCall[];
  /** The same of all perpetuals in `listed` at once, with the day's volume; merged by `mergeListed`. */
  readonly tickers: (listed: readonly Instrument[]) => readonly VenueCall<readonly ListedPart[]>[];
  readonly accountRatio: ((instrument: Instrument) => VenueCall<AccountRatio>) | null;
  readonly depth: (instrument: Instrument) => VenueCall<Depth>;
  readonly tiers: ((instrument: Instrument) => VenueCall<TierTable>) | null;
  readonly recentForcedOrders:
    | ((instrument: Instrument, range: TimeRange) => VenueCall<ForcedOrderList>)
    | null;
  readonly forcedOrderStream: ((instruments: readonly Instrument[]) => ForcedOrderStream) | null;
  readonly markPriceStream: ((instrument: Instrument) => MarkPriceStream) | null;
  readonly publicPositions: PublicPositionSource | null;
}
