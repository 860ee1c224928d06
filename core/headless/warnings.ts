import '../i18n/speak-english.ts';

import { NO_SIGNALS } from '../alerts/alert-signals.ts';
import { type AlertState, INITIAL_ALERT_STATE, type Warning } from '../alerts/alert-state.ts';
import { DEFAULT_ALERT_SETTINGS } from '../alerts/settings.ts';
import { stepAlerts } from '../alerts/step-alerts.ts';
import { warningWords } from '../i18n/warning-words.ts';
import { dailyCandlesOf } from '../levels/daily-candle.ts';
import { findLevels } from '../levels/find-levels.ts';
import { barAt, type Bars } from '../market/bars.ts';
import type { MarketReport } from '../market/market-report.ts';
import { DAY_S, QUARTER_HOUR_S } from '../market/time.ts';
import { buildReport } from '../report/build-report.ts';
import { busyQuarterUsd, type Quarter } from '../report/busy-quarter.ts';
import { type CommandHelp, parseIsoTime, parseOptions, runCommand } from './args.ts';
import { type OrderRow, readBars, readDaily, readForcedOrders } from './csv-formats.ts';

/**
 * `warnings --bars F --daily F [--prints F] [--from ISO] [--until ISO] [--json]`: the warnings that the default
 * settings would have given over a record, without map, calendar and own positions.
 * @throws InputError for wrong options or files
 */
export function runWarnings(argv: readonly string[]): string {
  const options = parseOptions(argv, {
    bars: 'required',
    daily: 'required',
    prints: 'optional',
    from: 'optional',
    until: 'optional',
    json: 'flag',
  });
  const warnings = replayWarnings({
    bars: readBars(options.bars),
    daily: readDaily(options.daily),
    orders: options.prints === null ? [] : readForcedOrders(options.prints),
    fromS: options.from === null ? -Infinity : parseIsoTime(options.from, 'from'),
    untilS: options.until === null ? Infinity : parseIsoTime(options.until, 'until'),
  });
  if (options.json) return JSON.stringify(warnings);
  return formatWarnings(warnings);
}

function formatWarnings(warnings: readonly Warning[]): string {
  const perDay = Map.groupBy(warnings, ({ at }) => new Date(at).toISOString().slice(0, 10));
  const most = Math.max(0, ...[...perDay.values()].map((day) => day.length));
  return [...warnings.map(formatWarning), `${warnings.length} warnings, at most ${most} on one day`].join(
    '\n',
  );
}

function formatWarning(warning: Warning): string {
  const { at, rule } = warning;
  const { title, text } = warningWords(warning);
  return `${new Date(at).toISOString().slice(0, 16)}  ${rule.padEnd(13)}  ${title.padEnd(44)}  ${text}`;
}

/** What a record offers for a replay; times are epoch seconds. */
export interface WarningReplay {
  readonly bars: Bars;
  readonly daily: Bars;
  readonly orders: readonly OrderRow[];
  readonly fromS: number;
  readonly untilS: number;
}

/**
 * Warnings in order of time. Every bar is looked at four times, along its likelier path: open, the extreme nearer to
 * the open, the other one, close. Levels come from the daily candles closed by then.
 */
export function replayWarnings({ bars, daily, orders, fromS, untilS }: WarningReplay): Warning[] {
  const candles = dailyCandlesOf(daily);
  const quarters = sumByQuarter(orders);
  const given: Warning[] = [];
  let state: AlertState = INITIAL_ALERT_STATE;
  let previous: MarketReport | null = null;
  let levels = findLevels([], 0);
  let levelsDay = NaN;
  let openInterestBase: number | null = null;
  let busyUsd: number | null = null;

  for (let index = 0; index < bars.openTimeS.length; index++) {
    const bar = barAt(bars, index);
    if (bar.openTimeS < fromS || bar.openTimeS >= untilS) continue;
    const day = Math.floor(bar.openTimeS / DAY_S);
    if (day !== levelsDay) {
      levels = findLevels(candles, bar.openTimeS * 1000);
      levelsDay = day;
      busyUsd = busyQuarterUsd([...quarters.values()], bar.openTimeS);
    }
    const isRising = bar.close >= bar.open;
    const path = [bar.open, isRising ? bar.low : bar.high, isRising ? bar.high : bar.low, bar.close];
    for (const [step, price] of path.entries()) {
      const isClose = step === path.length - 1;
      const nowMs = (bar.openTimeS + ((step + 1) * bars.intervalS) / path.length) * 1000;
      if (isClose && !Number.isNaN(bar.openInterestBase)) openInterestBase = bar.openInterestBase;
      const report = reportOf({ price, nowMs, levels, openInterestBase });
      const last = isClose
        ? quarters.get((Math.floor((bar.openTimeS + bars.intervalS) / QUARTER_HOUR_S) - 1) * QUARTER_HOUR_S)
        : undefined;
      const signals =
        busyUsd === null || last === undefined ? NO_SIGNALS : { ...NO_SIGNALS, burst: { ...last, busyUsd } };
      const next = stepAlerts(state, report, previous, DEFAULT_ALERT_SETTINGS, nowMs, signals);
      state = next.state;
      previous = report;
      given.push(...next.warnings);
    }
  }
  return given;
}

function reportOf(input: {
  readonly price: number;
  readonly nowMs: number;
  readonly levels: ReturnType<typeof findLevels>;
  readonly openInterestBase: number | null;
}): MarketReport {
  const { price, nowMs, levels, openInterestBase } = input;
  const report = buildReport({
    market: 'BTCUSDT',
    nowMs,
    price,
    tickSize: null,
    warmUp: { barsLoaded: 1, barsNeeded: 1, done: true },
    view: null,
    aggregated: null,
    venues: [],
    sources: [],
    outlook: { daily: [], nowMs, books: [], coverage: 1, survival: null, dailyVolumeUsd: null },
    beside: {},
  });
  return {
    ...report,
    levels: levels.levels,
    patterns: levels.patterns,
    atr1dUsd: levels.atr1dUsd,
    openInterest: {
      ...report.openInterest,
      base: openInterestBase,
      usd: openInterestBase === null ? null : openInterestBase * price,
    },
  };
}

/** Quarter hours in which there were forced orders, by when they began, epoch seconds. */
function sumByQuarter(orders: readonly OrderRow[]): ReadonlyMap<number, Quarter> {
  const quarters = new Map<number, Quarter>();
  for (const { atS, side, notionalUsd } of orders) {
    const openTimeS = Math.floor(atS / QUARTER_HOUR_S) * QUARTER_HOUR_S;
    const { longUsd, shortUsd } = quarters.get(openTimeS) ?? { longUsd: 0, shortUsd: 0 };
    quarters.set(openTimeS, {
      openTimeS,
      longUsd: side === 'long' ? longUsd + notionalUsd : longUsd,
      shortUsd: side === 'short' ? shortUsd + notionalUsd : shortUsd,
    });
  }
  return quarters;
}

const HELP: CommandHelp = {
  usage: 'warnings --bars F --daily F [--prints F] [--from ISO] [--until ISO]',
  about: 'The warnings that the default settings would have given over a record.',
  options: {
    bars: 'bars of the market',
    daily: 'daily candles, for the levels',
    prints: 'forced orders, for bursts',
    from: 'first time that is looked at',
    until: 'last time, not included',
  },
  example: '--bars bars.csv.gz --daily daily.csv --from 2026-01-12',
};

if (import.meta.main) await runCommand(runWarnings, HELP);
