import { assetText } from '../market/asset.ts';
import { InputError } from './args.ts';
import { readPosition } from '../market/position-format.ts';
import type { SavedPosition } from '../market/position.ts';
import { FaultError } from '../market/file-fault.ts';
import { crossAccountOf } from '../risk/cross-account.ts';
import { positionLiquidation } from '../risk/liquidation.ts';
import type { RiskRow } from './position-record.ts';

/** Whether a row is a position as the extension saves and exports one. */
export const isSavedRow = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'size' in row && 'entryPrice' in row;

/** The positions of such rows; those that are wrong are left out. */
export const savedPositions = (rows: readonly unknown[]): readonly SavedPosition[] =>
  rows.filter(isSavedRow).flatMap((row) => {
    try {
      return [readPosition('', row)];
    } catch (error) {
      if (error instanceof FaultError) return [];
      throw error;
    }
  });

/** Prices and positions that a row is answered among. */
export interface SavedMarket {
  /** USD, by coin in capitals; a coin that is not there stands at its entry price. */
  readonly prices: ReadonlyMap<string, number>;
  /** Those of the file, which share a cross margin where they are of one venue. */
  readonly positions: readonly SavedPosition[];
}

/**
 * Such a position by the tables that ship with the extension.
 * @throws FaultError naming the field that is missing or wrong
 */
export function liquidateSaved(path: string, row: unknown, { prices, positions }: SavedMarket): RiskRow {
  const position = readPosition(path, row);
  const markPriceOf = (one: SavedPosition): number =>
    prices.get(assetText(one).toUpperCase()) ?? one.entryPrice;
  const markPrice = markPriceOf(position);
  const { liquidationPrice, bankruptcyPrice, estimate, alternative } = positionLiquidation(position, {
    tiers: null,
    markPrice,
    ...crossAccountOf(position, positions, { markPriceOf, tiersOf: () => null }),
  });
  return {
    answer: {
      id: position.id,
      liquidationPrice,
      bankruptcyPrice,
      estimate,
      ...(alternative ? { alternative } : {}),
    },
    position,
    markPrice,
    tiers: null,
  };
}

/** Mark prices such as `BTC 90912, ETH 3105.5`. @throws InputError for another text */
export function namedPrices(text: string): ReadonlyMap<string, number> {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return new Map(
    parts.map((part): [string, number] => {
      const [, coin = '', figure = ''] = /^\s*(.*?)\s+(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
      if (coin === '' || !(Number(figure) > 0))
        throw new InputError(`--prices ${part.trim()}: expected a coin and its price, such as BTC 90912`);
      return [coin.toUpperCase(), Number(figure)];
    }),
  );
}
