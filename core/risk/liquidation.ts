import { contractOf, notionalUsdOf, positionSizeBase, type SavedPosition } from '../market/position.ts';
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

export type { LiquidationContext, PositionLiquidation, TierFacts } from './liquidation-types.ts';

/** Liquidation price of a perpetual as its venue computes it. Pure; microseconds; never throws for what a user can enter. */
export function positionLiquidation(
  position: SavedPosition,
  context: LiquidationContext,
): PositionLiquidation {
  const formula = formulaOf(position.venue);
  if (formula === null) return without('unknown-venue');
  const backing = backingOf(position);
  if (backing === null) return without('no-wallet-balance');
  if (![positionSizeBase(position), position.entryPrice, backing.total].every(isPositive))
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
  const quantity = isInverse ? notionalUsdOf(position) : positionSizeBase(position);
  const offline = offlineTiers(position.venue, position.base);
  const facts = context.tiers ?? offline.facts;
  const { brackets, offset } = isInverse ? inverseBrackets(facts, position) : linearBrackets(facts, quantity);
  const isCross = marginMode === 'cross';
  const opposite = isCross ? (context.oppositeLeg ?? null) : null;
  const fromPrice = context.markPrice ?? entryPrice;
  const answer = venueLiquidation(formula, {
    contract,
    marginMode,
    side,
    quantity,
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
    estimate: answer.estimate,
    immediate: answer.immediate,
    alternative: answer.alternative,
    tier: answer.bracketIndex === null ? null : (facts.tiers[answer.bracketIndex + offset] ?? null),
    tiersUsed: {
      source: facts.source,
      atMs: facts.atMs,
      generic: isInverse || (context.tiers === null && offline.generic),
    },
    marginUsd: isInverse ? backing.total * fromPrice : backing.total,
  };
}

/** Brackets of a table for a position of `sizeBase` coins. A table by coins has one tier whatever the price. */
function linearBrackets(
  facts: TierFacts,
  sizeBase: number,
): { brackets: readonly Bracket[]; offset: number } {
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

/**
 * The one bracket of an inverse position: its dollars are fixed, so its tier and the share of its deduction are too.
 * The table is that of the coin's linear contract, which stands in.
 */
function inverseBrackets(
  facts: TierFacts,
  position: SavedPosition,
): { brackets: readonly Bracket[]; offset: number } {
  const notionalUsd = notionalUsdOf(position);
  const measure = facts.basis === 'notional-usd' ? notionalUsd : positionSizeBase(position);
  const found = facts.tiers.findIndex(({ cap }) => measure <= cap);
  const offset = found === -1 ? facts.tiers.length - 1 : found;
  const tier = facts.tiers[offset];
  if (tier === undefined) throw new RangeError('a tier table without tiers');
  const rate = tier.maintenanceRate - tier.deductionUsd / notionalUsd;
  return { brackets: [{ floor: 0, cap: Infinity, rate, deduction: 0 }], offset };
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
