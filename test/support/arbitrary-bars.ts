import { type Arbitrary, array, double, integer, record } from 'fast-check';
import type { Bars } from '../../core/market/bars.ts';
import { type BarSketch, buildBars } from './build-bars.ts';

export const LOG_STEP = 0.001;

/** A bar by bins and shares, so that laws can scale, shift and mirror it without rounding across a bin's border. */
export interface AbstractBar {
  /** Bins from the close before to this close. */
  readonly move: number;
  /** Bins that the range reaches beyond open and close. */
  readonly above: number;
  readonly below: number;
  /** Volume as a share of open interest. */
  readonly volumeShare: number;
  /** Change of open interest as a share of itself. */
  readonly change: number;
}

export const arbitraryBar: Arbitrary<AbstractBar> = record({
  move: integer({ min: -30, max: 30 }),
  above: integer({ min: 0, max: 20 }),
  below: integer({ min: 0, max: 20 }),
  volumeShare: double({ min: 0, max: 0.5, noNaN: true }),
  change: double({ min: -0.1, max: 0.1, noNaN: true }),
});

export const arbitraryMarket = array(arbitraryBar, { minLength: 1, maxLength: 60 });

export interface MarketShape {
  /** Bin of the first price. */
  readonly firstBin?: number;
  readonly openInterestBase?: number;
  /** -1 mirrors log prices. */
  readonly sign?: 1 | -1;
}

/**
 * Where in its bin every price lies: never at an edge, and no whole number of bins from the middle of another, so that
 * rounding decides nothing.
 */
const PLACE_IN_BIN = 0.37;

/** Bars of `market`. */
export function marketBars(
  market: readonly AbstractBar[],
  { firstBin = 11_400, openInterestBase: initial = 100_000, sign = 1 }: MarketShape = {},
): Bars {
  let bin = firstBin;
  let openInterestBase = initial;
  const price = (at: number): number => Math.exp(sign * (at + PLACE_IN_BIN) * LOG_STEP);
  const sketches = market.map(({ move, above, below, volumeShare, change }): BarSketch => {
    const openBin = bin;
    bin += move;
    openInterestBase *= 1 + change;
    const top = price(Math.max(openBin, bin) + above);
    const bottom = price(Math.min(openBin, bin) - below);
    return {
      open: price(openBin),
      close: price(bin),
      high: Math.max(top, bottom),
      low: Math.min(top, bottom),
      volumeBase: volumeShare * openInterestBase,
      openInterestBase,
    };
  });
  return buildBars(sketches);
}
