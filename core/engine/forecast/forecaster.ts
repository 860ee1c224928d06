import type { Bar } from '../../market/bars.ts';
import { binOf, type LiquidationMap } from '../../market/liquidation-map.ts';
import type { PublicPosition } from '../../market/public-position.ts';
import { HOUR_S } from '../../market/time.ts';
import { liquidationMap } from '../exposure-map.ts';
import {
  createInventory,
  createSideModels,
  type Inventory,
  type SideModels,
  stepWith,
} from '../inventory.ts';
import type { EngineParameters } from '../parameters.ts';
import { withoutKnown } from '../public/public-layer.ts';
import type { StockAnchor } from '../public/stock-anchor.ts';
import type { Region } from '../skill/region.ts';
import { calibrateBar, type CalibrationBar } from './calibrate-bar.ts';
import { createCalibration, type Calibration } from './calibration.ts';
import { forcedWeights, marketWeights } from './calibrated-weights.ts';
import { createSweptCells, type SweptCells } from './swept-cells.ts';
import { amountLevel } from './amount-level.ts';
import type { FrozenForecast } from './frozen-forecast.ts';
import { DISTANCE_LAW, distanceDensity, membersAt } from './members.ts';
import { mixForecast } from './mix-forecast.ts';
import { createMixture, learnFromOutcome, type Mixture, mixtureWeights } from './mixture.ts';
import { placesOf } from './places.ts';
import { createRefillMemory, type RefillMemory, stepRefillMemory, type Stretch } from './refill-memory.ts';
import { type BySide, NEAR_DISTANCE } from './relative-lattice.ts';
import { recentRange } from './vigour.ts';

/** Horizon at which the mixture learns, and whose skill the panel shows. */
export const LEARNING_HORIZON_S = HOUR_S;

const BY_DISTANCE = distanceDensity(DISTANCE_LAW);
/** The one member of a forecast that goes by distance alone. */
const DISTANCE_ALONE = { distance: { long: BY_DISTANCE, short: BY_DISTANCE } };

/** Everything that a forecast of one market remembers. Structured-cloneable. */
export interface ForecasterState {
  readonly inventory: Inventory;
  readonly calibration: Calibration;
  readonly memory: RefillMemory;
  readonly mixture: Mixture;
}

/** A forecaster at work: its state, and what is derived from it once for many bars. */
export interface Forecaster {
  readonly state: ForecasterState;
  readonly models: SideModels;
  readonly swept: SweptCells;
}

/** A forecaster that knows the size of open interest and nothing else. @see createInventory for the errors */
export function createForecaster(
  price: number,
  openInterestBase: number,
  parameters: Partial<EngineParameters> = {},
): Forecaster {
  return resumeForecaster({
    inventory: createInventory(price, openInterestBase, parameters),
    calibration: createCalibration(),
    memory: createRefillMemory(),
    mixture: createMixture(),
  });
}

/** Goes on from a stored state. */
export function resumeForecaster(state: ForecasterState): Forecaster {
  return { state, models: createSideModels(state.inventory.parameters), swept: createSweptCells() };
}

/** Takes one closed bar, its path and its forced orders, in place. */
export function stepForecaster(
  { state, models, swept }: Forecaster,
  bar: Bar,
  path: readonly Stretch[],
  evidence: CalibrationBar,
): void {
  stepWith(models, state.inventory, bar, swept.observer);
  calibrateBar(state.calibration, state.inventory.parameters, swept, evidence);
  for (const stretch of path) stepRefillMemory(state.memory, stretch);
}

/** Both maps at one time. */
export interface MarketForecast {
  readonly atS: number;
  readonly price: number;
  /** Exposure and calibrated forced coins of the inventory, without what is in `known`. */
  readonly map: LiquidationMap;
  /** Positions that stand beside the inferred ones at their own liquidation price. */
  readonly known: readonly PublicPosition[];
  /** Expected forced dollars per unit of log distance, by fine distance from the price. */
  readonly forcedUsdDensity: BySide;
  readonly frozen: FrozenForecast;
}

/** What a venue that publishes its positions adds to the inventory. */
export interface PublicKnowledge {
  /** Still open, and part of the inventory's open interest. */
  readonly positions: readonly PublicPosition[];
  readonly anchor: StockAnchor;
}

/** What a forecast sees beside the state; nothing of it is kept there. */
export interface ForecastOptions {
  /** Price seen from, USD; the last close where absent. */
  readonly price?: number;
  /** Expects forced dollars by distance alone, whatever the mixture believes. */
  readonly isDistanceAlone?: boolean;
  readonly known?: PublicKnowledge;
}

/** The forecast at `atS`, from everything stepped so far. */
export function forecastAt(
  { state }: Pick<Forecaster, 'state'>,
  atS: number,
  options: ForecastOptions = {},
): MarketForecast {
  const { inventory, calibration, memory, mixture } = state;
  const price = options.price ?? memory.previousClose ?? inventory.lastPrice;
  const known = options.known?.positions ?? [];
  const inferred = liquidationMap(inventory, price, {
    exposure: marketWeights(calibration, inventory, options.known?.anchor),
    forced: forcedWeights(calibration, inventory.parameters),
  });
  const map = withoutKnown(inferred, known, inventory.openInterest.base);
  const places = { long: placesOf(memory, map, atS, -1), short: placesOf(memory, map, atS, 1) };
  const range = recentRange(memory, atS);
  const isDistanceAlone = options.isDistanceAlone === true;
  const { mixed, frozen } = mixForecast({
    atS,
    price,
    members: isDistanceAlone ? DISTANCE_ALONE : membersAt(places),
    weights: isDistanceAlone ? { distance: 1 } : mixtureWeights(mixture),
    level: { long: amountLevel(places.long, range), short: amountLevel(places.short, range) },
    nearUsd: nearUsd(map),
    dollars: mixture,
  });
  const inUsd = (densities: Float64Array): Float64Array =>
    densities.map((density) => density * frozen.usdScale);
  return {
    atS,
    price,
    map,
    known,
    forcedUsdDensity: { long: inUsd(mixed.long), short: inUsd(mixed.short) },
    frozen,
  };
}

/** Dollars that the calibrated map expects near the price on both sides. */
export function nearUsd(map: LiquidationMap): number {
  const bins = Math.round(NEAR_DISTANCE / map.logStep);
  const priceBin = binOf(map.price, map.logStep) - map.firstBin;
  let coins = 0;
  for (let bin = 1; bin <= bins; bin++) {
    coins += (map.longForcedBase[priceBin - bin] ?? 0) + (map.shortForcedBase[priceBin + bin] ?? 0);
  }
  return coins * map.price;
}

/** Learns from a frozen forecast whose horizon is over, in place. */
export function learn({ state }: Forecaster, frozen: FrozenForecast, regions: readonly Region[]): void {
  learnFromOutcome(state.mixture, frozen, regions, LEARNING_HORIZON_S, LEARNING_HORIZON_S);
}
