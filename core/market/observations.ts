/** What a venue says of an instrument now. Prices in USD for one coin, amounts in coins of one side. */
export interface Ticker {
  readonly atMs: number;
  readonly markPrice: number;
  readonly indexPrice: number | null;
  readonly openInterestBase: number | null;
  /** Funding paid by longs to shorts in eight hours, as a fraction of notional (0.0001 = 0.01 %). */
  readonly fundingRate8h: number | null;
  readonly nextFundingAtMs: number | null;
  /** Hours between two payments; absent where the venue does not say. */
  readonly fundingIntervalHours?: number;
}

/** Share of accounts that are net long, 0 to 1. Describes accounts, never dollars. */
export interface AccountRatio {
  readonly atMs: number;
  readonly longShare: number;
}

/** A book side ascending in distance from the mid; each level is price (USD) and coins. */
export interface Depth {
  readonly atMs: number;
  readonly bids: readonly DepthLevel[];
  readonly asks: readonly DepthLevel[];
}

/** USD for one coin, and coins. */
export interface DepthLevel {
  readonly price: number;
  readonly quantityBase: number;
}
