import type { VenueId } from '../market/venue-id.ts';

/** What one venue tells of the past. */
export interface VenueDays {
  readonly venue: VenueId;
  /** Coins of one side, one a UTC midnight; NaN where unknown. */
  readonly base: Float64Array;
  /** Coins now; null where it does not say. */
  readonly nowBase: number | null;
}

/** Open interest of all venues in USD, one a UTC midnight; NaN where too little of the market is known. */
export interface OpenInterestDays {
  readonly usd: Float64Array;
  /** By the venue whose share has grown the least since, and the most; both as `usd` where every venue tells the day. */
  readonly lowUsd: Float64Array;
  readonly highUsd: Float64Array;
  /** 1 where some venue's share of today stands for it: an estimate. */
  readonly isScaled: Uint8Array;
  /** Venues that tell a day, and those for which their share of today stands. */
  readonly toldBy: (day: number) => {
    readonly told: readonly VenueId[];
    readonly scaled: readonly VenueId[];
  };
}

/** Venues that hold less than this of today's open interest say nothing of the rest. */
const LEAST_SHARE = 0.2;

/** No venue holds so many times what it held a day before and a day after. */
const SPIKE = 4;

/**
 * The venues' days added up. A venue that does not tell a day is taken to have had the share of the others that it has
 * today; without enough of today's open interest behind it a day is left out.
 * @param price USD a coin at the same midnights; NaN where unknown
 */
export function openInterestDays(venues: readonly VenueDays[], price: Float64Array): OpenInterestDays {
  const believed = venues.map((one) => ({ ...one, base: withoutSpikes(one) }));
  const columns = believed.map(({ base }) => base);
  const nowBases = believed.map(({ nowBase }) => nowBase ?? 0);
  const wholeNowBase = believed.reduce((sum, { nowBase }) => sum + (nowBase ?? 0), 0);
  const days = {
    usd: new Float64Array(price.length).fill(NaN),
    lowUsd: new Float64Array(price.length).fill(NaN),
    highUsd: new Float64Array(price.length).fill(NaN),
    isScaled: new Uint8Array(price.length),
  };
  for (let day = 0; day < price.length; day++) {
    let toldBase = 0;
    let sharedBase = 0;
    let shareBase = 0;
    let least = Infinity;
    let most = 0;
    let isTold = false;
    let isScaled = false;
    // By index: these are thousands of turns in each report.
    for (let venue = 0; venue < columns.length; venue++) {
      const coins = columns[venue]?.[day] ?? NaN;
      const nowBase = nowBases[venue] ?? 0;
      if (Number.isNaN(coins)) {
        isScaled ||= nowBase > 0;
        continue;
      }
      isTold = true;
      toldBase += coins;
      if (!nowBase) continue;
      sharedBase += coins;
      shareBase += nowBase;
      least = Math.min(least, coins / nowBase);
      most = Math.max(most, coins / nowBase);
    }
    if (!isTold || (isScaled && !(shareBase >= LEAST_SHARE * wholeNowBase))) continue;
    const restBase = isScaled ? wholeNowBase - shareBase : 0;
    const coinUsd = price[day] ?? NaN;
    days.usd[day] = wholeBase(toldBase, restBase, sharedBase / shareBase) * coinUsd;
    days.lowUsd[day] = wholeBase(toldBase, restBase, least) * coinUsd;
    days.highUsd[day] = wholeBase(toldBase, restBase, most) * coinUsd;
    days.isScaled[day] = Number(isScaled);
  }
  const toldBy = (day: number) => {
    const isTelling = ({ base }: VenueDays): boolean => !Number.isNaN(base[day] ?? NaN);
    return {
      told: believed.filter(isTelling).map(({ venue }) => venue),
      scaled: believed.filter((one) => !isTelling(one) && one.nowBase).map(({ venue }) => venue),
    };
  };
  return { ...days, toldBy };
}

/** Coins of a day: what was told, and of the venues that hold `restBase` now as many for each coin as the others had. */
const wholeBase = (toldBase: number, restBase: number, perCoin: number): number =>
  toldBase + (restBase > 0 ? restBase * perCoin : 0);

/** Without days that stand alone so high that they are a fault of the venue; now is the day after the last. */
function withoutSpikes({ base, nowBase }: VenueDays): Float64Array {
  const believed = base.slice();
  let before = NaN;
  for (let day = 0; day < base.length; day++) {
    const coins = base[day] ?? NaN;
    if (Number.isNaN(coins)) continue;
    let next = day + 1;
    while (next < base.length && Number.isNaN(base[next])) next++;
    const after = base[next] ?? nowBase ?? NaN;
    const beside = Math.max(Number.isNaN(before) ? 0 : before, Number.isNaN(after) ? 0 : after);
    const isAlone = Number.isNaN(before) && Number.isNaN(after);
    if (!isAlone && coins > SPIKE * beside) believed[day] = NaN;
    before = coins;
  }
  return believed;
}
