import type { VenueSeries } from '../../core/engine/index.ts';
import type { Bars } from '../../core/market/bars.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import { seededRandom } from './build-bars.ts';

/** Parts of open interest and volume. */
const VENUES: readonly (readonly [VenueId, number])[] = [
  ['binance', 0.36],
  ['bybit', 0.22],
  ['okx', 0.16],
  ['bitget', 0.12],
  ['gate', 0.09],
  ['hyperliquid', 0.05],
];

/**
 * A venue's price lies off the others' by a basis that wanders up to this, and by a part of the range of the last five
 * minutes.
 */
const BASIS = 0.003;
const OWN_SHARE_OF_RANGE = 0.15;
/** One bar of so many has a wick that no other venue shows. */
const WICK_EVERY = 400;
const WICK = 0.12;
/** Volume of a bar and of an hour is its own by these factors' logarithms; open interest of a bar. */
const BAR_NOISE = 0.5;
const HOUR_NOISE = 0.25;
const OPEN_INTEREST_NOISE = 0.01;

/** One recorded market as six venues would have shown it: alike, each with its own basis, wicks, business and size. */
export const severalVenues = (bars: Bars, seed: number): readonly VenueSeries[] =>
  VENUES.map(([venue, share], index) => ({ venue, bars: oneVenue(bars, share, seed * 100 + index) }));

function oneVenue(bars: Bars, share: number, seed: number): Bars {
  const random = seededRandom(seed);
  const normal = (): number => random() + random() + random() + random() - 2;
  const ownShare = OWN_SHARE_OF_RANGE * Math.sqrt(300 / bars.intervalS);
  let basis = BASIS * normal();
  let hour = 1;
  const off = bars.close.map((close, row) => {
    basis += 0.02 * (BASIS * normal() - basis);
    const range = ((bars.high[row] ?? close) - (bars.low[row] ?? close)) / close;
    return 1 + basis + ownShare * range * normal();
  });
  const volume = bars.volumeBase.map((base, row) => {
    if (row % 12 === 0) hour = Math.exp(HOUR_NOISE * normal());
    return share * base * hour * Math.exp(BAR_NOISE * normal());
  });
  const isWick = bars.close.map(() => (random() < 1 / WICK_EVERY ? 1 : 0));
  const moved = (column: Float64Array): Float64Array => column.map((price, row) => price * (off[row] ?? 1));
  const [open, close] = [moved(bars.open), moved(bars.close)];
  return {
    ...bars,
    open,
    close,
    high: moved(bars.high).map((high, row) => Math.max(high, open[row] ?? 0, close[row] ?? 0)),
    low: moved(bars.low).map(
      (low, row) => Math.min(low, open[row] ?? low, close[row] ?? low) * (isWick[row] === 1 ? 1 - WICK : 1),
    ),
    volumeBase: volume,
    turnoverUsd: volume.map((base, row) => base * (close[row] ?? 0)),
    takerBuyBase: bars.takerBuyBase.map(() => NaN),
    openInterestBase: bars.openInterestBase.map(
      (base) => share * base * Math.exp(OPEN_INTEREST_NOISE * normal()),
    ),
  };
}
