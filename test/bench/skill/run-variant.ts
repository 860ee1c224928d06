import { type DollarErrors, dollarErrors } from '../../../core/engine/forecast/dollars.ts';
import type { FrozenForecast } from '../../../core/engine/forecast/frozen-forecast.ts';
import { mixForecast } from '../../../core/engine/forecast/mix-forecast.ts';
import {
  createMixture,
  learnFromOutcome,
  type Mixture,
  mixtureWeights,
} from '../../../core/engine/forecast/mixture.ts';
import { integrateBins } from '../../../core/engine/forecast/relative-lattice.ts';
import { type Forecast, sum } from '../../../core/engine/skill/information-gain.ts';
import type { Region } from '../../../core/engine/skill/region.ts';
import { HOUR_S } from '../../../core/market/time.ts';
import type { Hour, PreparedSet } from './prepare.ts';
import type { Variant } from './variant.ts';

/** What a variant said of one reached side before it was known. */
export interface Said {
  readonly region: Region;
  readonly expectedUsd: number;
  /** The same before its scale. */
  readonly mass: number;
  /** As they were believed then. */
  readonly errors: DollarErrors;
}

/** A variant's forecasts of one set, each made of what was known at its hour. */
export interface VariantRun {
  readonly forecast: Forecast;
  /** Of every side that was reached in the hour after. */
  readonly said: readonly Said[];
  /** Weights of the members at the end. */
  readonly weights: Readonly<Record<string, number>>;
  /** What was learnt by then. */
  readonly mixture: Mixture;
}

/** Walks once through the hours of a set, learning as the product does, from `start` on. */
export function runVariant(
  { knowsWhere, ...set }: PreparedSet,
  variant: Variant,
  start?: Mixture,
): VariantRun {
  const { members, learningRate, isUncentred, isDeaf = false } = variant;
  const priors = Object.fromEntries(Object.entries(members).map(([name, { prior }]) => [name, prior]));
  const mixture = structuredClone(start) ?? createMixture(priors);
  const happened = Map.groupBy(set.regions(1, 'first'), ({ atS }) => atS);
  const byTime = new Map<number, FrozenForecast>();
  const said: Said[] = [];
  let learntAtS = NaN;
  for (const hour of set.hours(isDeaf)) {
    const before = byTime.get(hour.atS - HOUR_S);
    if (before !== undefined && !isDeaf) {
      const elapsedS = Number.isNaN(learntAtS) ? HOUR_S : before.atS - learntAtS;
      learntAtS = before.atS;
      const fell = happened.get(before.atS) ?? [];
      // A total without prices says nothing about where.
      const rate = knowsWhere ? learningRate : 0;
      const learning = rate === undefined ? { priors } : { priors, learningRate: rate };
      learnFromOutcome(mixture, before, fell, HOUR_S, elapsedS, learning);
    }
    const frozen = freeze(variant, hour, mixture, mixtureWeights(mixture, priors));
    byTime.set(hour.atS, frozen);
    const errors = isUncentred === true ? uncentred(mixture) : dollarErrors(mixture);
    for (const region of happened.get(hour.atS) ?? []) {
      const mass = sum(integrateBins(frozen.mixture[region.side], region.edges));
      said.push({ region, mass, expectedUsd: frozen.usdScale * mass, errors });
    }
  }
  return {
    forecast: ({ atS, side, edges }) => {
      const frozen = byTime.get(atS);
      return frozen === undefined ? null : integrateBins(frozen.mixture[side], edges);
    },
    said,
    weights: mixtureWeights(mixture, priors),
    mixture,
  };
}

function freeze(
  { members, level }: Variant,
  hour: Hour,
  mixture: Mixture,
  weights: Readonly<Record<string, number>>,
): FrozenForecast {
  const entries = Object.entries(members).map(([name, { density }]) => {
    const both = { long: density(hour.long, hour), short: density(hour.short, hour) };
    return [name, both] as const;
  });
  return mixForecast({
    ...hour,
    members: Object.fromEntries(entries),
    weights,
    ...(level === undefined
      ? {}
      : { level: { long: level(hour.long, hour), short: level(hour.short, hour) } }),
    dollars: mixture,
  }).frozen;
}

/** Errors as if what is expected were the middle. */
function uncentred(mixture: Mixture): DollarErrors {
  const { mean, sd } = dollarErrors(mixture);
  return { mean: 0, sd: Math.hypot(mean, sd) };
}
