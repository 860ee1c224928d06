import { type Forecaster, resumeForecaster } from '../../engine/forecast/forecaster.ts';
import type { Mixture } from '../../engine/forecast/mixture.ts';
import type { EngineRow, EngineState } from '../../ledger/tables/engine.ts';
import { barAt, type Bars } from '../../market/bars.ts';
import { lowerBound } from '../../market/lower-bound.ts';
import { createEvidence, type HeardMarket } from './evidence.ts';
import { stepOn } from './settled-forecaster.ts';

/** What a forecaster of now is made of. */
interface NowInput {
  /** After the last settled bar; another object once it has been stepped. */
  readonly engine: EngineRow & { readonly state: EngineState };
  readonly mixture: Mixture;
  readonly bars: Bars;
  readonly heard: HeardMarket;
}

/** A forecaster after the last bar, with what it was made of. Never to be stepped. */
export interface ForecasterNow extends Omit<NowInput, 'heard'> {
  readonly forecaster: Forecaster;
  /** What was heard while the bars lasted that are not settled. */
  readonly evidence: string;
}

/**
 * A copy of the engine stepped on to the last bar, or `before`, where neither that engine nor the bars nor what was heard in
 * them is another: between two closes of a bar only the price is. Between two slices of bars it may `giveWay`.
 */
export async function forecasterNow(
  before: ForecasterNow | null,
  { engine, mixture, bars, heard }: NowInput,
  giveWay: () => Promise<void>,
): Promise<ForecasterNow> {
  const evidence = evidenceSince(engine.lastOpenS, bars, heard);
  const isSame =
    before?.engine === engine &&
    before.mixture === mixture &&
    before.bars === bars &&
    before.evidence === evidence;
  if (isSame) return before;
  const forecaster = resumeForecaster({ ...structuredClone(engine.state), mixture });
  await stepOn(forecaster, bars, heard, giveWay);
  return { engine, mixture, bars, evidence, forecaster };
}

function evidenceSince(lastOpenS: number, bars: Bars, heard: HeardMarket): string {
  const evidenceOf = createEvidence(heard, bars.intervalS);
  const told: unknown[] = [];
  for (let index = lowerBound(bars.openTimeS, lastOpenS + 1); index < bars.openTimeS.length; index++) {
    const { feeds, orders } = evidenceOf(barAt(bars, index));
    told.push(feeds, [...orders]);
  }
  return JSON.stringify(told);
}
