import { PRICE_TOLERANCE } from '../market/agreement.ts';
import { median, selectMiddle } from '../market/quantile.ts';
import { BAR_COLUMNS, type Bars, createBars } from '../market/bars.ts';
import { lowerBound } from '../market/lower-bound.ts';
import { isSameView } from '../market/same-view.ts';
import type { VenueSeries } from './agreement/venue-series.ts';
import { readOpenInterest } from './venue-open-interest.ts';

/** The coin's market over its venues. */
export interface AggregatedBars {
  readonly bars: Bars;
  /** Coins traded at the venues that say who the taker was; `bars.takerBuyBase` is out of these. */
  readonly takerVolumeBase: Float64Array;
}

/**
 * Adds venues bar by bar, for bars whose open lies in `range` (both ends included, epoch seconds). Prices are the
 * median over the venues that report the bar, which stands in for the mark price: a wick at one venue liquidates nobody
 * elsewhere, and one of two venues is believed as far as the other confirms it. Volumes are sums of what is reported. Open
 * interest is a sum over all venues that ever report it, each held at its last value (before its first, at its first), so
 * that a venue that comes or goes is not taken for trading. A bar that no venue reports is left out.
 * @param known made before, of the same range's beginning: what the venues tell as they did then is taken from it
 * @throws RangeError if the venues' intervals differ
 */
export function aggregateVenues(
  series: readonly VenueSeries[],
  range: { readonly fromS: number; readonly untilS: number },
  known: KnownAggregate | null = null,
): AggregatedBars {
  const intervalS = series[0]?.bars.intervalS ?? 300;
  for (const { venue, bars } of series) {
    if (bars.intervalS !== intervalS) throw new RangeError(`${venue}: bars of ${bars.intervalS} s`);
  }
  const same = known === null ? 0 : sameRows(known, series, range.untilS);
  const times = openTimesOf(series, {
    ...range,
    fromS: same === 0 ? range.fromS : (known?.aggregated.bars.openTimeS[same - 1] ?? 0) + intervalS,
  });
  const bars = createBars(same + times.length, intervalS);
  const takerVolumeBase = new Float64Array(same + times.length);
  if (known !== null && same > 0) {
    for (const name of BAR_COLUMNS) bars[name].set(known.aggregated.bars[name].subarray(0, same));
    takerVolumeBase.set(known.aggregated.takerVolumeBase.subarray(0, same));
  }
  bars.openTimeS.set(times, same);
  const readers = series.map((one) => readerOf(one.bars));

  times.forEach((timeS, row) => {
    const index = same + row;
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

/** What was added before, and of what. */
export interface KnownAggregate {
  readonly series: readonly VenueSeries[];
  readonly aggregated: AggregatedBars;
}

/** Rows of `known` that the venues' bars, compared one by one, still give. */
function sameRows(known: KnownAggregate, series: readonly VenueSeries[], untilS: number): number {
  if (known.series.length !== series.length) return 0;
  let sameUntilS = untilS + 1;
  for (const [place, { venue, bars }] of series.entries()) {
    const before = known.series[place];
    if (before?.venue !== venue) return 0;
    const row = firstDifference(before.bars, bars);
    if (row === null) continue;
    // Before its first value a venue's open interest is taken to have been that.
    if (!Object.is(firstOpenInterest(before.bars), firstOpenInterest(bars))) return 0;
    sameUntilS = Math.min(
      sameUntilS,
      bars.openTimeS[row] ?? Infinity,
      before.bars.openTimeS[row] ?? Infinity,
    );
  }
  const times = known.aggregated.bars.openTimeS;
  let rows = times.length;
  while (rows > 0 && (times[rows - 1] ?? 0) >= sameUntilS) rows--;
  return rows;
}

const firstOpenInterest = ({ openInterestBase }: Bars): number | undefined =>
  openInterestBase.find((base) => base >= 0 && base < Infinity);

/** The first row in which two venues' bars differ; null where they are the same. */
function firstDifference(a: Bars, b: Bars): number | null {
  if (a === b) return null;
  const length = Math.min(a.openTimeS.length, b.openTimeS.length);
  let first = Math.max(a.openTimeS.length, b.openTimeS.length) === length ? Infinity : length;
  for (const name of BAR_COLUMNS) {
    first = differingRow(a[name], b[name], Math.min(length, first)) ?? first;
  }
  return first === Infinity ? null : first;
}

/** The first of `rows` rows in which two columns differ; null where none does. */
function differingRow(a: Float64Array, b: Float64Array, rows: number): number | null {
  if (isSameView(a, b)) return null;
  for (let row = 0; row < rows; row++) {
    if (a[row] !== b[row] && !(Number.isNaN(a[row]) && Number.isNaN(b[row]))) return row;
  }
  return null;
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
    const { openTimeS } = bars;
    const inRange = openTimeS.subarray(lowerBound(openTimeS, fromS), lowerBound(openTimeS, untilS + 1));
    for (const timeS of inRange) times.add(timeS);
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
  const openInterest = readOpenInterest(bars.openInterestBase);
  let next = -1;
  return {
    bars,
    seek: (timeS) => {
      if (next < 0) next = lowerBound(bars.openTimeS, timeS);
      while (next < bars.openTimeS.length && (bars.openTimeS[next] ?? 0) <= timeS) next++;
      const row = next - 1;
      const isPresent = row >= 0 && bars.openTimeS[row] === timeS;
      return {
        row: isPresent ? row : null,
        openInterestBase: row >= 0 ? openInterest.at(row) : openInterest.firstBase,
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
  const [lower, upper] = selectMiddle(new Float64Array(extremes));
  return upper > lower * (1 + PRICE_TOLERANCE) ? nearer(lower, upper) : (lower + upper) / 2;
}
