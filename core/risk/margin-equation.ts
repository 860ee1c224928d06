import type { PositionSide } from '../market/forced-order.ts';

/** `linear`: margin and profit in dollars, quantity in coins. `inverse`: margin and profit in coins, quantity in dollars of contracts. */
export type ContractType = 'linear' | 'inverse';

/**
 * One step of what a position must hold. `floor`, `cap` and `deduction` are in the settlement currency
 * (dollars for linear, coins for inverse); `rate` is a fraction of notional and includes the closing fee
 * where the venue counts it.
 */
export interface Bracket {
  readonly floor: number;
  readonly cap: number;
  readonly rate: number;
  readonly deduction: number;
}

/** The brackets with the deductions that make the requirement continuous; a first deduction that is given stays. */
export function withContinuousDeductions(brackets: readonly Bracket[]): readonly Bracket[] {
  let deduction = brackets[0]?.deduction ?? 0;
  return brackets.map((bracket, index) => {
    const below = brackets[index - 1];
    if (below) deduction += bracket.floor * (bracket.rate - below.rate);
    return { ...bracket, deduction };
  });
}

/** One side of a position; a hedged account has two of the same contract. */
export interface Leg {
  readonly side: PositionSide;
  readonly quantity: number;
  readonly entryPrice: number;
  /** Ascending and without gaps; the last holds for everything above its cap. */
  readonly brackets: readonly Bracket[];
}

/** An account as the margin engine sees it: equity(price) against requirement(price). */
export interface MarginEquation {
  readonly contract: ContractType;
  /** The position in question first, then the opposite leg of a hedge. */
  readonly legs: readonly [Leg, ...Leg[]];
  /** What backs the legs, in the settlement currency: wallet plus the profit of other positions. */
  readonly equity: number;
  /** Requirements that do not move with this price: other positions' maintenance, maintenance fixed at entry. */
  readonly heldBack: number;
  /** Price from which the account is watched: mark, else entry. */
  readonly fromPrice: number;
}

/** Where equity meets the requirement, USD. */
export interface MarginSolution {
  /** Null: no positive price makes equity meet the requirement on the losing side. */
  readonly price: number | null;
  /** Bracket of the first leg at `price`; 0 where there is no price. */
  readonly bracketIndex: number;
  /** Equity is below the requirement at `fromPrice` already. */
  readonly immediate: boolean;
}

/** 1 for a long, -1 for a short. */
export const signOf = (side: PositionSide): 1 | -1 => (side === 'long' ? 1 : -1);

/** Share of the reference price below which a computed price is rounding noise around zero, or its reciprocal is (inverse). */
const ZERO_PRICE = 1e-9;

/**
 * Price at which equity first falls to the requirement when the price moves against the net position.
 *
 * With x = price (linear) or 1/price (inverse), a leg's notional in the settlement currency is quantity * x, and
 * equity less requirement is linear in x inside every bracket. Each bracket's root counts only where it lies in
 * that bracket; where a step table jumps over the root, the bracket's edge is the price.
 */
export function solveMarginEquation(equation: MarginEquation): MarginSolution {
  const { contract, legs, fromPrice } = equation;
  const inverse = contract === 'inverse';
  const direction = inverse ? -1 : 1;
  const edges = edgesOf(legs);
  const surplusAt = (x: number, probe: number): number => {
    const { constant, slope } = coefficientsAt(equation, probe);
    return constant + slope * x;
  };

  const candidates: number[] = [];
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const low = edges[index] ?? 0;
    const high = edges[index + 1] ?? Infinity;
    const probe = high === Infinity ? low * 2 + 1 : (low + high) / 2;
    const { constant, slope } = coefficientsAt(equation, probe);
    const root = slope === 0 ? NaN : -constant / slope;
    if (root >= low && root <= high) candidates.push(root);
    if (index === 0) continue;
    const before = surplusAt(low, low - (low - (edges[index - 1] ?? 0)) / 2);
    if (before * surplusAt(low, probe) < 0) candidates.push(low);
  }

  const from = inverse ? 1 / fromPrice : fromPrice;
  const net = legs.reduce((sum, leg) => sum + signOf(leg.side) * leg.quantity, 0);
  const losing = (net === 0 ? signOf(legs[0].side) : Math.sign(net)) * direction;
  const immediate = surplusAt(from, from) < 0;
  const x = nearestRoot(candidates, from, immediate ? -losing : losing);
  const price = x === null ? null : inverse ? 1 / x : x;
  if (
    x === null ||
    price === null ||
    !Number.isFinite(price) ||
    price <= fromPrice * ZERO_PRICE ||
    price * ZERO_PRICE >= fromPrice
  ) {
    return { price: null, bracketIndex: 0, immediate };
  }
  return { price, bracketIndex: bracketIndexAt(legs[0], x), immediate };
}

/** Price at which equity is gone altogether; null where no positive price takes it. */
export function solveBankruptcy(equation: MarginEquation): number | null {
  const [first, ...rest] = equation.legs;
  const bare = (leg: Leg): Leg => ({
    ...leg,
    brackets: [{ floor: 0, cap: Infinity, rate: 0, deduction: 0 }],
  });
  return solveMarginEquation({ ...equation, heldBack: 0, legs: [bare(first), ...rest.map(bare)] }).price;
}

/** Surplus = equity - requirement = constant + slope * x, with the brackets that hold at `probe`. */
function coefficientsAt(equation: MarginEquation, probe: number): { constant: number; slope: number } {
  const direction = equation.contract === 'inverse' ? -1 : 1;
  let constant = equation.equity - equation.heldBack;
  let slope = 0;
  for (const leg of equation.legs) {
    const bracket = leg.brackets[bracketIndexAt(leg, probe)];
    if (bracket === undefined) throw new RangeError('a leg without brackets');
    const entry = equation.contract === 'inverse' ? 1 / leg.entryPrice : leg.entryPrice;
    const signed = signOf(leg.side) * direction * leg.quantity;
    constant += bracket.deduction - signed * entry;
    slope += signed - leg.quantity * bracket.rate;
  }
  return { constant, slope };
}

function bracketIndexAt(leg: Leg, x: number): number {
  const notional = leg.quantity * x;
  const last = leg.brackets.length - 1;
  const index = leg.brackets.findIndex((bracket) => notional <= bracket.cap);
  return index === -1 ? last : index;
}

/** Every x at which some leg changes its bracket, between 0 and infinity. */
function edgesOf(legs: readonly Leg[]): readonly number[] {
  const inner = legs.flatMap((leg) => leg.brackets.slice(0, -1).map((bracket) => bracket.cap / leg.quantity));
  return [0, ...inner.sort((a, b) => a - b), Infinity];
}

/** Nearest root below `from` (toward 1) or above it (toward -1); where that side has none, the nearest of all. */
function nearestRoot(roots: readonly number[], from: number, toward: number): number | null {
  const ahead = roots.filter((x) => (x - from) * toward <= 0);
  const pool = ahead.length > 0 ? ahead : roots;
  return pool.reduce<number | null>(
    (best, x) => (best === null || Math.abs(x - from) < Math.abs(best - from) ? x : best),
    null,
  );
}
