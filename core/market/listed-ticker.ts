/**
 * What a venue says of one of its perpetuals in an answer about all of them. Prices in USD for one coin, amounts in coins of
 * one side; null is what the venue does not tell of all at once.
 */
export interface ListedTicker {
  /** The venue's own name of the contract, {@link import('./instrument.ts').Instrument.id}. */
  readonly id: string;
  readonly price: number;
  readonly openInterestBase: number | null;
  /** Funding paid by longs to shorts in eight hours, as a fraction of notional. */
  readonly fundingRate8h: number | null;
  readonly nextFundingAtMs: number | null;
  /** Traded in the last 24 hours, USD. */
  readonly turnoverUsd: number | null;
  /** The price by that of 24 hours ago, less 1. */
  readonly dayChange: number | null;
}
