/**
 * What README's table "How good is it?" says of an hour by first passage: nats a liquidated dollar against distance from
 * the price alone, on forced orders of BTC on Binance, 27 January to 9 February 2026.
 */
export const PUBLISHED_SCORES = {
  /** The expected-forced map, whose constants were found on these days. */
  map: 0.028,
  /** The ladder of `history/ladder-columns.ts`. */
  ladder: -0.53,
} as const;
