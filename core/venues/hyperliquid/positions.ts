import type { Instrument } from '../../market/instrument.ts';
import type { PublicPosition } from '../../market/public-position.ts';
import { readAnswer } from '../shared/answer.ts';
import { expectSymbol } from '../shared/matching.ts';
import { readRows } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import * as schema from './schema.ts';

/**
 * Addresses of both sides of the latest trades, each once, in lower case.
 * @throws SchemaError
 */
export function parseTraders(json: unknown, nowMs: number, instrument: Instrument): readonly string[] {
  const users = readRows(schema.trade, json, 'recentTrades', (trade, path) => {
    expectSymbol(`${path}.coin`, trade.coin, instrument);
    pastMs(trade.time, nowMs, `${path}.time`);
    return trade.users;
  });
  return [...new Set(users.flat().map((address) => address.toLowerCase()))];
}

/**
 * The account's position in the instrument; null where it has none. A liquidation price that is absent or not positive
 * means that no price liquidates it.
 * @throws SchemaError
 */
export function parsePosition(json: unknown, nowMs: number, instrument: Instrument): PublicPosition | null {
  const { assetPositions, time } = readAnswer(schema.account, json, 'clearinghouseState');
  const atS = pastMs(time, nowMs, 'clearinghouseState.time') / 1000;
  const found = assetPositions.find(({ position }) => position.coin === instrument.id)?.position;
  if (found === undefined || found.szi === 0 || found.entryPx === null) return null;
  const { szi, entryPx, liquidationPx } = found;
  return {
    atS,
    side: szi > 0 ? 'long' : 'short',
    sizeBase: Math.abs(szi) * instrument.multiplier,
    entryPrice: entryPx / instrument.multiplier,
    liquidationPrice:
      liquidationPx === null || liquidationPx <= 0 ? null : liquidationPx / instrument.multiplier,
  };
}
