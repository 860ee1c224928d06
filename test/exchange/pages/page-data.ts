import type { VenueId } from '../../../core/market/venue-id.ts';

/** What a trading page asks its own host for. Prices and amounts as the venue quotes them. */
export interface PageData {
  readonly symbol: string;
  readonly nowMs: number;
  readonly price: number;
  readonly markPrice: number;
  readonly digits: number;
  /** Between prices of the order book, and decimals that its prices are printed with. */
  readonly step: number;
  readonly stepDigits: number;
  readonly change24h: number;
  readonly high24h: number;
  readonly low24h: number;
  readonly volume24hUsd: number;
  readonly openInterestUsd: number;
  readonly fundingRate8h: number;
  readonly nextFundingMs: number;
  readonly candles: readonly PageCandle[];
  readonly bids: readonly PageLevel[];
  readonly asks: readonly PageLevel[];
}

/** Open time in epoch seconds, open, high, low, close, volume. */
export type PageCandle = readonly [number, number, number, number, number, number];

/** Price, amount. */
export type PageLevel = readonly [number, number];

/** What a page is told of itself, in `data-site` of its body. */
export interface PageSite {
  readonly name: string;
  readonly venue: VenueId;
  /** `path`: another market has another address; `title`: only the title changes. */
  readonly switches: 'path' | 'title';
  readonly symbol: string;
  /** From one question for its figures to the next. */
  readonly periodMs: number;
  readonly titleFormat: string;
  /** The charting library in a frame, or a canvas of the exchange's own, which no script can ask for its axis. */
  readonly chart: 'library' | 'own';
  readonly markets: readonly { readonly symbol: string; readonly label: string; readonly path: string }[];
}
