import { dailyCandlesOf } from '../levels/daily-candle.ts';
import { assetOfMarket } from '../market/asset.ts';
import { dailyBars } from '../report/daily-bars.ts';
import { hourlyVariances } from '../risk/touch/hourly-variances.ts';
import { ReliabilityCells, type ReliabilityCell } from '../risk/touch/reliability-cells.ts';
import { forecastOutcomes, type HourlyMarket, RELIABILITY_HORIZONS } from '../risk/touch/reliability.ts';
import { dailyVariances } from '../risk/touch/variance-forecast.ts';
import { type CommandHelp, InputError, parseIsoTime, parseOptions, runCommand } from './args.ts';
import { readMinutes } from './csv-formats.ts';
import { HOUR_S } from '../market/time.ts';

/** Cells of fewer forecasts say nothing about two standard errors. */
const LEAST_FORECASTS = 200;
const MOST_ERRORS = 2;
/** A touch and a miss that were thought impossible cost this much, not everything. */
const LEAST_CHANCE = 1e-4;

interface Summary {
  readonly cells: number;
  /** Share of the cells whose error is within two standard errors; null without cells. */
  readonly within: number | null;
}

interface Reliability {
  readonly touch: Summary;
  readonly close: Summary;
  readonly target: Summary;
  /** Mean of -ln of the chance that was given to what happened, by horizon in hours; barriers in percent alone. */
  readonly logLoss: Readonly<Record<string, number | null>>;
  readonly table: readonly ReliabilityCell[];
}

/**
 * `touch --bars F[,F...] [--market BTCUSDT] [--from ISO] [--until ISO] [--json]`: how often prices were touched, days
 * closed beyond them and targets came before stops against the chances that were said, by weekday, hour and kind of day; files are added up.
 * @throws InputError for wrong options or files
 */
export function runTouch(argv: readonly string[]): string {
  const options = parseOptions(argv, {
    bars: 'required',
    market: 'optional',
    from: 'optional',
    until: 'optional',
    json: 'flag',
  });
  const fromS = options.from === null ? -Infinity : parseIsoTime(options.from, 'from');
  const untilS = options.until === null ? Infinity : parseIsoTime(options.until, 'until');
  const { assetClass } = assetOfMarket(options.market ?? '');
  const cells = new ReliabilityCells();
  const losses = new Map<number, { sum: number; count: number }>(
    RELIABILITY_HORIZONS.map((hours) => [hours, { sum: 0, count: 0 }]),
  );
  for (const file of options.bars.split(',')) {
    forecastOutcomes({ ...readHours(file), assetClass }, { fromS, untilS }, (outcome) => {
      cells.add(outcome);
      const loss = losses.get(outcome.horizonHours);
      if (outcome.what !== 'touch' || !outcome.barrier.endsWith('%') || loss === undefined) return;
      const said = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, outcome.said));
      loss.sum -= outcome.happened * Math.log(said) + (1 - outcome.happened) * Math.log(1 - said);
      loss.count += 1;
    });
  }
  const table = cells.cells();
  if (table.length === 0)
    throw new InputError(`${options.bars}: nothing to forecast: thirty days and a week are needed`);
  const reliability: Reliability = {
    touch: summaryOf(table, 'touch'),
    close: summaryOf(table, 'close'),
    target: summaryOf(table, 'target'),
    logLoss: Object.fromEntries(
      [...losses].map(([hours, { sum, count }]) => [hours, count === 0 ? null : sum / count]),
    ),
    table,
  };
  return options.json ? JSON.stringify(reliability) : tableText(reliability);
}

/** @throws InputError where the bars are no hours or finer, or one hour is missing */
function readHours(file: string): Omit<HourlyMarket, 'assetClass'> {
  const bars = readMinutes(file);
  const hours = hourlyVariances(bars);
  const gap = hours.openTimeS.findIndex(
    (timeS, at) => at > 0 && timeS - (hours.openTimeS[at - 1] ?? 0) !== HOUR_S,
  );
  if (gap > 0) {
    const missing = new Date(((hours.openTimeS[gap - 1] ?? 0) + HOUR_S) * 1000).toISOString();
    throw new InputError(`${file}: column open_ts_s: the hour from ${missing} is missing`);
  }
  if (hours.openTimeS.length === 0)
    throw new InputError(`${file}: column open_ts_s: bars of an hour or less are needed`);
  const length = hours.openTimeS.length;
  const [high, low, close] = [
    new Float64Array(length),
    new Float64Array(length).fill(Infinity),
    new Float64Array(length),
  ];
  const firstS = hours.openTimeS[0] ?? 0;
  bars.openTimeS.forEach((timeS, at) => {
    const hour = Math.floor((timeS - firstS) / HOUR_S);
    if (hour < 0 || hour >= length) return;
    high[hour] = Math.max(high[hour] ?? 0, bars.high[at] ?? NaN);
    low[hour] = Math.min(low[hour] ?? 0, bars.low[at] ?? NaN);
    close[hour] = bars.close[at] ?? NaN;
  });
  const endS = (bars.openTimeS.at(-1) ?? 0) + bars.intervalS;
  return {
    openTimeS: hours.openTimeS,
    high,
    low,
    close,
    hours,
    days: dailyVariances(dailyCandlesOf(dailyBars(bars, endS))),
  };
}

const isWithin = ({ said, happened, standardError }: ReliabilityCell): boolean =>
  Math.abs(happened - said) <= MOST_ERRORS * standardError;

function summaryOf(table: readonly ReliabilityCell[], what: ReliabilityCell['what']): Summary {
  const judged = table.filter(
    (cell) => cell.what === what && cell.by !== 'all' && cell.forecasts >= LEAST_FORECASTS,
  );
  return {
    cells: judged.length,
    within: judged.length === 0 ? null : judged.filter(isWithin).length / judged.length,
  };
}

function tableText({ touch, close, target, logLoss, table }: Reliability): string {
  // One block of days alone has no standard error.
  const percent = (value: number): string =>
    (Number.isFinite(value) ? (100 * value).toFixed(1) : 'unknown').padStart(9);
  const share = ({ cells, within }: Summary): string =>
    within === null ? 'unknown' : `${(100 * within).toFixed(1)} % of ${cells}`;
  const losses = Object.entries(logLoss).map(
    ([hours, loss]) => `${hours} h ${loss === null ? 'unknown' : loss.toFixed(4)}`,
  );
  return [
    `cells of ${LEAST_FORECASTS} forecasts or more within ${MOST_ERRORS} standard errors: touch ${share(touch)}, close ${share(close)}, target before stop ${share(target)}`,
    `log loss of touch: ${losses.join(', ')}`,
    '',
    'what    hours    beyond  by       value   forecasts   said %  happened %  error %',
    ...table.map((cell) =>
      [
        cell.what.padEnd(6),
        String(cell.horizonHours).padStart(7),
        cell.barrier.padStart(10),
        `  ${cell.by.padEnd(9)}`,
        cell.value.padEnd(6),
        String(cell.forecasts).padStart(11),
        percent(cell.said),
        percent(cell.happened).padStart(12),
        percent(cell.standardError),
        isWithin(cell) || !Number.isFinite(cell.standardError) ? '' : ' *',
      ].join(''),
    ),
  ].join('\n');
}

const HELP: CommandHelp = {
  usage: 'touch --bars F[,F...] [--market BTCUSDT] [--from ISO] [--until ISO]',
  about:
    'How often prices were touched, days closed beyond them and targets came before stops against the chances that were said, by weekday, hour and kind of day.',
  options: {
    bars: 'bars of an hour or less without gaps; several files, with commas between, are added up',
    market: 'whose bars they are; a share, such as CAT.equity, has no week of coins',
    from: 'first time that is forecast from',
    until: 'time at which forecasts end',
  },
  example: '--bars btc-1h.csv.gz,eth-1h.csv.gz --from 2025-01-01',
};

if (import.meta.main) await runCommand(runTouch, HELP);
