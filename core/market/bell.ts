/** What a bell was hung on. */
export const BELL_PLACES = ['price', 'cluster', 'level'] as const;
export type BellPlace = (typeof BELL_PLACES)[number];

/** A price, or a band as it stood, at which the user wants to be told. Prices are USD a coin. */
export interface Bell {
  readonly id: string;
  /** Id of the market. */
  readonly market: string;
  /** The site whose page showed it then: no other page is told of the bell. */
  readonly venue: string;
  readonly place: BellPlace;
  /** Both edges; the same for a price. */
  readonly low: number;
  readonly high: number;
  /** The market's price when it was set; null where nobody knew it. */
  readonly setPrice: number | null;
  readonly setAtMs: number;
  /** It rings no more from then on; null: whenever. */
  readonly untilMs: number | null;
  /** It rings each time that the price comes, not once. */
  readonly repeats: boolean;
  /** When it rang last; null: never. */
  readonly rangAtMs: number | null;
}

/** Whether it may still ring. */
export const isLive = ({ untilMs, repeats, rangAtMs }: Bell, nowMs: number): boolean =>
  (untilMs === null || nowMs < untilMs) && (repeats || rangAtMs === null);

/** The price of it that is met first by one that comes from where it was set. */
export const nearestOf = ({ low, high, setPrice }: Bell): number =>
  setPrice !== null && setPrice > high ? high : low;
