import { lowerBound } from '../market/lower-bound.ts';
import { madeOnce } from '../market/made-once.ts';
import { DAY_S } from '../market/time.ts';
import type { Bars } from '../market/bars.ts';
import type { OpenInterestReport, PositioningReport } from '../market/market-report.ts';
import { type VenueSnapshot, weightedMean } from './venue-snapshot.ts';

/**
 * Funding, account ratio and taker imbalance, by venue and weighted by open interest. The imbalance is that of the last
 * day, over the volume of the venues that say who the taker was.
 */
export function reportPositioning(input: {
  readonly venues: readonly VenueSnapshot[];
  readonly openInterest: OpenInterestReport;
  readonly bars: Bars | null;
  readonly takerVolumeBase: Float64Array | null;
  readonly nowMs: number;
}): PositioningReport {
  const { venues, openInterest, bars, takerVolumeBase, nowMs } = input;
  const nowS = nowMs / 1000;
  const weightOf = (venue: string): number | null =>
    openInterest.perVenue.find((known) => known.venue === venue)?.base ?? null;
  const weighted = (value: (venue: VenueSnapshot) => number | null): number | null =>
    weightedMean(venues.map((venue) => ({ value: value(venue), weight: weightOf(venue.venue) })));
  return {
    fundingRate8h: weighted(({ ticker }) => ticker?.fundingRate8h ?? null),
    longShortAccountRatio: oddsOf(weighted(({ accountRatio }) => accountRatio?.longShare ?? null)),
    takerImbalance: bars === null ? null : takerImbalance(bars, takerVolumeBase ?? bars.volumeBase, nowS),
    nextFundingAt: nextFunding(venues, nowMs),
    perVenue: venues.map((venue) => ({
      venue: venue.venue,
      fundingRate8h: venue.ticker?.fundingRate8h ?? null,
      ...fundingTimes(venue, nowMs),
      longShortAccountRatio: oddsOf(venue.accountRatio?.longShare ?? null),
      takerImbalance: venue.bars === null ? null : takerImbalance(venue.bars, venue.bars.volumeBase, nowS),
    })),
  };
}

function fundingTimes(
  { ticker }: VenueSnapshot,
  nowMs: number,
): Pick<PositioningReport['perVenue'][number], 'nextFundingAt' | 'fundingIntervalHours'> {
  const { nextFundingAtMs = null, fundingIntervalHours } = ticker ?? {};
  return {
    ...(nextFundingAtMs !== null && nextFundingAtMs > nowMs ? { nextFundingAt: nextFundingAtMs } : {}),
    ...(fundingIntervalHours === undefined ? {} : { fundingIntervalHours }),
  };
}

/** The next settlement that a venue announces. */
function nextFunding(venues: readonly VenueSnapshot[], nowMs: number): number | null {
  const times = venues.flatMap(({ ticker }) => ticker?.nextFundingAtMs ?? []).filter((atMs) => atMs > nowMs);
  return times.length === 0 ? null : Math.min(...times);
}

/** Longs for one short; null where all accounts are on one side. */
const oddsOf = (longShare: number | null): number | null =>
  longShare === null || !(longShare > 0 && longShare < 1) ? null : longShare / (1 - longShare);

/**
 * (taker buys - taker sells) / volume over the day up to `atS`, -1 to 1; `volumeBase` is the volume that the buys are out
 * of. Null if no bar of the day knows its takers.
 */
function takerImbalance(bars: Bars, volumeBase: Float64Array, atS: number): number | null {
  const first = lowerBound(bars.openTimeS, atS - DAY_S);
  return imbalanceBetween(bars, volumeBase, first, lowerBound(bars.openTimeS, atS));
}

/** That of the bars from row `first` to `end`, the end excluded. */
const imbalanceBetween = madeOnce((bars: Bars, volumeBase: Float64Array, first: number, end: number) => {
  let buys = 0;
  let volume = 0;
  const { takerBuyBase } = bars;
  for (let index = first; index < end; index++) {
    const takerBuy = takerBuyBase[index] ?? NaN;
    if (Number.isNaN(takerBuy)) continue;
    buys += takerBuy;
    volume += volumeBase[index] ?? 0;
  }
  return volume > 0 ? Math.min(1, Math.max(-1, (2 * buys) / volume - 1)) : null;
});
