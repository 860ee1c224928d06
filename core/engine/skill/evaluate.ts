import { quantile } from '../../market/quantile.ts';
import { bootstrapGain, exponentiate, type Gain } from './bootstrap.ts';
import { gainTerms, sum, type Forecast, uniform } from './information-gain.ts';
import {
  magnitudeSkill,
  reliability,
  type ReliabilityPoint,
  scaleCausally,
  type Magnitude,
  type MagnitudeSkill,
} from './magnitude.ts';
import type { PricePath } from './price-path.ts';
import { fitRuler } from './ruler.ts';
import {
  observeOutcome,
  type EventDefinition,
  type ListeningWindow,
  type ObservedOrder,
  type Outcome,
  type Region,
} from './region.ts';

/** Quantile of window dollars at which one window's weight is cut. */
const WINSOR_QUANTILE = 0.95;

/** What is scored, and against what happened. */
export interface EvaluationInput {
  readonly path: PricePath;
  /** Ascending in time. */
  readonly orders: readonly ObservedOrder[];
  readonly windows: readonly ListeningWindow[];
  readonly horizonS: number;
  /** Times, epoch seconds, from which the distance kernel and the causal scales are learnt. */
  readonly trainTimesS: readonly number[];
  /** Times of the forecasts under test. */
  readonly testTimesS: readonly number[];
  /** End of the training span: test regions of a day inside it are scored by a kernel that left their day out. */
  readonly trainUntilS: number;
  /** Forecasts under test by name; `uniform` and `distance` are added. */
  readonly forecasts: Readonly<Record<string, Forecast>>;
}

/** One forecaster's score under one event definition; gains in nats per liquidated dollar against distance alone. */
interface ForecastScore {
  readonly gain: Gain | null;
  readonly winsorised: Gain | null;
  readonly perPrint: Gain | null;
  readonly againstUniform: Gain | null;
  /** exp of the gain: how many times likelier the dollars are made. */
  readonly ratio: Gain | null;
  readonly magnitude: MagnitudeSkill | null;
  /** Expected against realised dollars, scaled causally, by tenths of the windows. */
  readonly reliability: readonly ReliabilityPoint[];
  /** Regions for which the forecaster had something to say. */
  readonly windows: number;
}

/**
 * What all forecasts scored by one definition, by the names that `score --json` has for it; `usd` and `prints`, the number
 * of forced orders, are those inside the scored regions, `droppedUsd` those outside. `droppedShare` is null where there are
 * no dollars at all.
 */
export interface DefinitionScore {
  readonly definition: EventDefinition;
  /** Sides of forecast windows that were scored. */
  readonly windows: number;
  readonly days: number;
  readonly usd: number;
  readonly prints: number;
  readonly skipped: Outcome['skipped'];
  readonly droppedUsd: number;
  readonly droppedShare: number | null;
  /** Density of the ruler by bin of 25 bp, up to a factor. */
  readonly kernel: readonly number[];
  readonly scores: Readonly<Record<string, ForecastScore>>;
}

/** Scores every forecast by one definition of what counts as an event. */
export function evaluateDefinition(input: EvaluationInput, definition: EventDefinition): DefinitionScore {
  const { path, orders, windows, horizonS, trainUntilS } = input;
  const observe = (timesS: readonly number[]): Outcome =>
    observeOutcome({ path, orders, windows, timesS, horizonS, definition });
  const train = observe(input.trainTimesS.filter((atS) => atS + horizonS <= trainUntilS)).regions;
  return scoreRegions({ ...input, definition, train, outcome: observe(input.testTimesS) });
}

/** Outcomes that are known already, and the forecasts under test. */
export interface RegionEvaluation extends Pick<EvaluationInput, 'horizonS' | 'trainUntilS' | 'forecasts'> {
  readonly definition: EventDefinition;
  /** Regions from which the distance kernel and the causal scales are learnt, ascending in time. */
  readonly train: readonly Region[];
  readonly outcome: Outcome;
}

/** Scores every forecast against outcomes that are known already. */
export function scoreRegions(input: RegionEvaluation): DefinitionScore {
  const { horizonS, trainUntilS, definition, train, outcome } = input;
  const { regions } = outcome;
  const ruler = fitRuler(train, trainUntilS, regions);
  const distance = remember(ruler.forecast);
  const past = mergeRegions(train, regions);
  const scaled = (forecast: Forecast): (Magnitude | null)[] =>
    scaleCausally(regions, past, forecast, horizonS);
  const references = [scaled(distance), scaled(uniform)];
  const usdByRegion = regions.map((region) => sum(region.usd)).filter((usd) => usd > 0);
  const cap = usdByRegion.length > 0 ? quantile(usdByRegion, WINSOR_QUANTILE) : Infinity;

  const scores: Record<string, ForecastScore> = {};
  for (const [name, original] of Object.entries({ ...input.forecasts, uniform, distance })) {
    const forecast = original === distance ? distance : remember(original);
    const known = regions.filter((region) => forecast(region) !== null);
    const magnitudes = scaled(forecast);
    const gain = bootstrapGain(gainTerms(known, forecast, distance, dollars));
    scores[name] = {
      gain,
      winsorised: bootstrapGain(gainTerms(known, forecast, distance, dollars, cap)),
      perPrint: bootstrapGain(gainTerms(known, forecast, distance, count)),
      againstUniform: bootstrapGain(gainTerms(known, forecast, uniform, dollars)),
      ratio: gain === null ? null : exponentiate(gain),
      magnitude: magnitudeSkill(magnitudes, references),
      reliability: reliability(magnitudes),
      windows: known.length,
    };
  }
  const usd = sum(usdByRegion);
  return {
    definition,
    windows: regions.length,
    days: new Set(regions.map((region) => region.day)).size,
    usd,
    prints: sum(regions.map((region) => sum(region.orders))),
    skipped: outcome.skipped,
    droppedUsd: outcome.droppedUsd,
    droppedShare: usd + outcome.droppedUsd > 0 ? outcome.droppedUsd / (usd + outcome.droppedUsd) : null,
    kernel: [...ruler.kernel.density],
    scores,
  };
}

const dollars = (region: Region): Float64Array => region.usd;
const count = (region: Region): Float64Array => region.orders;

/** The same forecast, computed once a region. */
function remember(forecast: Forecast): Forecast {
  const known = new Map<Region, Float64Array | null>();
  return (region) => {
    const before = known.get(region);
    if (before !== undefined) return before;
    const masses = forecast(region);
    known.set(region, masses);
    return masses;
  };
}

/** Both lists, each forecast time and side once, ascending in time. */
function mergeRegions(a: readonly Region[], b: readonly Region[]): Region[] {
  const keyed = new Map([...a, ...b].map((region) => [`${region.atS} ${region.side}`, region]));
  return [...keyed.values()].sort((x, y) => x.atS - y.atS || (x.side < y.side ? -1 : 1));
}
