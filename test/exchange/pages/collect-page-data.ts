import { groupedBookOf } from '../market/depth.ts';
import type { Market } from '../market/market.ts';
import { venueBars } from '../market/venue-series.ts';
import { shareAt } from '../market/venue-shares.ts';
import type { PageData } from './page-data.ts';
import { coinsOn, type Site } from './sites.ts';

const CANDLES = 180;

/** How much of the order book a page shows: rows a side, and ticks in each of them. */
interface ShownBook {
  readonly rows: number;
  readonly ticks: number;
}

/** Everything that a page of `site` shows of a market; null for a market that is not listed. */
export function collectPageData(
  market: Market,
  site: Site,
  symbol: string,
  intervalS: number,
  shown: ShownBook,
): PageData | null {
  const coin = coinsOn(market, site).find((candidate) => site.symbolOf(candidate) === symbol);
  if (coin === undefined) return null;
  const { base } = coin;
  const nowS = Math.floor(market.nowMs() / 1000);
  const unit = site.venue === 'okx' ? 1 : coin.multiplier;
  const day = venueBars(market, site.venue, base, 3600, nowS - 86_400, nowS);
  const candles = venueBars(market, site.venue, base, intervalS, nowS - CANDLES * intervalS, nowS);
  const price = market.venuePrice(site.venue, base) * unit;
  const step = coin.tickSize * shown.ticks;
  const book = groupedBookOf(market, site.venue, base, { groups: shown.rows, step });
  const rows = (side: typeof book.bids) =>
    side.map((level) => [level.price * unit, level.quantityBase / unit] as const);
  return {
    symbol,
    nowMs: market.nowMs(),
    price,
    markPrice: price * 0.99996,
    digits: digitsOf(coin.tickSize * unit),
    step: step * unit,
    stepDigits: digitsOf(step * unit),
    change24h: price / (day[0]!.open * unit) - 1,
    high24h: Math.max(...day.map((bar) => bar.high)) * unit,
    low24h: Math.min(...day.map((bar) => bar.low)) * unit,
    volume24hUsd: day.reduce((sum, bar) => sum + bar.turnoverUsd, 0),
    openInterestUsd: market.openInterestBase(base) * shareAt(site.venue, nowS) * market.priceOf(base),
    fundingRate8h: market.currentBar(base).fundingRate8h,
    nextFundingMs: Math.floor(market.nowMs() / 28_800_000 + 1) * 28_800_000,
    candles: candles.map((bar) => [
      bar.openTimeS,
      bar.open * unit,
      bar.high * unit,
      bar.low * unit,
      bar.close * unit,
      bar.volumeBase / unit,
    ]),
    bids: rows(book.bids),
    asks: rows(book.asks),
  };
}

const digitsOf = (step: number): number => Math.max(0, Math.round(-Math.log10(step)));
