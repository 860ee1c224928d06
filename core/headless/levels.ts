import type { LevelReport } from '../market/market-report.ts';
import { dailyCandlesOf } from '../levels/daily-candle.ts';
import { findLevels, type KeyLevels } from '../levels/find-levels.ts';
import { type CommandHelp, InputError, parseIsoTime, parseOptions, runCommand } from './args.ts';
import { readDaily } from './csv-formats.ts';
import { barsKnownAt } from './known-bars.ts';
import { DAY_S } from '../market/time.ts';

/**
 * `levels --daily F --at ISO [--json]`: key levels, patterns and averages as the daily closes up to `--at` show them.
 * @throws InputError for wrong options or files
 */
export function runLevels(argv: readonly string[]): string {
  const options = parseOptions(argv, { daily: 'required', at: 'required', json: 'flag' });
  const atMs = parseIsoTime(options.at, 'at') * 1000;
  const bars = readDaily(options.daily);
  const intraday = bars.openTimeS.findIndex((openTimeS) => openTimeS % DAY_S !== 0);
  if (intraday >= 0) {
    throw new InputError(`${options.daily}: row ${intraday + 2}, column open_ts_s: not 00:00 UTC of a day`);
  }
  barsKnownAt(options.daily, bars, atMs / 1000, 7 * DAY_S);
  const levels = findLevels(dailyCandlesOf(bars), atMs);
  return options.json ? JSON.stringify(levels) : formatLevels(levels);
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const formatPrice = (price: number): string =>
  price.toLocaleString('en-US', { maximumSignificantDigits: Math.max(6, Math.ceil(Math.log10(price)) + 2) });

/** A resistance that gave way and holds again is lost for those who had bought the break. */
const stateWords = ({ side, state }: LevelReport): string =>
  state === 'reclaimed' && side === 'resistance' ? 'lost again' : state;

function formatLevels({ at, price, levels, patterns, averages }: KeyLevels): string {
  const average = (value: number | null): string => (value === null ? 'unknown' : formatPrice(value));
  return [
    `${new Date(at).toISOString()}, last daily close ${price === null ? 'unknown' : formatPrice(price)}`,
    `50-day average ${average(averages.sma50)}, 200-day average ${average(averages.sma200)}`,
    '',
    ...levels.map((level) => {
      const band =
        level.low === level.high
          ? formatPrice(level.low)
          : `${formatPrice(level.low)} - ${formatPrice(level.high)}`;
      const since = level.stateAt === null ? '' : ` since the close of ${isoDay(level.stateAt - 1)}`;
      return `${level.side.padEnd(10)}  ${band.padEnd(24)}  score ${level.score.toFixed(2)}  touches ${level.touches}  ${stateWords(level)}${since}  (${level.sources.join(', ')})`;
    }),
    '',
    ...patterns.map(({ kind, timeframe, confirmed, at, target, points = [] }) => {
      const extremes = points
        .map((point) => `${isoDay(point.at)} at ${formatPrice(point.price)}`)
        .join(' and ');
      return [
        `${kind} on the ${timeframe}, ${isoDay(at)}`,
        ...(extremes ? [extremes, confirmed ? 'confirmed' : 'unconfirmed'] : []),
        ...(target === null ? [] : [`target ${formatPrice(target)}`]),
      ].join(', ');
    }),
  ].join('\n');
}

const HELP: CommandHelp = {
  usage: 'levels --daily F --at ISO',
  about: 'Key levels, patterns and averages as the daily closes up to a time show them.',
  options: {
    daily: 'daily candles',
    at: 'the time, such as 2026-01-12T00:00:00Z',
  },
  example: '--daily btcusdt-1d.csv --at 2026-01-12T00:00:00Z',
};

if (import.meta.main) await runCommand(runLevels, HELP);
