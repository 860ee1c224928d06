import { type Places, placesOf } from '../../../core/engine/forecast/places.ts';
import { recentRange } from '../../../core/engine/forecast/vigour.ts';
import { placeRecorded } from '../../../core/engine/placement.ts';
import { mergePath } from '../../../core/engine/skill/price-path.ts';
import { type EventDefinition, observeOutcome, type Region } from '../../../core/engine/skill/region.ts';
import { forecastSeries } from '../../../core/headless/forecast.ts';
import { HOUR_S } from '../../../core/market/time.ts';
import { nearUsd } from '../../../core/engine/forecast/forecaster.ts';
import { join } from 'node:path';
import { basisOf } from './basis.ts';
import { type News, newsOf, readNews } from './news.ts';
import { type NewsSource, readSet, type RecordedSet } from './sets.ts';
import { volumeMemory } from './volume-clock.ts';

/** One side of the price at one hour, with what only variants read. */
export interface HourPlaces extends Places {
  /** By the clock of the volume. */
  readonly byVolume?: Places;
  /** How dear the contract is for this side, in standard deviations; 0 where nobody knows. */
  readonly crowded?: number;
  readonly news?: Readonly<Partial<Record<NewsSource, News>>>;
}

/** What every variant is made of at one hour. */
export interface Hour {
  readonly atS: number;
  readonly price: number;
  /** Log range of the last two hours. */
  readonly range: number;
  readonly long: HourPlaces;
  readonly short: HourPlaces;
  /** Dollars that the calibrated map has near the price, before any outcome. */
  readonly nearUsd: number;
}

/** A set after the walk of the engine through it, which is the same for every variant that hears the same. */
export interface PreparedSet {
  readonly name: string;
  readonly isMadeOn: boolean;
  /** As a set has it. */
  readonly pool?: string | undefined;
  /** By what the engine heard: every forced order, or none. */
  readonly hours: (isDeaf: boolean) => readonly Hour[];
  /** What happened: nothing is said of where in a set of totals. */
  readonly regions: (horizonH: number, definition: EventDefinition) => readonly Region[];
  readonly knowsWhere: boolean;
}

export function prepareSet(set: RecordedSet, folder: string): PreparedSet {
  const { recording, totals } = readSet(set, folder);
  const { bars, minutes, orders, windows } = recording;
  const endS = (bars.openTimeS.at(-1) ?? 0) + bars.intervalS;
  const whole = [{ startS: bars.openTimeS[0] ?? 0, endS }];
  const heard = totals === null ? (windows ?? whole) : whole;
  const times = { fromS: heard[0]?.startS ?? 0, untilS: endS, everyS: HOUR_S };
  const path = mergePath(bars, minutes);
  const basis = set.files.spot === undefined ? () => 0 : basisOf(bars, join(folder, set.files.spot));
  const sources = Object.entries(set.news ?? {}).map(
    ([source, file]) => [source, newsOf(readNews(file, folder, bars))] as const,
  );
  const walk = (isDeaf: boolean): readonly Hour[] => {
    const hours: Hour[] = [];
    const byVolume = volumeMemory(bars, path);
    forecastSeries(
      isDeaf ? { ...recording, orders: [] } : recording,
      times,
      (atS, _maps, { forecast: { map, price }, state: { memory } }) => {
        const news = sources.map(([source, at]) => [source, at(atS, price)] as const);
        const volume = byVolume(atS);
        const sideOf = (side: 'long' | 'short', direction: -1 | 1): HourPlaces => ({
          ...placesOf(memory, map, atS, direction),
          byVolume: placesOf(volume.memory, map, volume.nowS, direction),
          crowded: -direction * basis(atS),
          news: Object.fromEntries(news.map(([source, both]) => [source, both[side]])),
        });
        hours.push({
          atS,
          price,
          range: recentRange(memory, atS),
          long: sideOf('long', -1),
          short: sideOf('short', 1),
          nearUsd: nearUsd(map),
        });
      },
    );
    return hours;
  };
  const hours = walk(false);
  let deafHours: readonly Hour[] | null = null;
  const timesS = hours.map(({ atS }) => atS);
  const placed = placeRecorded(orders, bars);
  const known = new Map<string, readonly Region[]>();
  const observe = (horizonH: number, definition: EventDefinition): readonly Region[] => {
    const horizonS = horizonH * HOUR_S;
    const input = { path, orders: placed, windows: heard, timesS, horizonS, definition };
    const { regions } = observeOutcome(input);
    if (totals === null) return regions;
    const byHour = new Map(totals.map((total) => [total.atS, total]));
    return regions.flatMap((region) => {
      const total = byHour.get(region.atS);
      return total === undefined ? [] : [withTotal(region, total[region.side])];
    });
  };
  return {
    name: set.name,
    isMadeOn: set.isMadeOn,
    pool: set.pool,
    hours: (isDeaf) => (isDeaf ? (deafHours ??= walk(true)) : hours),
    regions: (horizonH, definition) => {
      const key = `${horizonH} ${definition}`;
      const regions = known.get(key) ?? observe(horizonH, definition);
      known.set(key, regions);
      return regions;
    },
    knowsWhere: totals === null,
  };
}

/** `region` with all of `usd` somewhere in it. */
function withTotal(region: Region, usd: number): Region {
  const column = region.usd.slice().fill(0);
  column[column.length - 1] = usd;
  return { ...region, usd: column };
}
