import type { Bars } from '../../market/bars.ts';
import type { PositionSide } from '../../market/forced-order.ts';
import { binOf, type LiquidationMap } from '../../market/liquidation-map.ts';
import type { PublicPosition } from '../../market/public-position.ts';
import { lowerBound } from '../../market/lower-bound.ts';

/**
 * Those of `positions` that no bar since they were read has liquidated.
 * @param bars ascending in time; what was still open when a position was read counts whole
 */
export const survivors = (positions: readonly PublicPosition[], bars: Bars): readonly PublicPosition[] =>
  unreached(positions, bars, ({ atS, side, liquidationPrice }) => ({
    atS,
    isBelow: side === 'long',
    price: liquidationPrice,
  }));

/** A price that something waits at. */
interface Awaited {
  /** When it was read, epoch seconds. */
  readonly atS: number;
  /** Whether the price has to fall to it. */
  readonly isBelow: boolean;
  /** Null: none. */
  readonly price: number | null;
}

/**
 * Those of `all` to whose price no bar has come since they were read.
 * @param bars ascending in time; one that was still open when something was read counts whole
 */
export function unreached<T>(all: readonly T[], bars: Bars, of: (one: T) => Awaited): readonly T[] {
  const firstReadS = all.reduce((first, one) => Math.min(first, of(one).atS), Infinity);
  const from = lowerBound(bars.openTimeS, firstReadS);
  const openTimeS = bars.openTimeS.subarray(from);
  const lowest = bars.low.slice(from);
  const highest = bars.high.slice(from);
  for (let index = openTimeS.length - 2; index >= 0; index--) {
    lowest[index] = Math.min(lowest[index] ?? Infinity, lowest[index + 1] ?? Infinity);
    highest[index] = Math.max(highest[index] ?? 0, highest[index + 1] ?? 0);
  }
  return all.filter((one) => {
    const { atS, isBelow, price } = of(one);
    if (price === null) return true;
    const since = lowerBound(openTimeS, atS);
    return isBelow ? price < (lowest[since] ?? Infinity) : price > (highest[since] ?? 0);
  });
}

/**
 * The inferred part of `map`: what is known of positions leaves each side in proportion, so that both parts together
 * are still the open interest.
 * @param openInterestBase coins of one side, the known positions among them
 */
export function withoutKnown(
  map: LiquidationMap,
  positions: readonly PublicPosition[],
  openInterestBase: number,
): LiquidationMap {
  if (positions.length === 0) return map;
  const rest = (base: Float64Array, side: PositionSide): Float64Array => {
    const share = Math.max(0, 1 - knownBase(positions, side) / openInterestBase);
    return base.map((coins) => coins * share);
  };
  return {
    ...map,
    longExposureBase: rest(map.longExposureBase, 'long'),
    shortExposureBase: rest(map.shortExposureBase, 'short'),
  };
}

/** `map` with each position in the bin of its liquidation price; what the map's price has passed is left out. */
export function withKnown(map: LiquidationMap, positions: readonly PublicPosition[]): LiquidationMap {
  if (positions.length === 0) return map;
  const columns = { long: map.longExposureBase.slice(), short: map.shortExposureBase.slice() };
  for (const position of positions) {
    if (!isAhead(position, map.price)) continue;
    const column = columns[position.side];
    const bin = binOf(position.liquidationPrice, map.logStep) - map.firstBin;
    if (bin >= 0 && bin < column.length) column[bin] = (column[bin] ?? 0) + position.sizeBase;
  }
  return { ...map, longExposureBase: columns.long, shortExposureBase: columns.short };
}

/** Whether the price can still liquidate the position. */
export const isAhead = (
  position: PublicPosition,
  price: number,
): position is PublicPosition & { readonly liquidationPrice: number } =>
  position.liquidationPrice !== null &&
  (position.side === 'long' ? position.liquidationPrice < price : position.liquidationPrice > price);

/** Coins of one side. */
const knownBase = (positions: readonly PublicPosition[], side: PositionSide): number =>
  positions.reduce((sum, position) => sum + (position.side === side ? position.sizeBase : 0), 0);
