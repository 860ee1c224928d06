import type { Hour, HourPlaces } from './prepare.ts';

export type Density = (places: HourPlaces, hour: Hour) => Float64Array;

export interface Member {
  readonly prior: number;
  readonly density: Density;
}

/** One forecaster on trial. */
export interface Variant {
  readonly name: string;
  /** Each says where. */
  readonly members: Readonly<Record<string, Member>>;
  /** How much waits near the price; absent: as much as the members say. */
  readonly level?: (places: HourPlaces, hour: Hour) => number;
  /** How fast outcomes move the weights; absent: as in the product. */
  readonly learningRate?: number;
  /** Intervals of dollars lie about what is expected, not about where past windows lay. */
  readonly isUncentred?: boolean;
  /** Hears no forced order: map, weights and dollars stay as they are before any. */
  readonly isDeaf?: boolean;
}
