import type { PositionSide } from '../../market/forced-order.ts';
import type { Bracket, ContractType, Leg, MarginEquation } from '../margin-equation.ts';

/**
 * A position as a venue's formula reads it. Amounts are in the settlement currency: dollars and coins for
 * linear contracts, coins and dollars of contracts for inverse ones.
 */
export interface FormulaInput {
  readonly contract: ContractType;
  readonly marginMode: 'isolated' | 'cross';
  readonly side: PositionSide;
  readonly quantity: number;
  readonly entryPrice: number;
  /** Isolated margin without what was added later, or the wallet of a cross account. */
  readonly margin: number;
  readonly addedMargin: number;
  /** Maintenance tiers without any fee, ascending. */
  readonly brackets: readonly Bracket[];
  readonly takerFee: number;
  /** 0: the price is not rounded. */
  readonly tickSize: number;
  /** Maintenance and profit of other contracts in the same cross account. */
  readonly othersMaintenance: number;
  readonly othersProfit: number;
  /** Opposite leg of the same contract in hedge mode. */
  readonly oppositeLeg: { readonly quantity: number; readonly entryPrice: number } | null;
  readonly fromPrice: number;
}

/** What a venue's other published formula counts maintenance at. */
export type AlternativeName = 'entry-value';

/** How one venue liquidates. */
export interface VenueFormula {
  readonly venue: string;
  /** What a trader calls it. */
  readonly name: string;
  /** The venue trades perpetuals that settle in their coin. */
  readonly hasInverse: boolean;
  /** Ordinary account's taker fee, a fraction. */
  readonly takerFee: number;
  /** No closed formula is published for this margin mode. */
  readonly isEstimate: (input: FormulaInput) => boolean;
  readonly equation: (input: FormulaInput) => MarginEquation;
  /** Rounding of the venue; absent where it shows the computed price. */
  readonly round?: (price: number, input: FormulaInput) => number;
  /** A second formula that the venue published and may still use. */
  readonly alternative?: {
    readonly name: AlternativeName;
    readonly equation: (input: FormulaInput) => MarginEquation;
  };
}

/** Maintenance counted at the price of liquidation, with `feeRate` of the notional beside it. */
export function atMarkValue(input: FormulaInput, feeRate = 0): MarginEquation {
  const brackets =
    feeRate === 0 ? input.brackets : input.brackets.map((b) => ({ ...b, rate: b.rate + feeRate }));
  const leg: Leg = { side: input.side, quantity: input.quantity, entryPrice: input.entryPrice, brackets };
  const opposite = input.oppositeLeg;
  const side = input.side === 'long' ? 'short' : 'long';
  return {
    contract: input.contract,
    legs: opposite === null ? [leg] : [leg, { ...opposite, side, brackets }],
    equity: input.margin + input.addedMargin + input.othersProfit,
    heldBack: input.othersMaintenance,
    fromPrice: input.fromPrice,
  };
}

/** Maintenance fixed at the value of the position when it was entered. */
export function atEntryValue(input: FormulaInput): MarginEquation {
  const notional = entryNotional(input);
  const tier = input.brackets.find((bracket) => notional <= bracket.cap) ?? input.brackets.at(-1);
  if (tier === undefined) throw new RangeError('no maintenance tiers');
  const maintenance = notional * tier.rate - tier.deduction;
  const free = atMarkValue({ ...input, brackets: [{ floor: 0, cap: Infinity, rate: 0, deduction: 0 }] });
  return { ...free, heldBack: free.heldBack + maintenance };
}

const entryNotional = (input: FormulaInput): number =>
  input.contract === 'inverse' ? input.quantity / input.entryPrice : input.quantity * input.entryPrice;
