import { expectedForcedMap } from '../../core/engine/forecast/forced-map.ts';
import { type Forecaster, forecastAt } from '../../core/engine/forecast/forecaster.ts';
import { exposureIntervals, type PriceRange } from '../../core/engine/forecast/intervals.ts';
import { atRiskTo } from '../../core/engine/ladder.ts';
import { createStockAnchor, type StockAnchor, takeStock } from '../../core/engine/public/stock-anchor.ts';
import { exposureBetweenUsd } from '../exchange/market/truth.ts';
import { hyperliquidPositions, type January } from './january-market.ts';

const REACHES = [0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2];

/** How many public positions there are for one that is known; null: none is known. */
const KNOWN = { 'forced orders alone': null, 'one in eight public positions': 8, 'all public positions': 1 };

export type Knowledge = keyof typeof KNOWN;
export const KNOWLEDGE = Object.keys(KNOWN) as Knowledge[];

/** Whether the interval of the dollars from the price to each rung held the truth, by what was known. */
export type DollarCoverage = Readonly<Record<Knowledge, readonly boolean[]>>;

/** Looks at a market on whose course public positions are counted, at ascending times. */
export function createDollarWatch({ coin }: January) {
  const anchors: Partial<Record<Knowledge, StockAnchor>> = {};
  return (forecaster: Forecaster, atS: number, price: number): DollarCoverage => {
    const { inventory, calibration } = forecaster.state;
    const shown = hyperliquidPositions(coin, atS);
    const rungs = REACHES.flatMap((reach) => [price * Math.exp(-reach), price * Math.exp(reach)]);
    const ranges = rungs.map((rung): PriceRange => {
      const side = rung < price ? 'long' : 'short';
      return { side, low: Math.min(rung, price), high: Math.max(rung, price) };
    });
    const truths = ranges.map(({ side, low, high }) => exposureBetweenUsd(coin, atS, side, low, high));
    const heldWith = (name: Knowledge): readonly boolean[] => {
      const oneIn = KNOWN[name];
      const positions = oneIn === null ? [] : shown.filter((_, index) => index % oneIn === 0);
      const anchor = takeStock(anchors[name] ?? createStockAnchor(), inventory, positions, atS);
      anchors[name] = anchor;
      const map = expectedForcedMap(forecastAt(forecaster, atS, { price, known: { positions, anchor } }));
      return exposureIntervals(inventory, calibration, ranges, anchor).map(({ p10, p90 }, index) => {
        const estimate = atRiskTo(map, price, rungs[index]!).exposureUsd;
        const truth = truths[index]!;
        return truth >= estimate * p10 && truth <= estimate * p90;
      });
    };
    return Object.fromEntries(KNOWLEDGE.map((name) => [name, heldWith(name)])) as unknown as DollarCoverage;
  };
}
