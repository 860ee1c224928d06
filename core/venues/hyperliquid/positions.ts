import type { Instrument } from '../../market/instrument.ts';
import type { PublicPosition } from '../../market/public-position.ts';
import { readAnswer } from '../shared/answer.ts';
import { expectSymbol } from '../shared/matching.ts';
import * as schema from './schema.ts';

/**
 * Addresses of both sides of the latest trades, each once, in lower case.
 * @throws SchemaError
 */
export function parseTraders(json: unknown, instrument: Instrument): readonly string[] {
  const trades = readAnswer(schema.trades, json, 'recentTrades');
  trades.forEach(({ coin }, index) => expectSymbol(`recentTrades.${index}.coin`, coin, instrument));
  return [...new Set(trades.flatMap(({ users }) => users).map((address) => address.toLowerCase()))];
}

/**
 * The account's position in the instrument; null where it has none. A liquidation price that is absent or not positive
 * means that no price liquidates it.
 * @throws SchemaError
 */
export function parsePosition(json: unknown, nowMs: number, instrument: Instrument): PublicPosition | null {
  const { assetPositions } = readAnswer(schema.account, json, 'clearinghouseState');
  const found = assetPositions.find(({ position }) => position.coin === instrument.id)?.position;
  if (found === undefined || found.szi === 0 || found.entryPx === null) return null;
  const { szi, entryPx, liquidationPx } = found;
  return {
    atS: nowMs / 1000,
    side: szi > 0 ? 'long' : 'short',
    sizeBase: Math.abs(szi) * instrument.multiplier,
    entryPrice: entryPx / instrument.multiplier,
    liquidationPrice:
      liquidationPx === null || liquidationPx <= 0 ? null : liquidationPx / instrument.multiplier,
  };
}
