import { type AggregatedBars, barsUntil, liquidationMap, rebuildInventory } from '../engine/index.ts';
import { realisedVolatility } from '../context/realised-volatility.ts';
import { dailyCandlesOf } from '../levels/daily-candle.ts';
import { BARS_NEEDED, type Bars } from '../market/bars.ts';
import type { MarketReport } from '../market/market-report.ts';
import { createCalibration } from '../engine/forecast/calibration.ts';
import { createMixture } from '../engine/forecast/mixture.ts';
import type { MarketView } from '../report/map-report.ts';
import { buildReport } from '../report/build-report.ts';
import { largestLiquidationDays, latestValue, summariseFlows } from '../report/context-report.ts';
import { dailyBars } from '../report/daily-bars.ts';
import { type CommandHelp, parseIsoTime, parseOptions, runCommand } from './args.ts';
import {
  readBars,
  readDaily,
  readFlows,
  readImpliedVolatility,
  readMinutes,
  readPositions,
} from './csv-formats.ts';
import { forecastSeries, type MarketRecording } from './forecast.ts';
import { overlayForecast } from './forecast-map.ts';
import { barsKnownAt } from './known-bars.ts';
import { readMarketOrders } from './recorded-market.ts';
import { recordedOpenInterest } from './recorded-open-interest.ts';
import { reportTable } from './report-table.ts';
import { DAY_S, HOUR_S } from '../market/time.ts';

const OPTIONS = {
  bars: 'required',
  minutes: 'optional',
  prints: 'optional',
  positions: 'optional',
  daily: 'optional',
  'oi-daily': 'optional',
  flows: 'optional',
  dvol: 'optional',
  market: 'required',
  at: 'required',
  json: 'flag',
} as const;

/**
 * `report --bars F --market BTCUSDT --at ISO [--json]` and further recordings: the market report as it could have been known at
 * `--at`.
 * @throws InputError for wrong options or files
 */
export function runReport(argv: readonly string[]): string {
  const options = parseOptions(argv, OPTIONS);
  const atS = parseIsoTime(options.at, 'at');
  const bars = barsKnownAt(options.bars, readBars(options.bars), atS, DAY_S);
  const minutes = options.minutes === null ? null : barsUntil(readMinutes(options.minutes), atS);
  const orders =
    options.prints === null
      ? []
      : readMarketOrders(options.prints, bars).orders.filter(({ atMs }) => atMs <= atS * 1000);
  const positions = options.positions === null ? [] : readPositions(options.positions);
  const flows = options.flows === null ? [] : readFlows(options.flows);
  const dvol = options.dvol === null ? [] : readImpliedVolatility(options.dvol);
  const daily = options.daily === null ? dailyBars(bars, atS) : knownDaily(options.daily, atS);

  const price = latestPrice(bars, minutes);
  const impliedVolatility = latestValue(
    dvol.map(({ atS, date, dvol }) => ({ atS, date, value: dvol })),
    atS,
  );
  // Who recorded them heard some of the market.
  const forcedSince = (spanS: number) => {
    if (options.prints === null) return null;
    const recent = orders.filter(({ atMs }) => atMs > (atS - spanS) * 1000);
    const sumOf = (side: 'long' | 'short') =>
      recent.reduce((sum, order) => sum + (order.side === side ? order.notionalUsd : 0), 0);
    return { longUsd: sumOf('long'), shortUsd: sumOf('short'), isLowerBound: true };
  };
  const view = viewAt(atS, price, { bars, minutes, orders, windows: null, positions });
  const result = buildReport({
    market: options.market,
    nowMs: atS * 1000,
    price,
    tickSize: null,
    warmUp: warmUpOf(bars),
    view,
    aggregated: oneVenue(bars),
    ...(options['oi-daily'] === null
      ? {}
      : { openInterestPast: recordedOpenInterest(options['oi-daily'], atS) }),
    venues: [],
    sources: [],
    context: {
      etf: summariseFlows(
        flows.map(({ atS, date, netFlowUsd }) => ({ atS, date, value: netFlowUsd })),
        atS,
      ),
      dvol: impliedVolatility,
      realisedVol: realisedVolatility([...barsUntil(daily, atS).close]),
    },
    history: {
      largestLiquidationDays: largestLiquidationDays(
        orders.map(({ atMs, notionalUsd }) => ({ atS: atMs / 1000, notionalUsd })),
        atS,
      ),
    },
    liquidations: { h1: forcedSince(HOUR_S), h24: forcedSince(DAY_S) },
    outlook: {
      daily: dailyCandlesOf(daily),
      nowMs: atS * 1000,
      // A file of bars has no order book, so latent liquidity alone absorbs.
      books: [],
      coverage: 1,
      survival: null,
      dailyVolumeUsd: null,
    },
    beside: {},
  });
  return options.json ? JSON.stringify(result) : reportTable(result);
}

/** Levels change at daily closes: those of a week ago are not those of now. */
function knownDaily(file: string, atS: number): Bars {
  const daily = readDaily(file);
  barsKnownAt(file, daily, atS, 7 * DAY_S);
  return daily;
}

/**
 * The inventory's map, refined by the forecast where forced orders or public positions are known, and how sure it is;
 * null without open interest.
 */
function viewAt(atS: number, price: number, recording: MarketRecording): MarketView | null {
  const inventory = rebuildInventory(recording.bars);
  if (inventory === null) return null;
  const map = liquidationMap(inventory, price);
  const state = { inventory, calibration: createCalibration(), mixture: createMixture() };
  let view: MarketView = { map, state, skill: null };
  if (recording.orders.length === 0 && recording.positions.length === 0) return view;
  const wholeS = Math.floor(atS);
  forecastSeries(recording, { fromS: wholeS, untilS: wholeS, everyS: 1 }, (_, forecast, { state, known }) => {
    view = { map: overlayForecast(map, forecast), state, known, skill: null };
  });
  return view;
}

/** Close of whichever bar closed last. */
function latestPrice(bars: Bars, minutes: Bars | null): number {
  const closeTimeS = (of: Bars): number => (of.openTimeS.at(-1) ?? -Infinity) + of.intervalS;
  const latest = minutes !== null && closeTimeS(minutes) > closeTimeS(bars) ? minutes : bars;
  return latest.close.at(-1) ?? NaN;
}

/** A file of bars is one market already: nothing to add. */
const oneVenue = (bars: Bars): AggregatedBars => ({
  bars,
  takerVolumeBase: bars.volumeBase,
});

function warmUpOf(bars: Bars): MarketReport['warmUp'] {
  const barsNeeded = Math.round((BARS_NEEDED * 300) / bars.intervalS);
  const barsLoaded = Math.min(bars.openTimeS.length, barsNeeded);
  return { barsLoaded, barsNeeded, done: barsLoaded === barsNeeded };
}

const HELP: CommandHelp = {
  usage:
    'report --bars F --market BTCUSDT --at ISO [--minutes F] [--prints F] [--positions F] [--daily F] [--oi-daily F] [--flows F] [--dvol F]',
  about: 'The market report as it could have been known at a time.',
  options: {
    bars: 'bars of the market with their open interest',
    market: 'its name, such as BTCUSDT',
    at: 'the time, such as 2026-01-12T00:00:00Z',
    minutes: 'minute bars',
    prints: 'forced orders',
    positions: 'positions of public traders',
    daily: 'daily candles, for the levels',
    'oi-daily': 'open interest by days, for its peak and its last year',
    flows: 'flows of the spot funds',
    dvol: 'implied volatility',
  },
  example: '--bars bars.csv.gz --market BTCUSDT --at 2026-01-12T00:00:00Z',
};

if (import.meta.main) await runCommand(runReport, HELP);
