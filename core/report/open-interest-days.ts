import type { VenueId } from '../market/venue-id.ts';

/** What one venue tells of the past. */
export interface VenueDays {
  readonly venue: VenueId;
  /** Coins of one side by the midnight, epoch seconds UTC, at which they stood. */
  readonly baseByDay: ReadonlyMap<number, number>;
  /** Coins now; null where it does not say. */
  readonly nowBase: number | null;
}

/** Open interest of all venues at the beginning of a UTC day, USD. */
export interface OpenInterestDay {
  readonly atS: number;
  readonly usd: number;
  /** By the venue whose share has grown the least since, and the most; both are `usd` where every venue tells the day. */
  readonly lowUsd: number;
  readonly highUsd: number;
  /** Venues that tell the day. */
  readonly told: readonly VenueId[];
  /** Venues that do not, for which their share of today stands: with any of them the day is an estimate. */
  readonly scaled: readonly VenueId[];
}

/** Venues that hold less than this of today's open interest say nothing of the rest. */
const LEAST_SHARE = 0.2;

/** No venue holds so many times what it held a day before and a day after. */
const SPIKE = 4;

/**
 * The venues' days added up. A venue that does not tell a day is taken to have had the share of the others that it has
 * today; without enough of today's open interest behind it a day is left out.
 * @param priceAt USD a coin at a midnight, epoch seconds; null where it is not known
 * @returns ascending in time
 */
export function openInterestDays(
  venues: readonly VenueDays[],
  priceAt: (dayS: number) => number | null,
): readonly OpenInterestDay[] {
  const believed = venues.map((one) => ({ ...one, baseByDay: withoutSpikes(one) }));
  const wholeBase = believed.reduce((sum, { nowBase }) => sum + (nowBase ?? 0), 0);
  const days = new Set(believed.flatMap(({ baseByDay }) => [...baseByDay.keys()]));
  return [...days]
    .toSorted((a, b) => a - b)
    .flatMap((atS): OpenInterestDay | readonly [] => {
      const price = priceAt(atS);
      if (price === null) return [];
      const told: VenueId[] = [];
      const scaled: VenueId[] = [];
      let [toldBase, sharedBase, shareBase] = [0, 0, 0];
      let [least, most] = [Infinity, 0];
      for (const { venue, baseByDay, nowBase } of believed) {
        const base = baseByDay.get(atS);
        if (base === undefined) {
          if (nowBase) scaled.push(venue);
          continue;
        }
        told.push(venue);
        toldBase += base;
        if (!nowBase) continue;
        sharedBase += base;
        shareBase += nowBase;
        least = Math.min(least, base / nowBase);
        most = Math.max(most, base / nowBase);
      }
      const restBase = wholeBase - shareBase;
      if (scaled.length === 0) {
        const usd = toldBase * price;
        return { atS, usd, lowUsd: usd, highUsd: usd, told, scaled };
      }
      if (!(shareBase >= LEAST_SHARE * wholeBase)) return [];
      const usdWith = (perCoin: number): number => (toldBase + restBase * perCoin) * price;
      return {
        atS,
        usd: usdWith(sharedBase / shareBase),
        lowUsd: usdWith(least),
        highUsd: usdWith(most),
        told,
        scaled,
      };
    });
}

/** Without days that stand alone so high that they are a fault of the venue; now is the day after the last. */
function withoutSpikes({ baseByDay, nowBase }: VenueDays): ReadonlyMap<number, number> {
  const days = [...baseByDay].toSorted(([a], [b]) => a - b);
  return new Map(
    days.filter(([, base], index) => {
      const beside = [days[index - 1]?.[1], days[index + 1]?.[1] ?? nowBase ?? undefined].filter(
        (one) => one !== undefined,
      );
      return beside.length === 0 || base <= SPIKE * Math.max(...beside);
    }),
  );
}
