import { barsUntil, rebuildInventory, stepBars, type Inventory } from '../engine/index.ts';
import type { Bars } from '../market/bars.ts';
import type { EngineRecord } from './tables.ts';

/** Raised when the engine changes, so that stored states of the old one are made anew. */
const ENGINE_VERSION = 1;

/** Names everything but time that a stored state depends on. */
export const engineBasis = (originS: number, revisions: readonly string[]): string =>
  [ENGINE_VERSION, originS, ...revisions].join('|');

/**
 * The inventory after the bars that closed by `settledS`: the stored one stepped on where it was made of the same
 * bars, else made anew from all of them. Both ways give the same bits, so storing it only saves time. Null while
 * no open interest is known.
 */
export function settledInventory(
  bars: Bars,
  readOlder: Bars | null,
  stored: EngineRecord | null,
  basis: string,
  settledS: number,
): Inventory | null {
  const settled = barsUntil(bars, settledS);
  const last = settled.openTimeS.at(-1);
  if (last === undefined) return null;
  const kept = stored?.basis === basis && stored.lastOpenS <= last ? (stored.state as Inventory) : null;
  if (kept === null) return rebuildInventory(settled, { older: readOlder });
  stepOn(kept, settled);
  return kept;
}

/** Takes the bars after the inventory's last one into it, in place. */
export function stepOn(inventory: Inventory, bars: Bars): void {
  const next = bars.openTimeS.findIndex((timeS) => timeS > inventory.lastOpenTimeS);
  if (next >= 0) stepBars(inventory, bars, next);
}
