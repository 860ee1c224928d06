import { positionSizeBase, type SavedPosition } from '../market/position.ts';
import { formulaOf } from './formulas/registry.ts';
import type { VenueFormula } from './formulas/formula.ts';
import type {
  LiquidationContext,
  NoLiquidationReason,
  PositionLiquidation,
  TierFacts,
} from './liquidation-types.ts';
import type { Bracket } from './margin-equation.ts';
import { offlineTiers } from './tiers/offline.ts';
import { venueLiquidation } from './venue-liquidation.ts';

export type {
  LiquidationContext,
  NoLiquidationReason,
  PositionLiquidation,
  TierFacts,
} from './liquidation-types.ts';

/** Liquidation price of a linear perpetual as its venue computes it. Pure; microseconds; never throws for what a user can enter. */
export function positionLiquidation(
  position: SavedPosition,
  context: LiquidationContext,
): PositionLiquidation {
  const formula = formulaOf(position.venue);
  if (formula === null) return without('unknown-venue');
  const marginUsd = marginOf(position);
  if (marginUsd === null) return without('no-wallet-balance');
  const sizeBase = positionSizeBase(position);
  if (![sizeBase, position.entryPrice, marginUsd].every(isPositive)) return without('invalid-position');
  return solve(position, context, formula, { sizeBase, marginUsd });
}

/** Dollars that back a position: isolated margin with what was added, or the cross balance; null where that is not given. */
function marginOf(position: SavedPosition): number | null {
  if (position.marginMode === 'cross') return position.walletBalanceUsd;
  const { margin } = position;
  const own =
    margin.kind === 'usd' ? margin.usd : (positionSizeBase(position) * position.entryPrice) / margin.leverage;
  return own + position.addedMarginUsd;
}

function solve(
  position: SavedPosition,
  context: LiquidationContext,
  formula: VenueFormula,
  { sizeBase, marginUsd }: { readonly sizeBase: number; readonly marginUsd: number },
): PositionLiquidation {
  const { entryPrice, marginMode, side } = position;
  const offline = offlineTiers(position.venue, position.base);
  const facts = context.tiers ?? offline.facts;
  const { brackets, offset } = bracketsOf(facts, sizeBase);
  const isCross = marginMode === 'cross';
  const addedMargin = isCross ? 0 : position.addedMarginUsd;
  const opposite = isCross ? (context.oppositeLeg ?? null) : null;
  const answer = venueLiquidation(formula, {
    contract: 'linear',
    marginMode,
    side,
    quantity: sizeBase,
    entryPrice,
    margin: marginUsd - addedMargin,
    addedMargin,
    brackets,
    takerFee: context.takerFee ?? formula.takerFee,
    tickSize: context.tickSize ?? 0,
    othersMaintenance: isCross ? (context.others?.maintenanceUsd ?? 0) : 0,
    othersProfit: isCross ? (context.others?.profitUsd ?? 0) : 0,
    oppositeLeg: opposite && { quantity: opposite.sizeBase, entryPrice: opposite.entryPrice },
    fromPrice: context.markPrice ?? entryPrice,
  });
  return {
    liquidationPrice: answer.liquidationPrice,
    reason: answer.liquidationPrice === null ? 'fully-backed' : null,
    bankruptcyPrice: answer.bankruptcyPrice,
    estimate: answer.estimate,
    immediate: answer.immediate,
    alternative: answer.alternative,
    tier: answer.bracketIndex === null ? null : (facts.tiers[answer.bracketIndex + offset] ?? null),
    tiersUsed: {
      source: facts.source,
      atMs: facts.atMs,
      generic: context.tiers === null && offline.generic,
    },
    marginUsd,
  };
}

/** Brackets of a table for a position of `sizeBase` coins. A table by coins has one tier whatever the price. */
function bracketsOf(facts: TierFacts, sizeBase: number): { brackets: readonly Bracket[]; offset: number } {
  if (facts.tiers.length === 0) throw new RangeError('a tier table without tiers');
  const all = facts.tiers.map(({ floor, cap, maintenanceRate, deductionUsd }) => ({
    floor,
    cap,
    rate: maintenanceRate,
    deduction: deductionUsd,
  }));
  if (facts.basis === 'notional-usd') return { brackets: all, offset: 0 };
  const found = all.findIndex((tier) => sizeBase <= tier.cap);
  const offset = found === -1 ? all.length - 1 : found;
  return { brackets: all.slice(offset, offset + 1), offset };
}

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

const without = (reason: NoLiquidationReason): PositionLiquidation => ({
  liquidationPrice: null,
  reason,
  bankruptcyPrice: null,
  estimate: false,
  immediate: false,
  alternative: null,
  tier: null,
  tiersUsed: null,
  marginUsd: null,
});
