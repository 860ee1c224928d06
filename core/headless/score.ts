import '../i18n/speak-english.ts';

import { buildBaselineMaps, buildKnownPositionMaps } from '../engine/skill/baselines.ts';
import type { Gain } from '../engine/skill/bootstrap.ts';
import { evaluateDefinition, type DefinitionScore } from '../engine/skill/evaluate.ts';
import { placeRecorded } from '../engine/placement.ts';
import { mergePath } from '../engine/skill/price-path.ts';
import { columnSnapshot, forecastFromSnapshots, type MapSnapshot } from '../engine/skill/snapshot.ts';
import { ladderColumns } from '../engine/history/ladder-columns.ts';
import type { Bars } from '../market/bars.ts';
import { HOUR_S } from '../market/time.ts';
import { definitionSentence, skillSentence } from '../i18n/skill-words.ts';
import { bothVerdicts } from '../engine/skill/verdict.ts';
import { type CommandHelp, parseDuration, parseIsoTime, parseOptions, runCommand } from './args.ts';
import { readBars, readMinutes, readPositions } from './csv-formats.ts';
import { readForecasts } from './forecast-file.ts';
import { readListeningWindows, readMarketOrders } from './recorded-market.ts';

/** Spacing of the forecast times from which the distance kernel is learnt. */
const TRAIN_STEP_S = HOUR_S;

/**
 * `score --forecast F --prints F --bars F [--minutes F] [--positions F] --windows F --train-until ISO --test-from ISO
 * --test-until ISO --horizon 1h [--json]`: how well a frozen forecast told where forced orders would fall, beside
 * every baseline, by first passage and by all orders.
 * @throws InputError for wrong options or files
 */
export function runScore(argv: readonly string[]): string {
  const options = parseOptions(argv, {
    forecast: 'required',
    prints: 'required',
    bars: 'required',
    minutes: 'optional',
    positions: 'optional',
    windows: 'required',
    'train-until': 'required',
    'test-from': 'required',
    'test-until': 'required',
    horizon: 'required',
    json: 'flag',
  });
  const horizonS = parseDuration(options.horizon, 'horizon');
  const trainUntilS = parseIsoTime(options['train-until'], 'train-until');
  const testFromS = parseIsoTime(options['test-from'], 'test-from');
  const testUntilS = parseIsoTime(options['test-until'], 'test-until');
  const bars = readBars(options.bars);
  const { orders, base } = readMarketOrders(options.prints, bars);
  const windows = readListeningWindows(options.windows, base);
  const snapshots = readForecasts(options.forecast);
  const testTimesS = snapshots
    .map((snapshot) => snapshot.atS)
    .filter((atS) => atS >= testFromS && atS + horizonS <= testUntilS)
    .sort((a, b) => a - b);
  const barsEndS = (bars.openTimeS.at(-1) ?? 0) + bars.intervalS;
  const trainTimesS = gridTimes(
    Math.max(windows[0]?.startS ?? trainUntilS, bars.openTimeS[0] ?? 0),
    Math.min(trainUntilS, barsEndS),
  );
  const timesS = [...new Set([...trainTimesS, ...testTimesS])].sort((a, b) => a - b);
  const maps = buildBaselineMaps(bars, timesS);
  const known = options.positions === null ? [] : knownPositions(options.positions, base);
  const input = {
    path: mergePath(bars, options.minutes === null ? null : readMinutes(options.minutes)),
    orders: placeRecorded(orders, bars),
    windows,
    horizonS,
    trainTimesS,
    testTimesS,
    trainUntilS,
    forecasts: {
      forecast: forecastFromSnapshots(snapshots),
      'volume profile': forecastFromSnapshots(maps.volumeProfile),
      'tiers, none removed': forecastFromSnapshots(maps.tiersKept),
      'tiers, removed': forecastFromSnapshots(maps.tiersRemoved),
      'ladder at the price': forecastFromSnapshots(maps.ladder),
      'turnover ladder': forecastFromSnapshots(turnoverLadder(bars, timesS)),
      ...(known.length > 0
        ? { 'hyperliquid only': forecastFromSnapshots(buildKnownPositionMaps(known, timesS)) }
        : {}),
    },
  };
  const first = evaluateDefinition(input, 'first');
  const all = evaluateDefinition(input, 'all');
  const skill = bothVerdicts(first, all, horizonS / HOUR_S);
  if (options.json) return JSON.stringify({ horizonHours: horizonS / HOUR_S, base, skill, first, all });
  const verdicts = [
    skillSentence(skill),
    ...(skill.other === undefined ? [] : [definitionSentence(skill.other)]),
  ];
  return [...verdicts, '', formatDefinition(first), '', formatDefinition(all)].join('\n');
}

/** What the panel draws "as others draw it", as it would have been frozen at each time. */
function turnoverLadder(bars: Bars, timesS: readonly number[]): readonly MapSnapshot[] {
  const wanted = new Set(timesS);
  return Array.from(
    ladderColumns(bars, (atS) => wanted.has(atS)),
    columnSnapshot,
  );
}

function gridTimes(fromS: number, untilS: number): number[] {
  const times: number[] = [];
  for (let atS = Math.ceil(fromS / TRAIN_STEP_S) * TRAIN_STEP_S; atS < untilS; atS += TRAIN_STEP_S)
    times.push(atS);
  return times;
}

function knownPositions(file: string, base: string | null) {
  return readPositions(file).flatMap((row) =>
    row.base === base && row.liquidationPrice !== null
      ? [
          {
            snapshotS: row.snapshotAtS,
            side: row.side,
            liquidationPrice: row.liquidationPrice,
            valueUsd: row.positionValueUsd,
          },
        ]
      : [],
  );
}

const NAMES: Readonly<Record<DefinitionScore['definition'], string>> = {
  first: 'First passage: forced orders in a minute that set a new extreme',
  all: 'All forced orders on the way',
};

function formatDefinition(score: DefinitionScore): string {
  const signed = (value: number): string => (value < 0 ? '' : '+') + value.toFixed(4);
  const gain = (value: Gain | null): string =>
    value === null
      ? 'unknown'.padEnd(26)
      : `${signed(value.mean)} [${signed(value.p5)}, ${signed(value.p95)}]`.padEnd(26);
  const { shortReach, notListened, noPath } = score.skipped;
  const rows = Object.entries(score.scores).map(([name, entry]) =>
    [
      name.padEnd(20),
      gain(entry.gain),
      gain(entry.winsorised),
      gain(entry.perPrint),
      gain(entry.againstUniform),
      entry.magnitude === null
        ? 'unknown'
        : `${signed(entry.magnitude.tweedie)} / ${signed(entry.magnitude.poisson)} / ${signed(entry.magnitude.rankCorrelation)}`,
    ].join('  '),
  );
  return [
    `${NAMES[score.definition]}: ${score.windows} windows on ${score.days} days, ${score.prints} orders, ${(score.usd / 1e6).toFixed(1)} M USD`,
    `skipped: ${shortReach} reached under 30 bp, ${notListened} not listened to, ${noPath} without path; ${(100 * (score.droppedShare ?? 0)).toFixed(1)} % of dollars dropped`,
    [
      'nats a dollar'.padEnd(20),
      'against distance'.padEnd(26),
      'winsorised'.padEnd(26),
      'per order'.padEnd(26),
      'against uniform'.padEnd(26),
      'dollars: Tweedie / Poisson / rank',
    ].join('  '),
    ...rows,
  ].join('\n');
}

const HELP: CommandHelp = {
  usage:
    'score --forecast F --prints F --bars F --windows F --train-until ISO --test-from ISO --test-until ISO --horizon 1h [--minutes F] [--positions F]',
  about: 'How well frozen forecasts told where forced orders would fall, beside every baseline.',
  options: {
    forecast: 'lines of the forecast command',
    prints: 'forced orders',
    bars: 'bars of the market',
    windows: 'when a recorder listened',
    'train-until': 'end of the time from which the ruler is learnt',
    'test-from': 'first time that is scored',
    'test-until': 'last time that is scored',
    horizon: 'how far a forecast reaches, such as 1h',
    minutes: 'minute bars',
    positions: 'positions of public traders',
  },
  example:
    '--forecast f.jsonl --prints prints.csv.gz --bars bars.csv.gz --windows windows.csv --train-until 2026-02-01 --test-from 2026-02-01 --test-until 2026-02-09 --horizon 1h',
};

if (import.meta.main) await runCommand(runScore, HELP);
