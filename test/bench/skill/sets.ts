import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBars, readMinutes } from '../../../core/headless/csv-formats.ts';
import type { MarketRecording } from '../../../core/headless/forecast.ts';
import { readListeningWindows, readMarketOrders } from '../../../core/headless/recorded-market.ts';
import type { NewsFile } from './news.ts';
import { readTotals, type HourTotal } from './totals.ts';

/**
 * Where news is from: all venues together, another venue of this coin, the venue's coin that has most, the market itself; or
 * nowhere, a dollar of either side each hour, by which the others are judged.
 */
export type NewsSource = 'totals' | 'venue' | 'leader' | 'own' | 'nothing';

const TOTALS = 'liquidations/totals-btc-1h.csv.gz';
const SPOT = 'market/btcusdt-spot-1d.csv';

/** One recording on which every variant is scored. */
export interface RecordedSet {
  readonly name: string;
  /** Whether constants of the forecaster were found on it. */
  readonly isMadeOn: boolean;
  /** Files that it needs, below the folder of recordings. */
  readonly files: Readonly<{
    bars: string;
    minutes?: string;
    prints?: string;
    /** Absent: somebody listened all the time. */
    windows?: string;
    /** Hourly dollars without prices: scored for how much, never for where. */
    totals?: string;
    /** Daily candles of the coin itself, for the basis. */
    spot?: string;
  }>;
  /** Forced orders that were heard at the same time. */
  readonly news?: Readonly<Partial<Record<NewsSource, NewsFile>>>;
  /** Sets of one pool are coins of one venue, recorded at the same time. */
  readonly pool?: string;
  /** Only forced orders of this venue. */
  readonly venue?: string;
}

const pacifica = (coin: string): RecordedSet => ({
  name: `Pacifica ${coin}, 15-30 Mar`,
  isMadeOn: false,
  files: {
    bars: `pacifica/${coin.toLowerCase()}-bars.csv.gz`,
    prints: `pacifica/${coin.toLowerCase()}-prints.csv.gz`,
    windows: 'pacifica/windows.csv',
  },
  news: {
    totals: { totals: TOTALS },
    own: { prints: `pacifica/${coin.toLowerCase()}-prints.csv.gz` },
    nothing: { always: true },
    ...(coin === 'BTC' ? {} : { leader: { prints: 'pacifica/btc-prints.csv.gz' } }),
  },
  pool: 'Pacifica',
});

const world = (seed: string): RecordedSet => ({
  name: `world ${seed}`,
  isMadeOn: false,
  files: { bars: `worlds/${seed}/bars.csv.gz`, prints: `worlds/${seed}/prints.csv.gz` },
  venue: 'bybit',
  news: {
    nothing: { always: true },
    own: { prints: `worlds/${seed}/prints.csv.gz`, venue: 'bybit' },
    venue: { prints: `worlds/${seed}/prints.csv.gz`, venue: 'binance' },
  },
  pool: 'worlds',
});

/** All recordings, in the order of the table. */
export const SETS: readonly RecordedSet[] = [
  {
    name: 'Binance BTC, 27 Jan-9 Feb',
    isMadeOn: true,
    files: {
      bars: 'market/btcusdt-15m.csv.gz',
      minutes: 'market/btc-mid-1m.csv.gz',
      prints: 'liquidations/prints.csv.gz',
      windows: 'liquidations/recording-windows.csv',
      spot: SPOT,
    },
    news: {
      own: { prints: 'liquidations/prints.csv.gz' },
      totals: { totals: TOTALS },
      nothing: { always: true },
    },
  },
  ...['BTC', 'ETH', 'SOL'].map(pacifica),
  {
    name: 'all venues BTC, Dec-Mar',
    isMadeOn: false,
    files: { bars: 'pacifica/btc-bars.csv.gz', totals: TOTALS, spot: SPOT },
    news: { own: { totals: TOTALS }, totals: { totals: TOTALS }, nothing: { always: true } },
  },
  ...['12', '15'].map(world),
];

/** What a set holds. */
export interface SetData {
  readonly recording: MarketRecording;
  readonly totals: readonly HourTotal[] | null;
}

/** Files of `set` that are not in `folder`. */
export const missingFiles = (set: RecordedSet, folder: string): readonly string[] =>
  Object.values(set.files).filter((file) => !existsSync(join(folder, file)));

/** @throws InputError for a file that cannot be read */
export function readSet({ files, venue }: RecordedSet, folder: string): SetData {
  const bars = readBars(join(folder, files.bars));
  const market =
    files.prints === undefined
      ? { orders: [], base: null }
      : readMarketOrders(join(folder, files.prints), bars);
  const always = [{ startS: bars.openTimeS[0] ?? 0, endS: (bars.openTimeS.at(-1) ?? 0) + bars.intervalS }];
  return {
    recording: {
      bars,
      minutes: files.minutes === undefined ? null : readMinutes(join(folder, files.minutes)),
      orders: market.orders.filter((order) => venue === undefined || order.venue === venue),
      windows:
        files.windows === undefined ? always : readListeningWindows(join(folder, files.windows), market.base),
      positions: [],
    },
    totals: files.totals === undefined ? null : readTotals(join(folder, files.totals)),
  };
}
