import type { PositionSide } from '../../../core/market/forced-order.ts';
import type { PositionBook } from './position-book.ts';
import type { Random } from './random.ts';
import { type ClassMix, DISTANCE_CLASSES } from './scenario.ts';

/** Share of positions that leave by themselves in a day at 5 % distance; nearer ones leave sooner. */
const EXITS_PER_DAY = 0.1;
const STOP_SHARE = 0.2;
const TOP_UP_SHARE = 0.2;
/** Part of the way to liquidation at which a trader adds margin. */
const TOP_UP_AT = 0.7;
/** Share of volume that opens or closes a position; the rest is market makers passing inventory on. */
const POSITION_SHARE_OF_VOLUME = 0.12;

/** A step of the market as the traders meet it. */
export interface Step {
  readonly index: number;
  readonly closeS: number;
  readonly days: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Open interest of one side that the step ends with, coins. */
  readonly targetBase: number;
  readonly turnover: number;
  readonly longMix: ClassMix;
  readonly shortMix: ClassMix;
  readonly positions: number;
  /** Step that is under way at a time. */
  readonly stepAt: (timeS: number) => number;
}

/** Traders whose position the step closed by force. */
export interface Liquidation {
  readonly step: number;
  readonly side: PositionSide;
  readonly liquidationPrice: number;
  readonly sizeBase: number;
  readonly venue: number;
}

export interface StepFlow {
  readonly volumeBase: number;
  readonly liquidations: readonly Liquidation[];
}

/**
 * One step: liquidations, stops and top-ups that the price crosses, traders who leave, then as many openings
 * on each side as make longs and shorts equal to the open interest.
 */
export function runStep(
  book: PositionBook,
  step: Step,
  venueShares: readonly number[],
  random: Random,
): StepFlow {
  const before = book.openBase[0];
  const liquidations: Liquidation[] = [];
  const closed = { long: 0, short: 0 };
  for (const side of ['long', 'short'] as const) {
    closed[side] += liquidate(book, step, side, liquidations);
    closed[side] += fireTriggers(book, step, side);
  }
  for (const row of book.takeLeaving(step.index)) {
    closed[book.side[row] === 0 ? 'long' : 'short'] += book.close(row, step.index);
  }
  const change = step.targetBase - before;
  const burst = Math.max(0, step.turnover - 1) * 0.1 * before * step.days;
  for (const side of ['long', 'short'] as const) {
    const missing = Math.max(burst, -change - closed[side]);
    if (missing > 0) closed[side] += closeSome(book, side, missing, step.index, random);
  }
  openMany(book, step, 'long', step.targetBase - book.openBase[0], step.longMix, venueShares, random);
  openMany(book, step, 'short', step.targetBase - book.openBase[1], step.shortMix, venueShares, random);
  const traded = Math.max(change + closed.long + closed.short, Math.abs(change));
  const churned = (traded - Math.abs(change)) / POSITION_SHARE_OF_VOLUME;
  const volumeBase = (Math.abs(change) + churned) * Math.exp(0.15 * random.normal());
  return { volumeBase, liquidations };
}

/** How fast a distance class turns over against one of 5 %. */
function turnoverOf(distance: number): number {
  return Math.min(6, Math.max(0.15, (0.05 / distance) ** 0.6));
}

function liquidate(book: PositionBook, step: Step, side: PositionSide, out: Liquidation[]): number {
  let closed = 0;
  const [low, high] = crossed(step, side);
  for (const row of book.takeCrossed('liquidation', side, low, high)) {
    const sizeBase = book.close(row, step.index);
    out.push({
      step: step.index,
      side,
      liquidationPrice: book.liquidationPrice[row]!,
      sizeBase,
      venue: book.venue[row]!,
    });
    closed += sizeBase;
  }
  return closed;
}

function fireTriggers(book: PositionBook, step: Step, side: PositionSide): number {
  let closed = 0;
  const [low, high] = crossed(step, side);
  for (const row of book.takeCrossed('trigger', side, low, high)) {
    if (book.isTopUp[row] === 0) {
      closed += book.close(row, step.index);
      continue;
    }
    const entryPrice = book.entryPrice[row]!;
    const liquidationPrice = book.liquidationPrice[row]! ** 2 / entryPrice;
    book.replace(row, step.index, { liquidationPrice, triggerPrice: 0 });
  }
  return closed;
}

function crossed(step: Step, side: PositionSide): readonly [number, number] {
  return side === 'long' ? [step.low, step.open * 1.002] : [step.open * 0.998, step.high];
}

/** Closes traders at random, those with short horizons first; the last one in part. */
function closeSome(
  book: PositionBook,
  side: PositionSide,
  sizeBase: number,
  step: number,
  random: Random,
): number {
  const alive = book.aliveOf(side);
  let left = sizeBase;
  while (left > 1e-9 && alive.length > 0) {
    const row = alive[Math.floor(random.uniform() * alive.length)]!;
    const distance = Math.abs(Math.log(book.liquidationPrice[row]! / book.entryPrice[row]!));
    if (random.uniform() > turnoverOf(distance)) continue;
    const size = book.sizeBase[row]!;
    if (size <= left) {
      left -= book.close(row, step);
    } else {
      book.replace(row, step, { sizeBase: size - left });
      left = 0;
    }
  }
  return sizeBase - left;
}

function openMany(
  book: PositionBook,
  step: Step,
  side: PositionSide,
  sizeBase: number,
  mix: ClassMix,
  venueShares: readonly number[],
  random: Random,
): void {
  if (sizeBase <= 1e-9) return;
  const weights = new Float64Array(step.positions);
  let total = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = random.exponential() + 0.05;
    weights[at] = weight;
    total += weight;
  }
  for (const weight of weights)
    openOne(book, step, side, (sizeBase * weight) / total, mix, venueShares, random);
}

function openOne(
  book: PositionBook,
  step: Step,
  side: PositionSide,
  sizeBase: number,
  mix: ClassMix,
  venueShares: readonly number[],
  random: Random,
): void {
  const sign = side === 'long' ? 1 : -1;
  const band = DISTANCE_CLASSES[pick(mix, random)]!;
  const isFinite = band.low < Infinity;
  const distance = isFinite ? band.low * (band.high / band.low) ** random.uniform() : Infinity;
  const within = random.uniform() < 0.5 ? step.close : step.low + random.uniform() * (step.high - step.low);
  const entryPrice = sign * Math.log(within / step.close) > 0.25 * distance ? step.close : within;
  const habit = random.uniform();
  const stops = habit < STOP_SHARE;
  const triggerShare = stops
    ? 0.3 + 0.6 * random.uniform()
    : habit < STOP_SHARE + TOP_UP_SHARE
      ? TOP_UP_AT
      : 0;
  const lifetimeDays = random.exponential() / (EXITS_PER_DAY * turnoverOf(distance));
  book.open({
    side,
    sizeBase,
    entryPrice,
    liquidationPrice: isFinite ? entryPrice * Math.exp(-sign * distance) : 0,
    triggerPrice: isFinite && triggerShare > 0 ? entryPrice * Math.exp(-sign * distance * triggerShare) : 0,
    trigger: stops ? 'stop' : 'top-up',
    openedStep: step.index,
    exitStep: Math.max(step.index + 1, step.stepAt(step.closeS + lifetimeDays * 86_400)),
    venue: pick(venueShares, random),
  });
}

function pick(shares: readonly number[], random: Random): number {
  let total = 0;
  for (const share of shares) total += share;
  let left = random.uniform() * total;
  for (let index = 0; index < shares.length - 1; index++) {
    left -= shares[index]!;
    if (left < 0) return index;
  }
  return shares.length - 1;
}
