import type { AlternativeName } from './formulas/formula.ts';
import type { MaintenanceTier, TierTable } from '../market/tiers.ts';

/** Why there is no liquidation price. */
export type NoLiquidationReason =
  /** The margin covers any loss: the position cannot be liquidated. */
  | 'fully-backed'
  /** A cross position needs the balance that backs it. */
  | 'no-wallet-balance'
  /** No formula is known for the venue. */
  | 'unknown-venue'
  /** The venue names no price, and the formula cannot say why. */
  | 'none-named'
  /** A size, price or margin that is not a positive finite number. */
  | 'invalid-position';

/** The part of a {@link TierTable} that a formula reads; tables of venues that are not polled fit too. */
export type TierFacts = Pick<TierTable, 'basis' | 'tiers' | 'atMs' | 'source'>;

/** One step of a table of contracts that settle in their coin. All are coins of notional: dollars over the price. */
export interface CoinTier extends Pick<MaintenanceTier, 'maintenanceRate' | 'maxLeverage'> {
  readonly floor: number;
  readonly cap: number;
  /** Coins taken off the maintenance so that the table is continuous. */
  readonly deductionBase: number;
}

/** A venue's own table of contracts that settle in their coin. */
export interface CoinTierFacts extends Pick<TierTable, 'atMs' | 'source'> {
  readonly basis: 'notional-base';
  readonly tiers: readonly CoinTier[];
}

/** What the formula needs beside the position itself. Everything but `tiers` may be left out. */
export interface LiquidationContext {
  /** Of the position's own contract. Null: the dated offline table is used, and named as such in the answer. */
  readonly tiers: TierFacts | CoinTierFacts | null;
  /** Price from which the position is watched, USD; entry where unknown. */
  readonly markPrice?: number | null;
  /** Price step of the instrument, USD; only OKX and KuCoin round by it. */
  readonly tickSize?: number | null;
  /** Taker fee as a fraction; the venue's ordinary fee where unknown. */
  readonly takerFee?: number | null;
  /** Cross only: maintenance and unrealised profit of the account's other positions at mark, USD. */
  readonly others?: { readonly maintenanceUsd: number; readonly profitUsd: number } | null;
  /** Cross and hedge mode only: the opposite leg in the same contract. */
  readonly oppositeLeg?: { readonly sizeBase: number; readonly entryPrice: number } | null;
}

/** Where a position is liquidated, and what that rests on. */
export interface PositionLiquidation {
  /** Mark price at which the venue starts to close the position, USD; null with a `reason`. */
  readonly liquidationPrice: number | null;
  readonly reason: NoLiquidationReason | null;
  /** Price at which the margin is gone, USD; null where no price takes it all. */
  readonly bankruptcyPrice: number | null;
  /**
   * The price is an estimate: the venue publishes no closed formula, or its tiers are not those of today (a table that
   * ships with the extension, which the venue may have changed since, or one of a comparable contract).
   */
  readonly estimate: boolean;
  /** The bankruptcy price is one too; no tier has a part in it. */
  readonly bankruptcyEstimate: boolean;
  /** The position would be liquidated at once at the reference price. */
  readonly immediate: boolean;
  /**
   * What the venue's other published formula says, where it differs by more than 0.1 %; of a position that the venue
   * itself told of, what the formula or the venue says beside it, where they differ by more than 0.5 %.
   */
  readonly alternative: {
    readonly liquidationPrice: number | null;
    readonly name: AlternativeName | 'formula' | 'venue';
  } | null;
  /** Tier that holds at the liquidation price; null where there is no price. */
  readonly tier: MaintenanceTier | CoinTier | null;
  /** Where the tiers came from. `generic`: no table of this contract is known, that of a comparable one stands in. */
  readonly tiersUsed: {
    readonly source: TierTable['source'];
    readonly atMs: number;
    readonly generic: boolean;
  } | null;
  /** Dollars that back the position: isolated margin with what was added, or the cross balance; coins are valued at the reference price. Null where that is nothing. */
  readonly marginUsd: number | null;
}
