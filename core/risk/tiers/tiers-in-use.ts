import { MAINTENANCE_SHARE } from '../../market/account.ts';
import { contractOf, type PositionOrigin, type SavedPosition } from '../../market/position.ts';
import type {
  CoinTierFacts,
  LiquidationContext,
  PositionLiquidation,
  TierFacts,
} from '../liquidation-types.ts';
import type { Bracket, ContractType } from '../margin-equation.ts';
import { offlineTiers } from './offline.ts';

type Facts = TierFacts | CoinTierFacts;

/** The table by which a position is judged. */
export interface TiersInUse {
  readonly facts: Facts;
  readonly origin: NonNullable<PositionLiquidation['tiersUsed']>;
}

/** The venue's table where it is known, else the one rate that it said with the position, else the dated table that ships with the extension. */
export function tiersInUse(position: SavedPosition, tiers: LiquidationContext['tiers']): TiersInUse {
  const offline = offlineTiers(position.venue, position.base, contractOf(position));
  const told = isOfPosition(tiers, position.origin) ? tiers : tierOf(position.origin);
  const facts = told ?? offline.facts;
  const generic = told === null ? offline.generic : isOfOtherContract(told, position);
  return { facts, origin: { source: facts.source, atMs: facts.atMs, generic } };
}

/** A table of another contract of the same coin, or of other terms than the position was opened at, is not the position's. */
const isOfPosition = (tiers: Facts | null, origin: PositionOrigin | undefined): boolean =>
  tiers !== null &&
  (origin?.kind !== 'address' || tiers.tiers.some(({ maxLeverage }) => maxLeverage === origin.maxLeverage));

const tierOf = (origin: PositionOrigin | undefined): TierFacts | null =>
  origin?.kind !== 'address'
    ? null
    : {
        basis: 'notional-usd',
        tiers: [
          {
            floor: 0,
            cap: Infinity,
            maintenanceRate: MAINTENANCE_SHARE / origin.maxLeverage,
            deductionUsd: 0,
            maxLeverage: origin.maxLeverage,
          },
        ],
        atMs: origin.atMs,
        source: 'venue',
      };

/** Whether a price by this table is no more than an estimate. */
export const isEstimatedBy = ({ source, generic }: TiersInUse['origin']): boolean =>
  generic || source === 'offline';

const isOfOtherContract = ({ basis }: Facts, position: SavedPosition): boolean =>
  (basis === 'notional-base') !== (contractOf(position) === 'inverse');

/** How much is held, at entry. */
interface Holding {
  readonly contract: ContractType;
  readonly sizeBase: number;
  readonly notionalUsd: number;
}

/** The brackets of a table for one position, and the place of the first of them in the table. */
export interface PositionBrackets {
  readonly brackets: readonly Bracket[];
  readonly offset: number;
}

/**
 * The table in the position's settlement currency.
 * @throws RangeError for a table without tiers
 */
export function bracketsOf(facts: Facts, holding: Holding): PositionBrackets {
  if (facts.tiers.length === 0) throw new RangeError('a tier table without tiers');
  if (facts.basis === 'notional-base') return { brackets: coinBrackets(facts), offset: 0 };
  return holding.contract === 'inverse'
    ? fixedBracket(facts, holding)
    : linearBrackets(facts, holding.sizeBase);
}

/** Coins of notional are what an inverse contract's notional counts in: nothing is to be converted. */
const coinBrackets = ({ tiers }: CoinTierFacts): readonly Bracket[] =>
  tiers.map(({ floor, cap, maintenanceRate: rate, deductionBase: deduction }) => ({
    floor,
    cap,
    rate,
    deduction,
  }));

/** A table by coins has one tier whatever the price. */
function linearBrackets(facts: TierFacts, sizeBase: number): PositionBrackets {
  const all = facts.tiers.map(({ floor, cap, maintenanceRate: rate, deductionUsd: deduction }) => ({
    floor,
    cap,
    rate,
    deduction,
  }));
  if (facts.basis === 'notional-usd') return { brackets: all, offset: 0 };
  const offset = tierAt(facts, sizeBase);
  return { brackets: all.slice(offset, offset + 1), offset };
}

/**
 * The one bracket of an inverse position by a table in dollars or whole positions: its dollars are fixed, so its tier
 * and the share of its deduction are too.
 */
function fixedBracket(facts: TierFacts, { notionalUsd, sizeBase }: Holding): PositionBrackets {
  const offset = tierAt(facts, facts.basis === 'notional-usd' ? notionalUsd : sizeBase);
  const tier = facts.tiers[offset];
  if (tier === undefined) throw new RangeError('a tier table without tiers');
  const rate = tier.maintenanceRate - tier.deductionUsd / notionalUsd;
  return { brackets: [{ floor: 0, cap: Infinity, rate, deduction: 0 }], offset };
}

/** Place of the tier that holds for `measure`; the last one above its cap. */
function tierAt({ tiers }: TierFacts, measure: number): number {
  const found = tiers.findIndex(({ cap }) => measure <= cap);
  return found === -1 ? tiers.length - 1 : found;
}
