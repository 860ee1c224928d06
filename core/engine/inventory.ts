import type { Bar } from '../market/bars.ts';
import type { PositionSide } from '../market/forced-order.ts';
import { binOf } from '../market/liquidation-map.ts';
import {
  acceptOpenInterest,
  createOpenInterest,
  NOTHING_OPEN_BASE,
  type OpenInterestState,
} from './open-interest.ts';
import { createParameters, type EngineParameters } from './parameters.ts';
import { createSideBook, mirrorBin, type SideBook } from './side-book.ts';
import { createSideModel, type SideModel } from './side-model.ts';
import { type CellObserver, type SideBar, stepSide } from './side-step.ts';

/**
 * Who holds what, by entry price and distance to liquidation, after the bar that opened at `lastOpenTimeS`. Plain data
 * (structured-cloneable); stepping it bar by bar, stored and restored in between, gives the same bits as one pass.
 */
export interface Inventory {
  readonly version: 1;
  readonly parameters: EngineParameters;
  /** Open of the last bar; -Infinity before the first. */
  lastOpenTimeS: number;
  /** Close of the last bar, USD. */
  lastPrice: number;
  readonly openInterest: OpenInterestState;
  readonly long: SideBook;
  readonly short: SideBook;
  /** Sum over bars of the share of open interest that left. */
  turnover: number;
  /** Bars whose open interest disagreed with the model's own sum by more than 5 %. */
  alarms: number;
}

/**
 * Receives every cell that a bar sweeps, before it is removed: the coins that would be there if all openings of `side`
 * had gone to `distanceClass` (times a class weight gives coins exposed), and the bin of the liquidation price.
 */
export type SweepObserver = (
  side: PositionSide,
  distanceClass: number,
  liquidationBin: number,
  massBase: number,
) => void;

/**
 * An inventory of which nothing is known but its size: all of it opened at `price`.
 * @throws RangeError for a price that is not a positive number, or open interest that is negative or none
 */
export function createInventory(
  price: number,
  openInterestBase: number,
  overrides: Partial<EngineParameters> = {},
): Inventory {
  requirePositive('price', price);
  if (!(openInterestBase >= 0 && openInterestBase < Infinity))
    throw new RangeError(`open interest ${openInterestBase}`);
  const openBase = Math.max(openInterestBase, NOTHING_OPEN_BASE);
  const parameters = createParameters(overrides);
  const bin = binOf(price, parameters.logStep);
  return {
    version: 1,
    parameters,
    lastOpenTimeS: -Infinity,
    lastPrice: price,
    openInterest: createOpenInterest(openInterestBase),
    long: createSideBook(createSideModel(parameters, 'long'), bin, openBase),
    short: createSideBook(createSideModel(parameters, 'short'), mirrorBin(bin), openBase),
    turnover: 0,
    alarms: 0,
  };
}

/** Models of both sides, made once for many bars. */
export interface SideModels {
  readonly long: SideModel;
  readonly short: SideModel;
}

/** They differ in `flowShares` alone. */
export const createSideModels = (parameters: EngineParameters): SideModels => ({
  long: createSideModel(parameters, 'long'),
  short: createSideModel(parameters, 'short'),
});

const ALARM_LOG_FACTOR = 0.05;

/**
 * Takes one more bar into `inventory`, in place.
 * @throws RangeError for a bar that is not after the last one or whose prices or volume are not usable numbers
 */
export function stepWith(
  models: SideModels,
  inventory: Inventory,
  bar: Bar,
  observer: SweepObserver | undefined,
): void {
  if (!(bar.openTimeS > inventory.lastOpenTimeS)) {
    throw new RangeError(`bar ${bar.openTimeS} is not after ${inventory.lastOpenTimeS}`);
  }
  requirePositive('low', bar.low);
  requirePositive('high', bar.high);
  requirePositive('close', bar.close);
  if (!(bar.volumeBase >= 0 && bar.volumeBase < Infinity)) throw new RangeError(`volume ${bar.volumeBase}`);

  const change = acceptOpenInterest(inventory.openInterest, bar.openInterestBase);
  const turned =
    (inventory.parameters.lastingVolumeShare * Math.max(bar.volumeBase - Math.abs(change), 0)) / 2;
  const flows = {
    openedBase: Math.max(change, 0) + turned,
    closedBase: Math.max(-change, 0) + turned,
    openInterestBase: Math.max(inventory.openInterest.base, NOTHING_OPEN_BASE),
  };
  const view = longView(bar, inventory.parameters.logStep);
  const long = stepSide(inventory.long, models.long, view, flows, observe(observer, 'long'));
  const short = stepSide(inventory.short, models.short, mirror(view), flows, observe(observer, 'short'));

  inventory.lastOpenTimeS = bar.openTimeS;
  inventory.lastPrice = bar.close;
  inventory.turnover += (long.leftBase + short.leftBase) / (2 * flows.openInterestBase);
  if (Math.max(Math.abs(long.logFactor), Math.abs(short.logFactor)) > ALARM_LOG_FACTOR) inventory.alarms++;
}

function longView(bar: Bar, logStep: number): SideBar {
  return {
    worstBin: binOf(bar.low, logStep),
    bestBin: binOf(bar.high, logStep),
    closeBin: binOf(bar.close, logStep),
    logClose: Math.log(bar.close),
  };
}

const mirror = (view: SideBar): SideBar => ({
  worstBin: mirrorBin(view.bestBin),
  bestBin: mirrorBin(view.worstBin),
  closeBin: mirrorBin(view.closeBin),
  logClose: -view.logClose,
});

function observe(observer: SweepObserver | undefined, side: PositionSide): CellObserver | undefined {
  if (observer === undefined) return undefined;
  if (side === 'long') return (distanceClass, bin, massBase) => observer(side, distanceClass, bin, massBase);
  return (distanceClass, bin, massBase) => observer(side, distanceClass, mirrorBin(bin), massBase);
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} ${value} is not a positive number`);
}

/** Share of the initial positions that observed flow has replaced, 0 to 1; under 0.8 the map is warming up. */
export const memoryOf = (inventory: Inventory): number => 1 - Math.exp(-inventory.turnover);
