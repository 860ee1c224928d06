import { join } from 'node:path';
import { exposureIntervals } from '../../../core/engine/forecast/intervals.ts';
import { forecastSeries } from '../../../core/headless/forecast.ts';
import { readMarketOrders } from '../../../core/headless/recorded-market.ts';
import { DAY_S } from '../../../core/market/time.ts';
import { readWorld } from '../../support/worlds.ts';
import type { Look } from './look.ts';

/** The venues of a world that are heard: one tells all its forced orders, the other two a bar. */
const FEEDS: Readonly<Record<string, readonly string[]>> = {
  'no feed': [],
  'sampled feed': ['binance'],
  'complete feed': ['bybit'],
  'both feeds': ['binance', 'bybit'],
};

/** A recorded world, once a day of its last twenty, by the feeds that are heard. */
export function lookAtWorld(folder: string, name: string, see: (look: Look) => void): void {
  const { bars, truths } = readWorld(folder, name);
  const { orders } = readMarketOrders(join(folder, name, 'prints.csv.gz'), bars);
  const truthAt = new Map(truths.map((truth) => [truth.atS, truth]));
  const times = { fromS: truths[0]?.atS ?? 0, untilS: truths.at(-1)?.atS ?? 0, everyS: DAY_S };
  for (const [knowledge, venues] of Object.entries(FEEDS)) {
    const heard = orders.filter(({ venue }) => venues.includes(venue));
    forecastSeries(
      { bars, minutes: null, orders: heard, windows: null, positions: [] },
      times,
      (atS, _maps, { forecast: { map }, state: { inventory, calibration } }) => {
        const truth = truthAt.get(atS);
        if (truth === undefined) return;
        const factors: Look['factors'] = (ranges) => exposureIntervals(inventory, calibration, ranges);
        see({ market: `world ${name}`, knowledge, truth, map, factors });
      },
    );
  }
}
