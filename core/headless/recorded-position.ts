import { readTargets } from '../market/position-format.ts';
import type { SavedPosition } from '../market/position.ts';
import type { FormulaInput } from '../risk/formulas/formula.ts';
import type { LiquidationContext } from '../risk/liquidation-types.ts';
import type { RecordFields } from './record-fields.ts';

const USUAL_HORIZON_HOURS = 24;

/** A recorded position as the extension keeps one, with the stop and the targets that the record names. */
export function positionOfRecord(
  fields: RecordFields,
  input: FormulaInput,
  { id, venue }: Pick<SavedPosition, 'id' | 'venue'>,
): SavedPosition {
  const inputs = fields.object('inputs');
  const isInverse = input.contract === 'inverse';
  const isCross = input.marginMode === 'cross';
  const [symbol, base] = [inputs.value('symbol'), inputs.value('base')];
  return {
    id,
    venue,
    base: typeof symbol === 'string' ? baseOfSymbol(symbol) : typeof base === 'string' ? base : id,
    ...(isInverse ? { contract: 'inverse' as const } : {}),
    side: input.side,
    entryPrice: input.entryPrice,
    size: { unit: isInverse ? 'usd' : 'base', value: input.quantity },
    margin: isInverse ? { kind: 'base', base: input.margin } : { kind: 'usd', usd: input.margin },
    marginMode: input.marginMode,
    walletBalanceUsd: isCross && !isInverse ? input.margin : null,
    addedMarginUsd: isInverse ? 0 : input.addedMargin,
    ...(isInverse
      ? { walletBalanceBase: isCross ? input.margin : null, addedMarginBase: input.addedMargin }
      : {}),
    stopPrice: inputs.positive(['stopPrice', 'stop']),
    ...readTargets('targets', inputs.value('targets')),
    horizonHours: inputs.positive(['horizonHours']) ?? USUAL_HORIZON_HOURS,
  };
}

/** The record's own maintenance as a table. */
export function tiersOfRecord({ contract, brackets }: FormulaInput): LiquidationContext['tiers'] {
  const told = { atMs: 0, source: 'venue' } as const;
  const steps = brackets.map(({ floor, cap, rate }) => ({
    floor,
    cap,
    maintenanceRate: rate,
    maxLeverage: rate > 0 ? 0.5 / rate : Infinity,
  }));
  return contract === 'inverse'
    ? {
        ...told,
        basis: 'notional-base',
        tiers: steps.map((step, at) => ({ ...step, deductionBase: brackets[at]?.deduction ?? 0 })),
      }
    : {
        ...told,
        basis: 'notional-usd',
        tiers: steps.map((step, at) => ({ ...step, deductionUsd: brackets[at]?.deduction ?? 0 })),
      };
}

/** `BTC` of `binance:BTCUSDT`, `BTC-USDT-SWAP`, `XBTUSD`. */
export const baseOfSymbol = (symbol: string): string =>
  symbol
    .replace(/^[a-z]+:/, '')
    .replace(/[-_/]?USD[TC]?.*$/, '')
    .replace(/^XBT$/, 'BTC');
