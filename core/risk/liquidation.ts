import { contractOf, notionalUsdOf, positionSizeBase, type SavedPosition } from '../market/position.ts';
import { formulaOf } from './formulas/registry.ts';
import type { VenueFormula } from './formulas/formula.ts';
import type { LiquidationContext, NoLiquidationReason, PositionLiquidation } from './liquidation-types.ts';
import { bracketsOf, isEstimatedBy, tiersInUse } from './tiers/tiers-in-use.ts';
import { besideTold } from './told-liquidation.ts';
import { venueLiquidation } from './venue-liquidation.ts';

export type { LiquidationContext, PositionLiquidation } from './liquidation-types.ts';

/** Where a position is liquidated: by its venue's formula, beside what the venue itself says of it where that was read. */
export function positionLiquidation(
  position: SavedPosition,
  context: LiquidationContext,
): PositionLiquidation {
  const own = formulaLiquidation(position, context);
  return position.origin === undefined ? own : besideTold(own, position.origin.liquidationPrice);
}

/** Liquidation price of a perpetual as its venue computes it. Pure; microseconds; never throws for what a user can enter. */
export function formulaLiquidation(
  position: SavedPosition,
  context: LiquidationContext,
): PositionLiquidation {
  const formula = formulaOf(position.venue);
  if (formula === null) return without('unknown-venue');
  const backing = backingOf(position);
  if (backing === null) return without('no-wallet-balance');
  // Of what a venue tells, profit that was taken out can leave less than nothing at the entry price.
  const isBacked = position.origin === undefined ? isPositive(backing.total) : Number.isFinite(backing.total);
  if (!isBacked || ![positionSizeBase(position), position.entryPrice].every(isPositive))
    return without('invalid-position');
  return solve(position, context, formula, backing);
}

/** What backs a position in the currency it settles in: dollars, or coins of an inverse contract. */
interface Backing {
  readonly total: number;
  /** The part of `total` that was added to an isolated margin later. */
  readonly added: number;
}

/** Isolated margin with what was added, or the cross balance; null where that is not given. */
export function backingOf(position: SavedPosition): Backing | null {
  const { margin, marginMode, entryPrice } = position;
  const isInverse = contractOf(position) === 'inverse';
  if (marginMode === 'cross') {
    const total = isInverse ? (position.walletBalanceBase ?? null) : position.walletBalanceUsd;
    return total === null ? null : { total, added: 0 };
  }
  const added = isInverse ? (position.addedMarginBase ?? 0) : position.addedMarginUsd;
  const coins = isInverse ? 1 : entryPrice;
  const own =
    margin.kind === 'leverage'
      ? (positionSizeBase(position) * coins) / margin.leverage
      : margin.kind === 'base'
        ? margin.base * coins
        : isInverse
          ? margin.usd / entryPrice
          : margin.usd;
  return { total: own + added, added };
}

function solve(
  position: SavedPosition,
  context: LiquidationContext,
  formula: VenueFormula,
  backing: Backing,
): PositionLiquidation {
  const { entryPrice, marginMode, side } = position;
  const contract = contractOf(position);
  const isInverse = contract === 'inverse';
  const { facts, origin } = tiersInUse(position, context.tiers);
  const notionalUsd = notionalUsdOf(position);
  const sizeBase = positionSizeBase(position);
  const { brackets, offset } = bracketsOf(facts, { contract, sizeBase, notionalUsd });
  const isCross = marginMode === 'cross';
  const opposite = isCross ? (context.oppositeLeg ?? null) : null;
  const fromPrice = context.markPrice ?? entryPrice;
  const answer = venueLiquidation(formula, {
    contract,
    marginMode,
    side,
    quantity: isInverse ? notionalUsd : sizeBase,
    entryPrice,
    margin: backing.total - backing.added,
    addedMargin: backing.added,
    brackets,
    takerFee: context.takerFee ?? formula.takerFee,
    tickSize: context.tickSize ?? 0,
    othersMaintenance: isCross && !isInverse ? (context.others?.maintenanceUsd ?? 0) : 0,
    othersProfit: isCross && !isInverse ? (context.others?.profitUsd ?? 0) : 0,
    oppositeLeg: opposite && {
      quantity: opposite.sizeBase * (isInverse ? opposite.entryPrice : 1),
      entryPrice: opposite.entryPrice,
    },
    fromPrice,
  });
  return {
    liquidationPrice: answer.liquidationPrice,
    reason: answer.liquidationPrice === null ? 'fully-backed' : null,
    bankruptcyPrice: answer.bankruptcyPrice,
    estimate: answer.estimate || isEstimatedBy(origin),
    bankruptcyEstimate: answer.estimate,
    immediate: answer.immediate,
    alternative: answer.alternative,
    tier: answer.bracketIndex === null ? null : (facts.tiers[answer.bracketIndex + offset] ?? null),
    tiersUsed: origin,
    marginUsd: backing.total > 0 ? backing.total * (isInverse ? fromPrice : 1) : null,
  };
}

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

const without = (reason: NoLiquidationReason): PositionLiquidation => ({
  liquidationPrice: null,
  reason,
  bankruptcyPrice: null,
  estimate: false,
  bankruptcyEstimate: false,
  immediate: false,
  alternative: null,
  tier: null,
  tiersUsed: null,
  marginUsd: null,
});
