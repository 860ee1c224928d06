import { barAt, type Bars } from '../market/bars.ts';
import type { HeardOrder } from '../market/forced-order.ts';
import { HOUR_S } from '../market/time.ts';
import {
  createForecaster,
  forecastAt,
  type ForecasterState,
  learn,
  LEARNING_HORIZON_S,
  type MarketForecast,
  type PublicKnowledge,
  stepForecaster,
} from '../engine/forecast/forecaster.ts';
import { type ForecastMaps, layOutForecast } from '../engine/forecast/forecast-line.ts';
import type { FrozenForecast } from '../engine/forecast/frozen-forecast.ts';
import type { Stretch } from '../engine/forecast/refill-memory.ts';
import { placeRecorded } from '../engine/placement.ts';
import { mergePath, type PricePath } from '../engine/skill/price-path.ts';
import { type ListeningWindow, observeOutcome, type Region } from '../engine/skill/region.ts';
import {
  type CommandHelp,
  InputError,
  parseDuration,
  parseIsoTime,
  parseOptions,
  runCommand,
} from './args.ts';
import { type PositionRow, readBars, readMinutes, readPositions } from './csv-formats.ts';
import { createPublicRecord } from './public-positions.ts';
import { readListeningWindows, readMarketOrders } from './recorded-market.ts';

/** Without `--windows` a recorder is taken to listen for this long after each forced order. */
const LISTENS_AFTER_ORDER_S = 2 * HOUR_S;

/**
 * `forecast --bars F [--minutes F] [--prints F] [--positions F] [--windows F] --from ISO --until ISO --every 1h`: both
 * maps as JSON lines, one at each multiple of `--every` since the epoch. A line knows the bars that had closed by
 * its time and the forced orders in them, nothing later.
 * @throws InputError for wrong options or files
 */
export function runForecast(argv: readonly string[]): string {
  const options = parseOptions(argv, {
    bars: 'required',
    minutes: 'optional',
    prints: 'optional',
    positions: 'optional',
    windows: 'optional',
    from: 'required',
    until: 'required',
    every: 'required',
    json: 'flag',
  });
  const bars = readBars(options.bars);
  const market =
    options.prints === null ? { orders: [], base: null } : readMarketOrders(options.prints, bars);
  const lines: string[] = [];
  forecastSeries(
    {
      bars,
      minutes: options.minutes === null ? null : readMinutes(options.minutes),
      orders: market.orders,
      windows: options.windows === null ? null : readListeningWindows(options.windows, market.base),
      positions: options.positions === null ? [] : readPositions(options.positions),
    },
    {
      fromS: parseIsoTime(options.from, 'from'),
      untilS: parseIsoTime(options.until, 'until'),
      everyS: parseDuration(options.every, 'every'),
    },
    (atS, maps) => lines.push(formatLine(atS, maps)),
  );
  if (lines.length === 0)
    throw new InputError(`${options.bars}: no bar had closed by --until ${options.until}`);
  return lines.join('\n');
}

/** One market's recordings. */
export interface MarketRecording {
  readonly bars: Bars;
  readonly minutes: Bars | null;
  /** Ascending in time. */
  readonly orders: readonly HeardOrder[];
  /** When somebody listened for orders; null: inferred from the orders. */
  readonly windows: readonly ListeningWindow[] | null;
  readonly positions: readonly PositionRow[];
}

/** Multiples of `everyS` since the epoch from `fromS` to `untilS`, both included. */
export interface ForecastTimes {
  readonly fromS: number;
  readonly untilS: number;
  readonly everyS: number;
}

/** What the maps of one time were made of; valid until the walk goes on. */
export interface ForecastSource {
  readonly forecast: MarketForecast;
  readonly state: ForecasterState;
  /** Undefined where no public position is known. */
  readonly known: PublicKnowledge | undefined;
}

/**
 * Walks once through `recording` and emits both maps at every time asked for.
 * @throws InputError if no bar knows the open interest
 */
export function forecastSeries(
  { bars, minutes, orders, windows, positions }: MarketRecording,
  { fromS, untilS, everyS }: ForecastTimes,
  emit: (atS: number, maps: ForecastMaps, source: ForecastSource) => void,
): void {
  const openInterestBase = bars.openInterestBase.find((value) => value > 0);
  if (openInterestBase === undefined) throw new InputError('column oi_base: no row knows the open interest');
  const forecaster = createForecaster(bars.open[0] ?? 0, openInterestBase);
  const path = mergePath(bars, minutes);
  const listening = windows ?? inferWindows(orders);
  const outcomes = outcomesByTime(path, orders, listening, bars);
  const publicRecord = createPublicRecord(positions, bars);
  let pending: FrozenForecast[] = [];
  let nextOrder = 0;
  let nextStretch = 0;
  let emitS = Math.ceil(fromS / everyS) * everyS;
  for (let index = 0; index < bars.openTimeS.length; index++) {
    const bar = barAt(bars, index);
    const endS = bar.openTimeS + bars.intervalS;
    if (endS > untilS) break;
    const firstOrder = nextOrder;
    while ((orders[nextOrder]?.atMs ?? Infinity) < endS * 1000) nextOrder++;
    const stretches: Stretch[] = [];
    for (; (path.endS[nextStretch] ?? Infinity) <= endS; nextStretch++)
      stretches.push(stretchAt(path, nextStretch));
    stepForecaster(forecaster, bar, stretches, {
      startS: bar.openTimeS,
      endS,
      low: bar.low,
      high: bar.high,
      orders: orders.slice(firstOrder, nextOrder),
      ...(windows === null ? {} : { listened: shareListened(windows, bar.openTimeS, endS) }),
    });
    if (endS % LEARNING_HORIZON_S === 0) {
      for (const frozen of pending) {
        if (frozen.atS + LEARNING_HORIZON_S === endS)
          learn(forecaster, frozen, outcomes.get(frozen.atS) ?? []);
      }
      pending = isListening(listening, endS) ? [forecastAt(forecaster, endS).frozen] : [];
    }
    if (positions.length > 0) publicRecord.look(endS, forecaster.state.inventory);
    const nextEndS = (bars.openTimeS[index + 1] ?? bar.openTimeS + bars.intervalS) + bars.intervalS;
    for (; emitS <= untilS && emitS < nextEndS; emitS += everyS) {
      if (emitS < endS) continue;
      const known = publicRecord.at(emitS);
      const forecast = forecastAt(forecaster, emitS, known === undefined ? {} : { known });
      emit(emitS, layOutForecast(forecast), { forecast, state: forecaster.state, known });
    }
  }
}

const stretchAt = (path: PricePath, index: number): Stretch => ({
  startS: path.startS[index] ?? 0,
  endS: path.endS[index] ?? 0,
  high: path.high[index] ?? 0,
  low: path.low[index] ?? 0,
  close: path.close[index] ?? 0,
});

function inferWindows(orders: readonly HeardOrder[]): ListeningWindow[] {
  const windows: { startS: number; endS: number }[] = [];
  for (const { atMs } of orders) {
    const last = windows.at(-1);
    if (last !== undefined && atMs / 1000 <= last.endS) last.endS = atMs / 1000 + LISTENS_AFTER_ORDER_S;
    else windows.push({ startS: atMs / 1000, endS: atMs / 1000 + LISTENS_AFTER_ORDER_S });
  }
  return windows;
}

const shareListened = (windows: readonly ListeningWindow[], fromS: number, untilS: number): number =>
  windows.reduce(
    (sum, window) => sum + Math.max(0, Math.min(window.endS, untilS) - Math.max(window.startS, fromS)),
    0,
  ) /
  (untilS - fromS);

const isListening = (windows: readonly ListeningWindow[], atS: number): boolean =>
  windows.some((window) => window.startS <= atS && atS < window.endS);

/** What each hour's forecast met; read only once that hour is over. */
function outcomesByTime(
  path: PricePath,
  orders: readonly HeardOrder[],
  windows: readonly ListeningWindow[],
  bars: Bars,
): Map<number, Region[]> {
  const timesS: number[] = [];
  const horizonS = LEARNING_HORIZON_S;
  for (const openTimeS of bars.openTimeS) {
    const endS = openTimeS + bars.intervalS;
    if (endS % horizonS === 0 && isListening(windows, endS)) timesS.push(endS);
  }
  const placed = placeRecorded(orders, bars);
  const outcome = observeOutcome({ path, orders: placed, windows, timesS, horizonS, definition: 'first' });
  const byTime = new Map<number, Region[]>();
  for (const region of outcome.regions) byTime.set(region.atS, [...(byTime.get(region.atS) ?? []), region]);
  return byTime;
}

/** Four significant digits: what is not known better need not be stored. */
const rounded = (column: Float64Array): number[] =>
  Array.from(column, (value) => Number(value.toPrecision(4)));

function formatLine(atS: number, maps: ForecastMaps): string {
  return JSON.stringify({
    t: atS,
    price: maps.price,
    logStep: maps.logStep,
    firstBin: maps.firstBin,
    long: rounded(maps.long),
    short: rounded(maps.short),
    exposureLong: rounded(maps.exposureLong),
    exposureShort: rounded(maps.exposureShort),
  });
}

const HELP: CommandHelp = {
  usage:
    'forecast --bars F --from ISO --until ISO --every 1h [--minutes F] [--prints F] [--positions F] [--windows F]',
  about: 'Both maps as JSON lines, one at each multiple of a step since the epoch; --json changes nothing.',
  options: {
    bars: 'bars of the market with their open interest',
    from: 'first time, such as 2026-01-12T00:00:00Z',
    until: 'last time, included',
    every: 'the step, such as 15m, 1h or 1d',
    minutes: 'minute bars',
    prints: 'forced orders',
    positions: 'positions of public traders',
    windows: 'when a recorder listened',
  },
  example: '--bars bars.csv.gz --from 2026-01-12T00:00:00Z --until 2026-01-13T00:00:00Z --every 1h',
};

if (import.meta.main) await runCommand(runForecast, HELP);
