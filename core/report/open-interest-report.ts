import { DAY_S, HOUR_S, MINUTE_MS } from '../market/time.ts';
import type { Bars } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';
import type { OpenInterestReport } from '../market/market-report.ts';
import type { OpenInterestPast, OpenInterestPeak } from './open-interest-past.ts';
import { dailyPeaks } from './open-interest-peaks.ts';
import type { VenueSnapshot } from './venue-snapshot.ts';

/** Open interest told longer ago than this is shown as held. */
const HELD_AFTER_MS = 15 * MINUTE_MS;

type VenueOpenInterest = OpenInterestReport['perVenue'][number];

const higherOf = (a: OpenInterestPeak | null, b: OpenInterestPeak | null): OpenInterestPeak | null =>
  a === null || (b !== null && b.usd > a.usd) ? b : a;

/**
 * Open interest of all venues now against its highest value in `bars` and before them. A venue without a fresh answer is held at what it
 * last said; without any venue the bars' own last value stands.
 */
export function reportOpenInterest(input: {
  readonly venues: readonly VenueSnapshot[];
  readonly bars: Bars | null;
  readonly price: number | null;
  readonly nowMs: number;
  readonly past?: OpenInterestPast;
}): OpenInterestReport {
  const { venues, bars, price, nowMs } = input;
  const perVenue = venues.flatMap((venue) => venueOpenInterest(venue, price, nowMs) ?? []);
  const summed = perVenue.reduce((total, venue) => total + venue.base, 0);
  const base = perVenue.length > 0 ? summed : bars === null ? null : (lastKnown(bars)?.base ?? null);
  const usd = base === null || price === null ? null : base * price;
  const peak = higherOf(peakOf(bars, usd, nowMs), input.past?.peak ?? null);
  const firstBar = bars?.openInterestBase.findIndex((value) => value >= 0) ?? -1;
  const barsSinceS = bars?.openTimeS[firstBar] ?? Infinity;
  const sinceMs = Math.min(input.past?.sinceMs ?? Infinity, barsSinceS * 1000);
  const year = input.past?.year ?? null;
  return {
    base,
    usd,
    peakUsd: peak?.usd ?? null,
    peakAt: peak?.atMs ?? null,
    drawdown: usd === null || peak === null || peak.usd === 0 ? null : 1 - usd / peak.usd,
    dayChange: bars === null ? null : dayChange(bars),
    perVenue,
    ...(bars === null ? {} : dayOf(bars)),
    ...(sinceMs === Infinity ? {} : { knownSince: sinceMs }),
    ...(peak?.estimate === undefined ? {} : { peakEstimate: peak.estimate }),
    ...(year === null ? {} : { year }),
  };
}

function venueOpenInterest(
  { venue, ticker, bars }: VenueSnapshot,
  price: number | null,
  nowMs: number,
): VenueOpenInterest | null {
  const venuePrice = price ?? ticker?.markPrice ?? null;
  if (venuePrice === null) return null;
  const told =
    ticker?.openInterestBase == null
      ? bars && lastKnown(bars)
      : { base: ticker.openInterestBase, atMs: ticker.atMs };
  if (told === null) return null;
  const held = nowMs - told.atMs > HELD_AFTER_MS;
  return { venue, base: told.base, usd: told.base * venuePrice, at: told.atMs, held };
}

function lastKnown(bars: Bars): { readonly base: number; readonly atMs: number } | null {
  const index = bars.openInterestBase.findLastIndex((value) => value >= 0);
  const base = bars.openInterestBase[index];
  const openTimeS = bars.openTimeS[index];
  return base === undefined || openTimeS === undefined
    ? null
    : { base, atMs: (openTimeS + bars.intervalS) * 1000 };
}

/** Coins at the last bar that knows them by those a day before it, less 1; null where the bars do not reach so far. */
const dayChange = madeOnce((bars: Bars): number | null => {
  const last = bars.openInterestBase.findLastIndex((base) => base >= 0);
  const dayAgoS = (bars.openTimeS[last] ?? NaN) - DAY_S;
  const before = bars.openInterestBase[bars.openTimeS.indexOf(dayAgoS)] ?? NaN;
  const change = (bars.openInterestBase[last] ?? NaN) / before - 1;
  return Number.isFinite(change) ? change : null;
});

const HOURS_OF_DAY = 25;

/** Coins at each hour of the day before the last bar that knows them; nothing where less than two hours are known. */
const dayOf = madeOnce(({ openTimeS, openInterestBase }: Bars): Pick<OpenInterestReport, 'dayBase'> => {
  const lastS = openTimeS[openInterestBase.findLastIndex((base) => base >= 0)] ?? NaN;
  const dayBase = Array.from({ length: HOURS_OF_DAY }, (_, hour) => {
    const base = openInterestBase[openTimeS.lastIndexOf(lastS - DAY_S + hour * HOUR_S)] ?? NaN;
    return base >= 0 ? Number(base.toPrecision(5)) : null;
  });
  return dayBase.filter((base) => base !== null).length < 2 ? {} : { dayBase };
});

function peakOf(bars: Bars | null, usdNow: number | null, nowMs: number): OpenInterestPeak | null {
  const now = usdNow === null ? null : { usd: usdNow, atMs: nowMs };
  return (bars === null ? [] : dailyPeaks(bars)).reduce(higherOf, now);
}
