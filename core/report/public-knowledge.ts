import type { PublicKnowledge } from '../engine/forecast/forecaster.ts';
import type { Inventory } from '../engine/index.ts';
import { survivors } from '../engine/public/public-layer.ts';
import { createStockAnchor, takeStock } from '../engine/public/stock-anchor.ts';
import type { Bars } from '../market/bars.ts';
import { HOUR_S } from '../market/time.ts';
import type { DatabasePort } from '../ledger/ports.ts';

/** Positions that were read longer ago are left out. */
const MOST_AGE_S = 3 * HOUR_S;

/** Whether what was read at `atS` still counts. */
export const isFresh = (atS: number, nowMs: number): boolean => nowMs / 1000 - atS < MOST_AGE_S;

/**
 * What is known of a market's public positions, and what they have said of the stock of leverage; looks at them once
 * an hour. Undefined while nothing is known.
 * @param bars of the market, up to now
 * @throws StorageError
 */
export async function publicKnowledge(
  database: DatabasePort,
  market: string,
  inventory: Inventory,
  bars: Bars,
  nowMs: number,
): Promise<PublicKnowledge | undefined> {
  const rows = await database.list('traders', [market]);
  const read = rows.flatMap(({ value: { position } }) =>
    position !== null && isFresh(position.atS, nowMs) ? [position] : [],
  );
  const before = (await database.get('anchors', [market]))?.anchor ?? createStockAnchor();
  const positions = survivors(read, bars);
  const anchor = takeStock(before, inventory, positions, Math.floor(nowMs / 1000));
  if (anchor !== before) {
    await database.commit([{ store: 'anchors', key: [market], value: { anchor } }]);
  }
  return positions.length === 0 && anchor.takenAtS === -Infinity ? undefined : { positions, anchor };
}
