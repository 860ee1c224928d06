import { createCalibration } from '../../engine/forecast/calibration.ts';
import {
  type Forecaster,
  type ForecasterState,
  resumeForecaster,
  stepForecaster,
} from '../../engine/forecast/forecaster.ts';
import type { Mixture } from '../../engine/forecast/mixture.ts';
import { createRefillMemory } from '../../engine/forecast/refill-memory.ts';
import { barsUntil, type Inventory, startInventory } from '../../engine/index.ts';
import { cutBars, stepBars } from '../../engine/rebuild.ts';
import { type Bars, barAt } from '../../market/bars.ts';
import { lowerBound } from '../../market/lower-bound.ts';
import type { EngineRow } from '../../ledger/tables/engine.ts';
import { createEvidence, type HeardMarket } from './evidence.ts';
import type { EngineState } from '../../ledger/tables/engine.ts';

/** Raised when the engine changes, so that stored states of the old one are made anew. */
const ENGINE_VERSION = 5;

/** Names everything but time that a stored state depends on. */
export const engineBasis = (originS: number, revisions: readonly string[]): string =>
  [ENGINE_VERSION, originS, ...revisions].join('|');

/** Open of the last bar that `stored` holds where it was made on `basis`; null where it has to be made anew. */
export const keptUntilS = (stored: EngineRow | null, basis: string): number | null =>
  stored?.basis === basis ? stored.lastOpenS : null;

/** What a state is made of beside its stored predecessor. */
export interface SettledInput {
  readonly bars: Bars;
  readonly readOlder: Bars | null;
  readonly stored: EngineRow | null;
  readonly basis: string;
  /** Bars that closed later than this, epoch seconds, may still change. */
  readonly settledS: number;
  readonly heard: HeardMarket;
  readonly mixture: Mixture;
  /** Called after every bar that is stepped, at its end. */
  readonly afterBar?: AfterBar;
}

type AfterBar = (state: ForecasterState, atS: number) => void;

/**
 * The forecaster after the bars that closed by `settledS`: the stored one stepped on where it was made of the same
 * bars, else made anew from all of them. Both ways give the same bits, so storing it only saves time. Null while
 * no open interest is known. Between two slices of some milliseconds it may `giveWay`.
 */
export async function settledInSlices(
  input: SettledInput,
  giveWay: () => Promise<void>,
): Promise<Forecaster | null> {
  return inSlices(settleInSteps(input), giveWay);
}

async function inSlices<T>(work: Generator<undefined, T>, giveWay: () => Promise<void>): Promise<T> {
  let step = work.next();
  while (step.done !== true) {
    await giveWay();
    step = work.next();
  }
  return step.value;
}

/** Bars that are stepped in one go: two milliseconds, and ten before the code is warm. */
const SLICE_BARS = 40;

/** The work of {@link settledInSlices}, a slice a step. */
export function* settleInSteps(input: SettledInput): Generator<undefined, Forecaster | null> {
  const { stored, basis, mixture, heard, afterBar } = input;
  const settled = barsUntil(input.bars, input.settledS);
  const last = settled.openTimeS.at(-1);
  if (last === undefined) return null;
  const keptS = keptUntilS(stored, basis);
  const state = keptS !== null && keptS <= last ? (stored?.state ?? null) : yield* freshState(input, settled);
  if (state === null) return null;
  const forecaster = resumeForecaster({ ...state, mixture });
  yield* stepInSlices(forecaster, settled, heard, afterBar);
  return forecaster;
}

function* freshState({ readOlder }: SettledInput, settled: Bars): Generator<undefined, EngineState | null> {
  const older = readOlder === null ? null : barsUntil(readOlder, settled.openTimeS[0] ?? 0);
  const inventory = startInventory(settled, { older: older && cutBars(older, 0, 1) });
  if (inventory === null) return null;
  if (older !== null) yield* stepLater(inventory, older);
  yield;
  return { inventory, calibration: createCalibration(), memory: createRefillMemory() };
}

/** Steps what of the older candles comes after their first; their open interest is not read. */
function* stepLater(inventory: Inventory, older: Bars): Generator<undefined, void> {
  const length = older.openTimeS.length;
  const candles = { ...older, openInterestBase: new Float64Array(length).fill(NaN) };
  for (let from = 1; from < length; from += SLICE_BARS) {
    yield;
    stepBars(inventory, cutBars(candles, from, from + SLICE_BARS));
  }
}

/**
 * Takes the bars after the forecaster's last one into it, in place, with the forced orders that fired in them. Between two
 * slices it may `giveWay`.
 */
export const stepOn = (
  forecaster: Forecaster,
  bars: Bars,
  heard: HeardMarket,
  giveWay: () => Promise<void>,
): Promise<void> => inSlices(stepInSlices(forecaster, bars, heard), giveWay);

function* stepInSlices(
  forecaster: Forecaster,
  bars: Bars,
  heard: HeardMarket,
  afterBar?: AfterBar,
): Generator<undefined, void> {
  const { lastOpenTimeS } = forecaster.state.inventory;
  const first = lowerBound(bars.openTimeS, lastOpenTimeS + 1);
  if (first === bars.openTimeS.length) return;
  const evidence = createEvidence(heard, bars.intervalS);
  for (let index = first; index < bars.openTimeS.length; index++) {
    if (index > first && (index - first) % SLICE_BARS === 0) yield;
    const bar = barAt(bars, index);
    const { openTimeS: startS, high, low, close } = bar;
    const endS = startS + bars.intervalS;
    stepForecaster(forecaster, bar, [{ startS, endS, high, low, close }], evidence(bar));
    afterBar?.(forecaster.state, endS);
  }
}
