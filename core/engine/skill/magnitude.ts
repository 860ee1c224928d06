import { sum, type Forecast } from './information-gain.ts';
import type { Region } from './region.ts';

/** Regions that must be over before a causal scale is trusted. */
const REGIONS_BEFORE_SCALE = 10;

/** One region's realised and expected dollars. */
export interface Magnitude {
  readonly realisedUsd: number;
  readonly expectedUsd: number;
}

/**
 * Expected dollars of each region of `regions`: the forecast's mass there times the ratio of past realised to past
 * forecast sums, over regions that were over when the forecast was made. Null for a region without such a past.
 * @param past regions by which to scale, ascending in time
 */
export function scaleCausally(
  regions: readonly Region[],
  past: readonly Region[],
  forecast: Forecast,
  horizonS: number,
): (Magnitude | null)[] {
  const history = past.map((region) => {
    const masses = forecast(region);
    return { endS: region.atS + horizonS, usd: sum(region.usd), mass: masses === null ? null : sum(masses) };
  });
  let cursor = 0;
  let count = 0;
  let realised = 0;
  let forecasted = 0;
  return regions.map((region) => {
    for (
      let entry = history[cursor];
      entry !== undefined && entry.endS <= region.atS;
      entry = history[++cursor]
    ) {
      if (entry.mass === null) continue;
      count++;
      realised += entry.usd;
      forecasted += entry.mass;
    }
    const masses = forecast(region);
    if (masses === null || count < REGIONS_BEFORE_SCALE || realised <= 0 || forecasted <= 0) return null;
    return { realisedUsd: sum(region.usd), expectedUsd: (realised / forecasted) * sum(masses) };
  });
}

/** Tweedie deviance of power 1.5 per region: 4 (sqrt(y) - sqrt(mu))^2 / sqrt(mu). */
export function tweedieDeviance({ realisedUsd, expectedUsd }: Magnitude): number {
  const expected = Math.max(expectedUsd, 1);
  return (4 * (Math.sqrt(realisedUsd) - Math.sqrt(expected)) ** 2) / Math.sqrt(expected);
}

/** Poisson deviance per region: 2 (y ln(y / mu) - (y - mu)). */
export function poissonDeviance({ realisedUsd, expectedUsd }: Magnitude): number {
  const expected = Math.max(expectedUsd, 1);
  const logTerm = realisedUsd > 0 ? realisedUsd * Math.log(realisedUsd / expected) : 0;
  return 2 * (logTerm - (realisedUsd - expected));
}

/** Skill of the dollars: 1 - deviance / deviance of the better of the references; 0 is no better, 1 is perfect. */
export interface MagnitudeSkill {
  readonly tweedie: number;
  readonly poisson: number;
  /** Spearman's rank correlation of expected and realised dollars. */
  readonly rankCorrelation: number;
  readonly windows: number;
}

/** Compares scaled forecasts over the regions in which all of them have a scale; null if there are none. */
export function magnitudeSkill(
  forecast: readonly (Magnitude | null)[],
  references: readonly (readonly (Magnitude | null)[])[],
): MagnitudeSkill | null {
  const shared = forecast.map(
    (entry, index) => entry !== null && references.every((other) => other[index] !== null),
  );
  const pick = (list: readonly (Magnitude | null)[]): Magnitude[] =>
    list.filter((entry, index): entry is Magnitude => entry !== null && shared[index] === true);
  const own = pick(forecast);
  if (own.length === 0) return null;
  const skill = (deviance: (magnitude: Magnitude) => number): number => {
    const best = Math.min(...references.map((reference) => sum(pick(reference).map(deviance))));
    return 1 - sum(own.map(deviance)) / best;
  };
  return {
    tweedie: skill(tweedieDeviance),
    poisson: skill(poissonDeviance),
    rankCorrelation: correlation(
      ranks(own.map((entry) => entry.expectedUsd)),
      ranks(own.map((entry) => entry.realisedUsd)),
    ),
    windows: own.length,
  };
}

/** Mean expected and mean realised dollars of a tenth of the windows; equal for a reliable forecast. */
export interface ReliabilityPoint {
  readonly expectedUsd: number;
  readonly realisedUsd: number;
  readonly windows: number;
}

const DECILES = 10;

/** Windows in ten groups of ascending expected dollars; fewer if there are fewer windows. */
export function reliability(forecast: readonly (Magnitude | null)[]): ReliabilityPoint[] {
  const known = forecast
    .filter((entry): entry is Magnitude => entry !== null)
    .sort((a, b) => a.expectedUsd - b.expectedUsd);
  const groups = Math.min(DECILES, known.length);
  return Array.from({ length: groups }, (_, group) => {
    const from = Math.floor((group * known.length) / groups);
    const members = known.slice(from, Math.floor(((group + 1) * known.length) / groups));
    return {
      expectedUsd: sum(members.map((entry) => entry.expectedUsd)) / members.length,
      realisedUsd: sum(members.map((entry) => entry.realisedUsd)) / members.length,
      windows: members.length,
    };
  });
}

/** Ranks from 1, ties sharing their mean. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = Array.from({ length: values.length }, () => 0);
  for (let from = 0; from < order.length;) {
    let until = from;
    while (until < order.length && order[until]?.value === order[from]?.value) until++;
    for (const { index } of order.slice(from, until)) result[index] = (from + 1 + until) / 2;
    from = until;
  }
  return result;
}

/** Pearson's correlation; 0 where one side does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const meanA = sum(a) / a.length;
  const meanB = sum(b) / b.length;
  let cross = 0;
  let squareA = 0;
  let squareB = 0;
  for (let index = 0; index < a.length; index++) {
    const offA = (a[index] ?? 0) - meanA;
    const offB = (b[index] ?? 0) - meanB;
    cross += offA * offB;
    squareA += offA * offA;
    squareB += offB * offB;
  }
  return squareA > 0 && squareB > 0 ? cross / Math.sqrt(squareA * squareB) : 0;
}
