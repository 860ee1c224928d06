import type { PositionSide } from '../../market/forced-order.ts';
import type { PublicPosition } from '../../market/public-position.ts';
import { forEachCell } from '../class-weights.ts';
import type { Inventory } from '../inventory.ts';
import { CLASS_DISTANCES, CLASSES, classHazards, type ClassWeights, FINITE_CLASSES } from '../parameters.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

/** Looks at positions are remembered for about this long; the stock of leverage changes slowly. */
const MEMORY_S = 3 * DAY_S;
/** One look an hour says as much as many, unless it sees far more positions. */
const PERIOD_S = HOUR_S;
const FAR_MORE = 2;
/** How far public positions are believed against what the flow shares make of the stock: their traders are larger and seldom isolated. */
export const LARGEST_TRUST = 0.7;
/** Fewer effective positions say nothing of 27 classes; at thirty more half of that trust is given. */
const LEAST_POSITIONS = 20;
const HALF_TRUST_POSITIONS = 30;
/** Part of the other side in a side's shares: half of the difference between them is taken for chance. */
const OTHER_SIDE_SHARE = 0.25;
/** Classes with less of the stock are not scaled up any further. */
const LEAST_MODEL_SHARE = 0.002;

/**
 * How public positions and the inventory spread over distances from entry to liquidation: fading sums of shares by
 * class, weighted by how many positions were seen. Plain data.
 */
export interface StockAnchor {
  /** When positions were last taken in, epoch seconds. */
  readonly takenAtS: number;
  /** Positions that were seen then. */
  readonly seen: number;
  readonly long: SideStock;
  readonly short: SideStock;
}

interface SideStock {
  readonly weight: number;
  /** Weighted sum of effective positions. */
  readonly positions: number;
  /** `CLASSES` long. */
  readonly known: Float64Array;
  readonly model: Float64Array;
}

/** An anchor that has seen no positions. */
export function createStockAnchor(): StockAnchor {
  const side = (): SideStock => ({
    weight: 0,
    positions: 0,
    known: new Float64Array(CLASSES),
    model: new Float64Array(CLASSES),
  });
  return { takenAtS: -Infinity, seen: 0, long: side(), short: side() };
}

/**
 * `anchor` with a look at `positions` beside the inventory as it is now; the same within an hour of the look before
 * unless there are twice as many, so that looking again changes nothing.
 */
export function takeStock(
  anchor: StockAnchor,
  inventory: Inventory,
  positions: readonly PublicPosition[],
  atS: number,
): StockAnchor {
  const elapsedS = atS - anchor.takenAtS;
  const isNew = elapsedS >= PERIOD_S || positions.length >= FAR_MORE * anchor.seen;
  if (positions.length === 0 || !isNew) return anchor;
  const keep = Math.exp(-elapsedS / MEMORY_S);
  const look = (side: PositionSide): SideStock => {
    const before = anchor[side];
    const { shares, effective } = knownShares(positions, side);
    const model = modelShares(inventory, side);
    const faded = (sums: Float64Array, values: Float64Array): Float64Array =>
      sums.map((sum, k) => keep * sum + effective * (values[k] ?? 0));
    return {
      weight: keep * before.weight + effective,
      positions: keep * before.positions + effective * effective,
      known: faded(before.known, shares),
      model: faded(before.model, model),
    };
  };
  return { takenAtS: atS, seen: positions.length, long: look('long'), short: look('short') };
}

/** Effective positions behind what a side says of itself and of the other. */
const effectiveOf = ({ weight, positions }: SideStock): number => (weight > 0 ? positions / weight : 0);

/** How far the anchor is believed on a side, 0 to {@link LARGEST_TRUST}. */
export function anchorTrust(anchor: StockAnchor, side: PositionSide): number {
  const { own, other } = evidence(anchor, side);
  const counted = Math.max(0, own + other - LEAST_POSITIONS);
  return (LARGEST_TRUST * counted) / (counted + HALF_TRUST_POSITIONS);
}

/** Effective positions that speak of a side: its own, and in part the other side's. */
function evidence(anchor: StockAnchor, side: PositionSide): { readonly own: number; readonly other: number } {
  return {
    own: (1 - OTHER_SIDE_SHARE) * effectiveOf(anchor[side]),
    other: OTHER_SIDE_SHARE * effectiveOf(anchor[side === 'long' ? 'short' : 'long']),
  };
}

/**
 * `prior` exposure weights, bent so that the stock by distance resembles that of public positions: a geometric mean
 * of both stocks, over what the model's own stock would have been with all openings in one class. Errors of turnover
 * and holding times cancel to first order, because they stand on both sides. A side's coins still add up to its open
 * interest.
 */
export function anchoredWeights(
  anchor: StockAnchor,
  prior: ClassWeights,
  inventory: Inventory,
): ClassWeights {
  if (anchor.long.weight + anchor.short.weight === 0) return prior;
  const weightsOf = (side: PositionSide): Float64Array => {
    const trust = anchorTrust(anchor, side);
    if (trust === 0) return prior[side];
    const now = modelShares(inventory, side);
    const { weight, model } = anchor[side];
    const usual = weight > 0 ? model.map((sum) => sum / weight) : now;
    const stock = normalise(usual.map((share, k) => share * (prior[side][k] ?? 0)));
    const known = knownStock(anchor, side, stock);
    const blended = normalise(stock.map((share, k) => share ** (1 - trust) * (known[k] ?? 0) ** trust));
    const weights = blended.map((share, k) => share / Math.max(usual[k] ?? 0, LEAST_MODEL_SHARE));
    const total = weights.reduce((sum, value, k) => sum + value * (now[k] ?? 0), 0);
    return weights.map((value) => value / total);
  };
  return { long: weightsOf('long'), short: weightsOf('short') };
}

/** Shares of known positions by class that speak of `side`, with one more position spread as `stock` is. */
function knownStock(anchor: StockAnchor, side: PositionSide, stock: Float64Array): Float64Array {
  const { own, other } = evidence(anchor, side);
  const [ownShares, otherShares] = [
    smoothShares(anchor[side]),
    smoothShares(anchor[side === 'long' ? 'short' : 'long']),
  ];
  return stock.map(
    (share, k) => (own * (ownShares[k] ?? 0) + other * (otherShares[k] ?? 0) + share) / (own + other + 1),
  );
}

/** Shares of a side's public coins by class, and how many equally large positions would say as much. */
function knownShares(
  positions: readonly PublicPosition[],
  side: PositionSide,
): { readonly shares: Float64Array; readonly effective: number } {
  const coins = new Float64Array(CLASSES);
  let total = 0;
  let squares = 0;
  for (const position of positions) {
    if (position.side !== side) continue;
    const k = classOf(position);
    coins[k] = (coins[k] ?? 0) + position.sizeBase;
    total += position.sizeBase;
    squares += position.sizeBase ** 2;
  }
  if (!(total > 0)) return { shares: coins, effective: 0 };
  return { shares: coins.map((sum) => sum / total), effective: total ** 2 / squares };
}

/** Nearest class by the logarithm of the distance from entry to liquidation. */
function classOf({ entryPrice, liquidationPrice }: PublicPosition): number {
  if (liquidationPrice === null) return CLASSES - 1;
  const distance = Math.abs(Math.log(liquidationPrice / entryPrice));
  let k = 0;
  while (k < FINITE_CLASSES - 1 && distance ** 2 > (CLASS_DISTANCES[k] ?? 0) * (CLASS_DISTANCES[k + 1] ?? 0))
    k++;
  return k;
}

/** By class: what the side would hold, over its open interest, if all openings had gone to that class. */
function modelShares(inventory: Inventory, side: PositionSide): Float64Array {
  const shares = new Float64Array(CLASSES);
  const openInterestBase = inventory.openInterest.base;
  forEachCell(inventory[side], classHazards(inventory.parameters.holdingExponent), (k, _, massBase) => {
    shares[k] = (shares[k] ?? 0) + massBase / openInterestBase;
  });
  return shares;
}

/** Mean known shares, (1/4, 1/2, 1/4) over neighbouring distances. */
function smoothShares({ weight, known }: SideStock): Float64Array {
  if (weight === 0) return known;
  return known.map((own, k) => {
    if (k >= FINITE_CLASSES) return own / weight;
    const [before, after] = [known[Math.max(k - 1, 0)] ?? 0, known[Math.min(k + 1, FINITE_CLASSES - 1)] ?? 0];
    return (before + 2 * own + after) / (4 * weight);
  });
}

function normalise(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 ? values.map((value) => value / total) : values;
}
