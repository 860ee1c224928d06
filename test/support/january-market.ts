import { createCalibration } from '../../core/engine/forecast/calibration.ts';
import { type Forecaster, resumeForecaster, stepForecaster } from '../../core/engine/forecast/forecaster.ts';
import { createMixture } from '../../core/engine/forecast/mixture.ts';
import { createRefillMemory } from '../../core/engine/forecast/refill-memory.ts';
import { startInventory } from '../../core/engine/index.ts';
import { barAt, type Bars, createBars } from '../../core/market/bars.ts';
import type { PublicPosition } from '../../core/market/public-position.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import type { BarColumns } from '../exchange/market/bar-columns.ts';
import type { CoinMarket } from '../exchange/market/coin-market.ts';
import { Market } from '../exchange/market/market.ts';
import { venueForcedCloses } from '../exchange/market/venue-series.ts';
import { VENUE_SHARES } from '../exchange/market/venue-shares.ts';
import { BTC_ALONE } from '../exchange/scenarios/january-2026.ts';

/** Noon of 12 January 2026, and the price then. */
export const NOW_S = Date.UTC(2026, 0, 12, 12) / 1000;
export const PRICE = 90_900;

/** The closed bars that all venues together would show. */
function publicBars(columns: BarColumns, length: number, intervalS: number): Bars {
  const bars = createBars(length, intervalS);
  for (let index = 0; index < length; index++) {
    const bar = columns.at(index);
    bars.openTimeS[index] = bar.openTimeS;
    bars.open[index] = bar.open;
    bars.high[index] = bar.high;
    bars.low[index] = bar.low;
    bars.close[index] = bar.close;
    bars.volumeBase[index] = bar.volumeBase;
    bars.turnoverUsd[index] = bar.volumeBase * bar.close;
    bars.takerBuyBase[index] = bar.takerBuyBase;
    bars.openInterestBase[index] = bar.openInterestBase;
  }
  return bars;
}

/** BTC of the scenario at noon of 12 January 2026. */
export function januaryMarket(seed: number) {
  const market = new Market(BTC_ALONE, seed, () => NOW_S * 1000);
  const coin = market.coin('BTC');
  const bars = publicBars(coin.bars, coin.bars.length - 1, 300);
  return { market, coin, bars, older: publicBars(coin.hours, coin.hours.length, 3600) };
}

export type January = ReturnType<typeof januaryMarket>;

/**
 * A forecaster that has seen the bars and every forced order of Bybit.
 * @param onBar called after each bar with its close time
 * @param isDeaf has seen no forced order
 */
export function calibrated(
  { market, bars, older }: January,
  onBar: (forecaster: Forecaster, atS: number, price: number) => void = () => {},
  isDeaf = false,
): Forecaster {
  const forecaster = resumeForecaster({
    inventory: startInventory(bars, { older })!,
    calibration: createCalibration(),
    memory: createRefillMemory(),
    mixture: createMixture(),
  });
  const feeds = { isComplete: !isDeaf, share: isDeaf ? 0 : VENUE_SHARES[VENUE_IDS.indexOf('bybit')]! };
  const closes = isDeaf ? [] : venueForcedCloses(market, 'bybit', 'BTC', bars.openTimeS[0]!, NOW_S);
  let next = 0;
  for (let index = 0; index < bars.openTimeS.length; index++) {
    const bar = barAt(bars, index);
    const { openTimeS: startS, high, low, close } = bar;
    const endS = startS + 300;
    const first = next;
    while ((closes[next]?.atS ?? Infinity) < endS) next++;
    const orders = closes.slice(first, next).map(({ atS, side, firedPrice, sizeBase }) => ({
      atMs: atS * 1000,
      venue: 'bybit',
      base: 'BTC',
      side,
      orderPrice: firedPrice,
      filledPrice: firedPrice,
      quantityBase: sizeBase,
      notionalUsd: sizeBase * firedPrice,
    }));
    const evidence = { startS, endS, low, high, orders, feeds };
    stepForecaster(forecaster, bar, [{ startS, endS, high, low, close }], evidence);
    onBar(forecaster, endS, close);
  }
  return forecaster;
}

/** What Hyperliquid would show of every position that is open on it at a time. */
export function hyperliquidPositions(coin: CoinMarket, atS: number): PublicPosition[] {
  const { book } = coin;
  const venue = VENUE_IDS.indexOf('hyperliquid');
  const step = coin.stepAt(atS) - 1;
  const positions: PublicPosition[] = [];
  for (let row = 0; row < book.length; row++) {
    if (book.venue[row] !== venue || book.openedStep[row]! > step || book.closedStep[row]! <= step) continue;
    positions.push({
      atS,
      side: book.side[row] === 0 ? 'long' : 'short',
      sizeBase: book.sizeBase[row]!,
      entryPrice: book.entryPrice[row]!,
      liquidationPrice: book.liquidationPrice[row]! > 0 ? book.liquidationPrice[row]! : null,
    });
  }
  return positions;
}
