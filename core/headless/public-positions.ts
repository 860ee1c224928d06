import type { PublicKnowledge } from '../engine/forecast/forecaster.ts';
import { barsUntil, type Inventory } from '../engine/index.ts';
import { survivors } from '../engine/public/public-layer.ts';
import { createStockAnchor, type StockAnchor, takeStock } from '../engine/public/stock-anchor.ts';
import { lowerBound } from '../market/lower-bound.ts';
import type { Bars } from '../market/bars.ts';
import type { PublicPosition } from '../market/public-position.ts';
import type { PositionRow } from './csv-formats.ts';
import { DAY_S } from '../market/time.ts';

/** Older snapshots say nothing about now. */
const MAX_AGE_S = DAY_S;
/** A bars file names no coin: a position is of its market if it is valued within this of the price, in log. */
const SAME_MARKET = 0.2;

/** Recorded public positions, read along with the bars. */
export interface PublicRecord {
  /** Takes in the latest snapshot at a bar's close; times ascend. */
  readonly look: (atS: number, inventory: Inventory) => void;
  /** What was known by then; undefined without a snapshot of the last day. */
  readonly at: (atS: number) => PublicKnowledge | undefined;
}

/** @param bars of the market that the positions belong to, or part of it */
export function createPublicRecord(rows: readonly PositionRow[], bars: Bars): PublicRecord {
  const timesS = [...new Set(rows.map((row) => row.snapshotAtS))].toSorted((a, b) => a - b);
  const bySnapshot = Map.groupBy(rows, (row) => row.snapshotAtS);
  let anchor: StockAnchor = createStockAnchor();
  const latest = (atS: number): readonly PublicPosition[] => {
    const snapshotS = timesS[lowerBound(timesS, atS + 1e-6) - 1];
    if (snapshotS === undefined || atS - snapshotS > MAX_AGE_S) return [];
    const known = barsUntil(bars, atS);
    const price = known.close.at(-1) ?? NaN;
    const positions = (bySnapshot.get(snapshotS) ?? [])
      .filter((row) => Math.abs(Math.log(row.positionValueUsd / row.sizeBase / price)) < SAME_MARKET)
      .map(({ side, sizeBase, entryPrice, liquidationPrice }) => ({
        atS: snapshotS,
        side,
        sizeBase,
        entryPrice,
        liquidationPrice,
      }));
    return survivors(positions, known);
  };
  return {
    look: (atS, inventory) => {
      anchor = takeStock(anchor, inventory, latest(atS), atS);
    },
    at: (atS) => {
      const positions = latest(atS);
      return positions.length === 0 ? undefined : { positions, anchor };
    },
  };
}
