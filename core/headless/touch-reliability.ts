import {
  RELIABILITY_HISTORY_DAYS,
  touchReliability,
  type ReliabilityRow,
} from '../risk/touch/reliability.ts';
import { barAt } from '../market/bars.ts';
import { InputError, parseIsoTime, parseOptions } from './args.ts';
import { readDaily, readImpliedVolatility } from './csv-formats.ts';

const DAY_S = 86_400;
const HORIZON_DAYS = [1, 7] as const;
const DISTANCES = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.18] as const;

/**
 * `risk --reliability --daily F [--dvol F] [--from ISO]`: how often a barrier was touched against the forecast,
 * by deciles, for one day and seven.
 * @throws InputError for wrong options or files
 */
export function runReliability(argv: readonly string[]): string {
  const options = parseOptions(argv, {
    reliability: 'flag',
    daily: 'required',
    dvol: 'optional',
    from: 'optional',
    json: 'flag',
  });
  const bars = readDaily(options.daily);
  const opens = [...bars.openTimeS];
  if (opens.length <= RELIABILITY_HISTORY_DAYS + 7) {
    throw new InputError(
      `${options.daily}: ${opens.length} days, ${RELIABILITY_HISTORY_DAYS + 8} are needed`,
    );
  }
  const gap = opens.findIndex((open, index) => index > 0 && open - (opens[index - 1] ?? 0) !== DAY_S);
  if (gap >= 0)
    throw new InputError(`${options.daily}: row ${gap + 2}, column open_ts_s: a day is missing before it`);
  const fromS = options.from === null ? -Infinity : parseIsoTime(options.from, 'from');
  const fromDay = opens.findIndex((open) => open + DAY_S >= fromS);
  if (fromDay < 0) throw new InputError(`--from ${options.from}: after the last day of ${options.daily}`);
  const dvol = dvolAtCloses(opens, options.dvol);
  const tables = HORIZON_DAYS.map((horizonDays) => ({
    horizonDays,
    deciles: touchReliability({
      days: opens.map((_, index) => barAt(bars, index)),
      dvol,
      horizonDays,
      fromDay,
      distances: DISTANCES,
    }),
  }));
  return options.json ? JSON.stringify(tables) : tables.map(formatTable).join('\n\n');
}

/** The value stamped with a day counts from that day's open, so at its close it is at most a day old. */
function dvolAtCloses(opens: readonly number[], file: string | null): readonly (number | null)[] {
  const known = new Map(file === null ? [] : readImpliedVolatility(file).map(({ atS, dvol }) => [atS, dvol]));
  return opens.map((open) => known.get(open) ?? null);
}

function formatTable({
  horizonDays,
  deciles,
}: {
  horizonDays: number;
  deciles: readonly ReliabilityRow[];
}): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`.padStart(8);
  const all = deciles.reduce((sum, row) => sum + row.count, 0);
  const mean = (of: (row: ReliabilityRow) => number): number =>
    deciles.reduce((sum, row) => sum + of(row) * row.count, 0) / all;
  return [
    `chance of touch within ${horizonDays} d: ${all} forecasts, overlapping`,
    'decile  forecasts    from      to    mean  touched',
    ...deciles.map((row, index) =>
      [
        String(index + 1).padStart(6),
        String(row.count).padStart(10),
        percent(row.lowestForecast),
        percent(row.highestForecast),
        percent(row.meanForecast),
        percent(row.touched),
      ].join(''),
    ),
    `   all${String(all).padStart(10)}${' '.repeat(16)}${percent(mean((row) => row.meanForecast))}${percent(mean((row) => row.touched))}`,
  ].join('\n');
}
