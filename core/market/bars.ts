/** One candle of one venue. Prices in USD for one coin. A type and no interface, so that it is a row of columns as it stands. */
export type Candle = {
  readonly openTimeS: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volumeBase: number;
  readonly turnoverUsd: number;
  /** Coins bought by takers; null where the venue does not say. */
  readonly takerBuyBase: number | null;
};

/** Open interest of one side (longs = shorts) at one time. */
export interface OpenInterestPoint {
  readonly atS: number;
  readonly openInterestBase: number;
}

/** One bar of the aggregated market, as the engine reads it. */
export interface Bar {
  readonly openTimeS: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volumeBase: number;
  /** Open interest of one side at the bar's close, in coins; NaN = unknown, and then the last known value holds. */
  readonly openInterestBase: number;
}

/**
 * Bars in columns, ascending in time, all columns of equal length. NaN marks an unknown value in
 * `takerBuyBase` and `openInterestBase` only, and never leaves a column: at the edges it becomes null.
 */
export interface Bars {
  readonly intervalS: number;
  readonly openTimeS: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volumeBase: Float64Array;
  readonly turnoverUsd: Float64Array;
  readonly takerBuyBase: Float64Array;
  readonly openInterestBase: Float64Array;
}

/** All columns of {@link Bars}, the time of opening first. */
export const BAR_COLUMNS = [
  'openTimeS',
  'open',
  'high',
  'low',
  'close',
  'volumeBase',
  'turnoverUsd',
  'takerBuyBase',
  'openInterestBase',
] as const satisfies readonly (keyof Bars)[];

/** Seconds in the bar that the engine lives on. */
export const BAR_INTERVAL_S = 300;

/** Bars of five minutes that a full map needs: thirty days. */
export const BARS_NEEDED = 8640;

/** Empty columns for `length` bars of `intervalS` seconds. */
export function createBars(length: number, intervalS: number = BAR_INTERVAL_S): Bars {
  const column = () => new Float64Array(length);
  return {
    intervalS,
    openTimeS: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volumeBase: column(),
    turnoverUsd: column(),
    takerBuyBase: column().fill(NaN),
    openInterestBase: column().fill(NaN),
  };
}

/** The bar at `index`, copied out of its columns. */
export function barAt(bars: Bars, index: number): Bar {
  const at = (column: Float64Array): number => {
    const value = column[index];
    if (value === undefined) throw new RangeError(`bar ${index} of ${bars.openTimeS.length}`);
    return value;
  };
  return {
    openTimeS: at(bars.openTimeS),
    open: at(bars.open),
    high: at(bars.high),
    low: at(bars.low),
    close: at(bars.close),
    volumeBase: at(bars.volumeBase),
    openInterestBase: at(bars.openInterestBase),
  };
}
