import { expectedForcedMap } from '../../../core/engine/forecast/forced-map.ts';
import { forecastAt } from '../../../core/engine/forecast/forecaster.ts';
import { exposureIntervals } from '../../../core/engine/forecast/intervals.ts';
import { createStockAnchor, type StockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';
import { DAY_S } from '../../../core/market/time.ts';
import { truthAt } from '../../exchange/market/truth.ts';
import { calibrated, hyperliquidPositions, januaryMarket } from '../../support/january-market.ts';
import type { Truth } from '../../support/worlds.ts';
import type { Look } from './look.ts';

/** The first ten days warm up. */
const WARM_S = 10 * DAY_S;
/** Fine enough that the bin of the price does not matter. */
const TRUE_LOG_STEP = 0.0002;

/** How many public positions there are for one that is known; null: none is. */
const PUBLIC = { 'none public': null, 'one in eight public': 8, 'all public': 1 } as const;

/** One market of the simulated exchange, every day, with and without a complete feed and public positions. */
export function lookAtExchange(seed: number, see: (look: Look) => void): void {
  const january = januaryMarket(seed);
  const { coin } = january;
  const startS = january.bars.openTimeS[0] ?? 0;
  const truths = new Map<number, Truth>();
  const truthOf = (atS: number, price: number): Truth => {
    const { logStep, firstBin, longBase, shortBase } = truthAt(coin, atS, TRUE_LOG_STEP);
    const exposure = { logStep, firstBin, long: longBase, short: shortBase };
    const truth = truths.get(atS) ?? { atS, price, exposure };
    truths.set(atS, truth);
    return truth;
  };
  for (const isDeaf of [true, false]) {
    const anchors: Record<string, StockAnchor> = {};
    calibrated(
      january,
      (forecaster, atS, price) => {
        if (atS - startS < WARM_S || (atS - startS) % DAY_S !== 0) return;
        const { inventory, calibration } = forecaster.state;
        const shown = hyperliquidPositions(coin, atS);
        for (const [name, oneIn] of Object.entries(PUBLIC)) {
          const positions = oneIn === null ? [] : shown.filter((_, index) => index % oneIn === 0);
          const anchor = takeStock(anchors[name] ?? createStockAnchor(), inventory, positions, atS);
          anchors[name] = anchor;
          see({
            market: `exchange ${seed}`,
            knowledge: `${isDeaf ? 'no feed' : 'complete feed'}, ${name}`,
            truth: truthOf(atS, price),
            map: expectedForcedMap(forecastAt(forecaster, atS, { price, known: { positions, anchor } })),
            factors: (ranges) => exposureIntervals(inventory, calibration, ranges, anchor),
          });
        }
      },
      isDeaf,
    );
  }
}
