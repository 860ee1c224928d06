import type { Bars } from '../../market/bars.ts';
import { checkOpenInterest } from './check-open-interest.ts';
import { checkPrices } from './check-prices.ts';
import { checkVolume } from './check-volume.ts';
import { type AsideSpan, type Marks, spansOf, type VenueSeries } from './venue-series.ts';

/** Venues' bars as far as they are believed, and what is not. */
export interface CheckedVenues {
  /** Without the bars whose price is not believed; open interest that is not believed is unknown. */
  readonly series: readonly VenueSeries[];
  readonly aside: readonly AsideSpan[];
}

/**
 * Compares venues with each other bar by bar, so that what one of them tells wrongly never enters the market. What is
 * believed passes through as it is, without a copy. Looks at all bars there are, so that what came in before a lie could
 * be told from the truth is taken back as soon as it can.
 */
export function checkVenues(told: readonly VenueSeries[]): CheckedVenues {
  const prices = checkPrices(told);
  const openInterest = checkOpenInterest(told, prices);
  const volumes = checkVolume(told, prices);
  const aside = told.flatMap((one, index) => [
    ...spansOf(one, 'price', prices[index] ?? null),
    ...spansOf(one, 'open-interest', openInterest[index] ?? null),
    ...spansOf(one, 'volume', marksOf(volumes[index] ?? null)),
  ]);
  const series = told.map(({ venue, bars }, index) => {
    let believed = bars;
    const factors = volumes[index] ?? null;
    if (factors !== null) believed = withVolume(believed, factors);
    const unknown = openInterest[index] ?? null;
    if (unknown !== null) believed = withoutOpenInterest(believed, unknown);
    const refused = prices[index] ?? null;
    if (refused !== null) believed = withoutRows(believed, refused);
    return { venue, bars: believed };
  });
  return { series: series.filter(({ bars }) => bars.openTimeS.length > 0), aside };
}

const marksOf = (factors: Float64Array | null): Marks =>
  factors === null ? null : Uint8Array.from(factors, (factor) => (factor === 1 ? 0 : 1));

function withVolume(bars: Bars, factors: Float64Array): Bars {
  const scaled = (column: Float64Array): Float64Array =>
    column.map((value, row) => value * (factors[row] ?? 1));
  return {
    ...bars,
    volumeBase: scaled(bars.volumeBase),
    turnoverUsd: scaled(bars.turnoverUsd),
    takerBuyBase: scaled(bars.takerBuyBase),
  };
}

const withoutOpenInterest = (bars: Bars, unknown: Uint8Array): Bars => ({
  ...bars,
  openInterestBase: bars.openInterestBase.map((value, row) => (unknown[row] === 1 ? NaN : value)),
});

function withoutRows(bars: Bars, refused: Uint8Array): Bars {
  const kept = (column: Float64Array): Float64Array => column.filter((_, row) => refused[row] !== 1);
  return {
    intervalS: bars.intervalS,
    openTimeS: kept(bars.openTimeS),
    open: kept(bars.open),
    high: kept(bars.high),
    low: kept(bars.low),
    close: kept(bars.close),
    volumeBase: kept(bars.volumeBase),
    turnoverUsd: kept(bars.turnoverUsd),
    takerBuyBase: kept(bars.takerBuyBase),
    openInterestBase: kept(bars.openInterestBase),
  };
}
