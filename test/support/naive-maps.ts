import { CLASS_DISTANCES, defaultFlowShares, FINITE_CLASSES } from '../../core/engine/parameters.ts';
import { type Bar, barAt, type Bars } from '../../core/market/bars.ts';
import { binOf } from '../../core/market/liquidation-map.ts';
import type { Exposure } from './worlds.ts';

/** A map by rises of open interest alone, as most published heat maps are made. */
export interface NaiveRecipe {
  readonly name: string;
  /** Log distance from entry to liquidation, with the share of openings. */
  readonly tiers: readonly { readonly long: number; readonly short: number; readonly share: number }[];
  readonly removesPassed: boolean;
  /** Share of mass that leaves in an hour. */
  readonly hourlyDecay: number;
}

const LEVERAGES = [10, 25, 50, 100];

const leverageTiers = LEVERAGES.map((leverage) => ({
  long: -Math.log(1 - 1 / leverage),
  short: Math.log(1 + 1 / leverage),
  share: 1 / LEVERAGES.length,
}));

const distanceTiers = CLASS_DISTANCES.slice(0, FINITE_CLASSES).map((distance, k) => ({
  long: distance,
  short: distance,
  share: defaultFlowShares().long[k] ?? 0,
}));

/** Exit hazard of net open interest measured over 21 coins: 0.276 % an hour. */
const MEASURED_HOURLY_DECAY = 0.00276;

export const NAIVE_RECIPES: readonly NaiveRecipe[] = [
  { name: 'naive tiers, none removed', tiers: leverageTiers, removesPassed: false, hourlyDecay: 0 },
  { name: 'naive tiers, removed', tiers: leverageTiers, removesPassed: true, hourlyDecay: 0 },
  {
    name: 'rise of open interest x distance law x decay',
    tiers: distanceTiers,
    removesPassed: true,
    hourlyDecay: MEASURED_HOURLY_DECAY,
  },
];

const LOG_STEP = 0.001;
const FIRST_BIN = 8000;
const BINS = 6000;

/** The recipe's map after each bar whose index is in `at`. */
export function naiveMaps(recipe: NaiveRecipe, bars: Bars, at: readonly number[]): readonly Exposure[] {
  const long = new Float64Array(BINS);
  const short = new Float64Array(BINS);
  const kept = 1 - (recipe.hourlyDecay * bars.intervalS) / 3600;
  const snapshots: Exposure[] = [];
  let lastOpenInterest = NaN;
  for (let index = 0; index <= (at.at(-1) ?? -1); index++) {
    const bar = barAt(bars, index);
    if (kept < 1) {
      for (let i = 0; i < BINS; i++) {
        long[i] = (long[i] ?? 0) * kept;
        short[i] = (short[i] ?? 0) * kept;
      }
    }
    if (recipe.removesPassed) {
      long.fill(0, binOf(bar.low, LOG_STEP) - FIRST_BIN);
      short.fill(0, 0, binOf(bar.high, LOG_STEP) + 1 - FIRST_BIN);
    }
    addRise(recipe, bar, bar.openInterestBase - lastOpenInterest, long, short);
    lastOpenInterest = bar.openInterestBase;
    if (at.includes(index)) {
      snapshots.push({ logStep: LOG_STEP, firstBin: FIRST_BIN, long: long.slice(), short: short.slice() });
    }
  }
  return snapshots;
}

function addRise(recipe: NaiveRecipe, bar: Bar, rise: number, long: Float64Array, short: Float64Array): void {
  if (!(rise > 0)) return;
  for (const tier of recipe.tiers) {
    const below = Math.floor((Math.log(bar.close) - tier.long) / LOG_STEP) - FIRST_BIN;
    const above = Math.floor((Math.log(bar.close) + tier.short) / LOG_STEP) - FIRST_BIN;
    long[below] = (long[below] ?? 0) + rise * tier.share;
    short[above] = (short[above] ?? 0) + rise * tier.share;
  }
}
