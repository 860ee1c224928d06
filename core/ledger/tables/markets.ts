/** When a market was last asked for: `markets` under `[market]`. */
export interface MarketRow {
  readonly watchedAtMs: number;
}
