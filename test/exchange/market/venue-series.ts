import { VENUE_IDS, type VenueId } from '../../../core/market/venue-id.ts';
import type { MarketBar } from './bar-columns.ts';
import type { CoinMarket, ForcedClose } from './coin-market.ts';
import type { Market } from './market.ts';
import { basisAt, shareAt, VENUE_SHARES } from './venue-shares.ts';

/** A bar as one venue shows it. */
export interface VenueBar extends MarketBar {
  readonly turnoverUsd: number;
  readonly trades: number;
}

/**
 * Bars of a venue that open from `fromS` until `untilS`, both included, ascending; the one under way is the last.
 * `intervalS` is a multiple of five minutes; bars are aligned to it in UTC, or
 * `offsetS` later. Under an hour they reach back 30 days.
 */
export function venueBars(
  market: Market,
  venue: VenueId,
  base: string,
  intervalS: number,
  fromS: number,
  untilS: number,
  offsetS = 0,
): readonly VenueBar[] {
  const coin = market.coin(base);
  const oldestS = intervalS < 3600 ? coin.windowStartS : coin.hours.at(0).openTimeS;
  const first =
    Math.ceil((Math.max(fromS, oldestS, coin.listedS) - offsetS) / intervalS) * intervalS + offsetS;
  const current = market.currentBar(base);
  const bars: VenueBar[] = [];
  for (let openS = first; openS <= Math.min(untilS, market.lastOpenS(intervalS)); openS += intervalS) {
    const merged = mergeRange(coin, current, openS, openS + intervalS);
    if (merged !== null) bars.push(asVenueBar(venue, merged));
  }
  return bars;
}

/** Forced orders of a venue in a stretch of time, ascending. */
export function venueForcedCloses(
  market: Market,
  venue: VenueId,
  base: string,
  afterS: number,
  untilS: number,
): readonly ForcedClose[] {
  // A venue without traders of its own tells those of the smallest that has some.
  const code = Math.min(VENUE_IDS.indexOf(venue), VENUE_SHARES.length - 1);
  const { forcedCloses } = market.coin(base);
  const found: ForcedClose[] = [];
  for (let index = forcedCloses.length - 1; index >= 0; index--) {
    const close = forcedCloses[index]!;
    if (close.atS < afterS - 3600) break;
    if (close.venue === code && close.atS > afterS && close.atS <= untilS) found.push(close);
  }
  return found.sort((left, right) => left.atS - right.atS);
}

function mergeRange(coin: CoinMarket, current: MarketBar, fromS: number, untilS: number): MarketBar | null {
  let merged: MarketBar | null = null;
  for (let step = coin.stepAt(fromS); step < coin.stepAt(untilS - 1) + 1; step++) {
    const bar = barOfStep(coin, step);
    if (bar === null || bar.openTimeS > current.openTimeS) break;
    if (bar.openTimeS < fromS) continue;
    merged = merge(merged, bar.openTimeS === current.openTimeS ? current : bar);
  }
  return merged === null ? null : { ...merged, openTimeS: fromS };
}

function barOfStep(coin: CoinMarket, step: number): MarketBar | null {
  if (step < coin.hours.length) return coin.hours.at(step);
  const index = step - coin.hours.length;
  return index < coin.bars.length ? coin.bars.at(index) : null;
}

function merge(earlier: MarketBar | null, later: MarketBar): MarketBar {
  if (earlier === null) return later;
  return {
    ...later,
    openTimeS: earlier.openTimeS,
    open: earlier.open,
    high: Math.max(earlier.high, later.high),
    low: Math.min(earlier.low, later.low),
    volumeBase: earlier.volumeBase + later.volumeBase,
    takerBuyBase: earlier.takerBuyBase + later.takerBuyBase,
  };
}

function asVenueBar(venue: VenueId, bar: MarketBar): VenueBar {
  const basis = basisAt(venue, bar.openTimeS);
  const share = shareAt(venue, bar.openTimeS);
  const volumeBase = bar.volumeBase * share;
  const typical = ((bar.high + bar.low + bar.close) / 3) * basis;
  return {
    ...bar,
    open: bar.open * basis,
    high: bar.high * basis,
    low: bar.low * basis,
    close: bar.close * basis,
    volumeBase,
    takerBuyBase: bar.takerBuyBase * share,
    openInterestBase: bar.openInterestBase * share,
    turnoverUsd: volumeBase * typical,
    trades: Math.round((volumeBase * typical) / 4_000) + 1,
  };
}
