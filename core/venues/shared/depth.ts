import type { Instrument } from '../../market/instrument.ts';
import type { Depth, DepthLevel } from '../../market/observations.ts';
import { wrongValue } from './answer.ts';

/** Levels as venues quote them: price of one unit, size in units. */
export type QuotedLevel = readonly [price: number, units: number, ...rest: unknown[]];

/**
 * A book in USD for one coin and coins, each side ascending in distance from the mid, empty levels left out.
 * @throws SchemaError for a book whose best bid is above its best ask
 */
export function toDepth(
  atMs: number,
  bids: readonly QuotedLevel[],
  asks: readonly QuotedLevel[],
  instrument: Instrument,
): Depth {
  const depth = {
    atMs,
    bids: toLevels(bids, instrument).toSorted((a, b) => b.price - a.price),
    asks: toLevels(asks, instrument).toSorted((a, b) => a.price - b.price),
  };
  const [bid, ask] = [depth.bids[0], depth.asks[0]];
  if (bid && ask && bid.price > ask.price)
    throw wrongValue('bids.0', `a price of at most the best ask ${ask.price}`, bid.price);
  return depth;
}

const toLevels = (levels: readonly QuotedLevel[], { multiplier }: Instrument): readonly DepthLevel[] =>
  levels
    .filter(([, units]) => units > 0)
    .map(([price, units]) => ({ price: price / multiplier, quantityBase: units * multiplier }));
