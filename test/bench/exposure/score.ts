import type { PriceRange } from '../../../core/engine/forecast/intervals.ts';
import { findClusters } from '../../../core/engine/index.ts';
import { type Exposure, massBetween, scorePlace } from '../../support/worlds.ts';
import { exposureOf, type Look } from './look.ts';

/** Nearer than this share of the price is near. */
const NEAR = 0.015;
const FARTHEST = 0.15;
/** Stretches from the price, as the ladder has them. */
const REACHES = [0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.15];
/** Clusters as on a market whose days range 2 %. */
const ATR_SHARE = 0.02;

/** One stretch of prices at one time. */
export interface Stretch {
  readonly isNear: boolean;
  /** Whether the truth lay within p10 to p90, or on which side of it. */
  readonly fell: 'inside' | 'below' | 'above';
  /** ln(p90 / p10); null where p10 is 0. */
  readonly width: number | null;
}

/** Where the map has it, near the price or beyond. */
export interface Place {
  readonly correlation: number;
  readonly wassersteinPercent: number;
}

/** What one look teaches. */
export interface LookScore {
  readonly stretches: readonly Stretch[];
  readonly near: Place;
  readonly beyond: Place;
}

export function scoreLook({ map, truth, factors }: Look): LookScore {
  const { price } = truth;
  const ranges: PriceRange[] = [
    ...REACHES.flatMap((reach): PriceRange[] => [
      { side: 'long', low: price * Math.exp(-reach), high: price },
      { side: 'short', low: price, high: price * Math.exp(reach) },
    ]),
    ...findClusters(map, { atr1d: ATR_SHARE * price }).map(({ side, low, high }) => ({ side, low, high })),
  ];
  const shown = exposureOf(map);
  const stretches = factors(ranges).flatMap(({ p10, p90 }, index): Stretch[] => {
    const range = ranges[index];
    if (range === undefined) return [];
    const estimate = coinsIn(shown, range);
    if (!(estimate > 0)) return [];
    const actual = coinsIn(truth.exposure, range);
    // As the report does, which never leaves the estimate outside.
    const [low, high] = [Math.min(p10, 1), Math.max(p90, 1)];
    const fell = actual < low * estimate ? 'below' : actual > high * estimate ? 'above' : 'inside';
    const reach = Math.abs(Math.log((range.side === 'long' ? range.low : range.high) / price));
    return [{ isNear: reach < NEAR + 1e-9, fell, width: low > 0 ? Math.log(high / low) : null }];
  });
  return {
    stretches,
    near: scorePlace(shown, truth, 0, NEAR),
    beyond: scorePlace(shown, truth, NEAR, FARTHEST),
  };
}

const coinsIn = (exposure: Exposure, { side, low, high }: PriceRange): number =>
  massBetween(exposure, exposure[side], Math.log(low), Math.log(high));
