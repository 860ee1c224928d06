import { median, PRICE_TOLERANCE } from '../market/agreement.ts';
import { type Bars, createBars } from '../market/bars.ts';
import type { VenueSeries } from './agreement/venue-series.ts';
import { holdOpenInterest } from './venue-open-interest.ts';

/** The coin's market over its venues. */
export interface AggregatedBars {
  readonly bars: Bars;
  /** Coins traded at the venues that say who the taker was; `bars.takerBuyBase` is out of these. */
  readonly takerVolumeBase: Float64Array;
}

/**
 * Adds venues bar by bar, for bars whose open lies in `range` (both ends included, epoch seconds). Prices are the
 * median over the venues that report the bar, which stands in for the mark price: a wick at one venue liquidates nobody
 * elsewhere, and one of two venues is believed as far as the other confirms it. Volumes are sums of what is reported. Open interest is a sum over all venues that ever report it, each
 * held at its last value (before its first, at its first), so that a venue that comes or goes is not taken for trading.
 * A bar that no venue reports is left out.
 * @throws RangeError if the venues' intervals differ
 */
export function aggregateVenues(
  series: readonly VenueSeries[],
  range: { readonly fromS: number; readonly untilS: number },
): AggregatedBars {
  const intervalS = series[0]?.bars.intervalS ?? 300;
  for (const { venue, bars } of series) {
    if (bars.intervalS !== intervalS) throw new RangeError(`${venue}: bars of ${bars.intervalS} s`);
  }
  const times = openTimesOf(series, range);
  const bars = createBars(times.length, intervalS);
  bars.openTimeS.set(times);
  const takerVolumeBase = new Float64Array(times.length);
  const readers = series.map((one) => readerOf(one.bars));

  times.forEach((timeS, index) => {
    const present: PresentBar[] = [];
    let openInterestBase = 0;
    let isKnown = false;
    for (const reader of readers) {
      const at = reader.seek(timeS);
      if (at.row !== null) present.push({ bars: reader.bars, row: at.row });
      if (Number.isNaN(at.openInterestBase)) continue;
      openInterestBase += at.openInterestBase;
      isKnown = true;
    }
    writePrices(bars, index, present);
    writeVolumes(bars, takerVolumeBase, index, present);
    bars.openInterestBase[index] = isKnown ? openInterestBase : NaN;
  });
  return { bars, takerVolumeBase };
}

interface PresentBar {
  readonly bars: Bars;
  readonly row: number;
}

function openTimesOf(
  series: readonly VenueSeries[],
  { fromS, untilS }: { readonly fromS: number; readonly untilS: number },
): Float64Array {
  const times = new Set<number>();
  for (const { bars } of series) {
    for (const timeS of bars.openTimeS) if (timeS >= fromS && timeS <= untilS) times.add(timeS);
  }
  return Float64Array.from(times).sort();
}

interface VenueReader {
  readonly bars: Bars;
  /** The venue at `timeS`; times must not descend from call to call. */
  readonly seek: (timeS: number) => {
    /** Null where the venue does not report the bar. */
    readonly row: number | null;
    /** NaN for a venue that never reports open interest. */
    readonly openInterestBase: number;
  };
}

function readerOf(bars: Bars): VenueReader {
  const { valuesBase, firstBase } = holdOpenInterest(bars.openInterestBase);
  let next = 0;
  return {
    bars,
    seek: (timeS) => {
      while (next < bars.openTimeS.length && (bars.openTimeS[next] ?? 0) <= timeS) next++;
      const row = next - 1;
      const isPresent = row >= 0 && bars.openTimeS[row] === timeS;
      return {
        row: isPresent ? row : null,
        openInterestBase: row >= 0 ? (valuesBase[row] ?? NaN) : firstBase,
      };
    },
  };
}

function writePrices(into: Bars, index: number, present: readonly PresentBar[]): void {
  const all = (column: 'open' | 'high' | 'low' | 'close'): readonly number[] =>
    present.map(({ bars, row }) => bars[column][row] ?? NaN);
  into.open[index] = median(all('open'));
  into.high[index] = confirmed(all('high'), Math.min);
  into.low[index] = confirmed(all('low'), Math.max);
  into.close[index] = median(all('close'));
}

function writeVolumes(
  into: Bars,
  takerVolumeBase: Float64Array,
  index: number,
  present: readonly PresentBar[],
): void {
  let volumeBase = 0;
  let turnoverUsd = 0;
  let takerBuyBase = 0;
  let takerVolume = 0;
  let isTakerKnown = false;
  for (const { bars, row } of present) {
    volumeBase += bars.volumeBase[row] ?? 0;
    turnoverUsd += bars.turnoverUsd[row] ?? 0;
    const takerBuy = bars.takerBuyBase[row] ?? NaN;
    if (Number.isNaN(takerBuy)) continue;
    isTakerKnown = true;
    takerBuyBase += takerBuy;
    takerVolume += bars.volumeBase[row] ?? 0;
  }
  into.volumeBase[index] = volumeBase;
  into.turnoverUsd[index] = turnoverUsd;
  into.takerBuyBase[index] = isTakerKnown ? takerBuyBase : NaN;
  takerVolumeBase[index] = takerVolume;
}

/** The median of extremes; of a middle two that contradict each other the `nearer` to the rest of the bar. */
function confirmed(extremes: readonly number[], nearer: (a: number, b: number) => number): number {
  const half = extremes.length >> 1;
  if (extremes.length % 2 === 1) return median(extremes);
  const sorted = extremes.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[half - 1] ?? NaN, sorted[half] ?? NaN];
  return upper > lower * (1 + PRICE_TOLERANCE) ? nearer(lower, upper) : (lower + upper) / 2;
}
