import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';

import { InputError } from '../../../core/headless/args.ts';
import { runForecast } from '../../../core/headless/forecast.ts';
import { runLevels } from '../../../core/headless/levels.ts';
import { runReport } from '../../../core/headless/report.ts';
import { runScore } from '../../../core/headless/score.ts';
import { runTouch } from '../../../core/headless/touch.ts';
import { runWarnings } from '../../../core/headless/warnings.ts';

const SEED = 13;

const dir = mkdtempSync(join(tmpdir(), 'mangled-'));
afterAll(() => rmSync(dir, { recursive: true }));

beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

/** 2026-01-01. */
const START_S = 1_767_225_600;
const HOUR_S = 3600;
const DAY_S = 86_400;

/** A price that wanders a little, so that levels and bands exist. */
const priceAt = (index: number): number => 100 + 5 * Math.sin(index / 7) + 2 * Math.sin(index / 3);

const candle = (index: number): string => {
  const [open, close] = [priceAt(index), priceAt(index + 1)];
  return [open, Math.max(open, close) + 1, Math.min(open, close) - 1, close]
    .map((price) => price.toFixed(3))
    .join();
};

const rows = (count: number, row: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => row(index));

const FILES = {
  bars: [
    'open_ts_s,open,high,low,close,volume_base,turnover_usd,taker_buy_base,oi_base',
    ...rows(96, (index) => `${START_S + index * HOUR_S},${candle(index)},50,5000,25,${700 + (index % 9)}`),
  ],
  daily: [
    'open_ts_s,open,high,low,close,volume_base',
    ...rows(60, (index) => `${START_S - (56 - index) * DAY_S},${candle(index)},50`),
  ],
  hours: [
    'open_ts_s,open,high,low,close',
    ...rows(40 * 24, (index) => `${START_S + index * HOUR_S},${candle(index)}`),
  ],
  prints: [
    'ts_s,symbol,side,fired_price,order_price,qty_base,notional_usd,venue',
    ...rows(
      40,
      (index) =>
        `${START_S + index * 7200 + 60},BTC,${index % 2 ? 'long' : 'short'},${priceAt(2 * index).toFixed(2)},99,2,200,binance`,
    ),
  ],
  positions: [
    'snapshot_ts_s,trader,coin,side,size_base,entry_price,leverage,liquidation_price,position_value_usd,account_value_usd',
    ...rows(
      20,
      (index) => `${START_S + DAY_S},T${index},BTC,long,1,100,10,${80 + index},100,${1000 - index}`,
    ),
  ],
  windows: [
    'symbol,start_utc,end_utc,start_ts_s',
    `BTC,2026-01-01T00:00:00Z,2026-01-05T00:00:00Z,${START_S}`,
  ],
  dvol: [
    'ts_s,date,btc_prices,dvol',
    ...rows(60, (index) => `${START_S - (56 - index) * DAY_S},2026-01-01,100,50`),
  ],
  'oi-daily': [
    'ts_s,mark_price,oi_base',
    ...rows(60, (index) => `${START_S - (56 - index) * DAY_S},${100 + index},${700 + index}`),
  ],
  flows: [
    'ts_s,date,net_flow_usd',
    ...rows(10, (index) => `${START_S - (9 - index) * DAY_S},2026-01-0${index},-5e6`),
  ],
} as const;

type Name = keyof typeof FILES;

const pathOf = (name: string): string => join(dir, name);
for (const [name, lines] of Object.entries(FILES)) writeFileSync(pathOf(name), `${lines.join('\n')}\n`);

const file = (name: Name): string[] => [name === 'hours' ? '--bars' : `--${name}`, pathOf(name)];
const AT = ['--at', '2026-01-04T12:00:00Z'];

const COMMANDS: Readonly<
  Record<
    string,
    {
      readonly run: (argv: readonly string[]) => string;
      readonly argv: readonly string[];
      readonly files: readonly Name[];
    }
  >
> = {
  report: {
    run: runReport,
    argv: ['--market', 'BTCUSDT', ...AT],
    files: ['bars', 'daily', 'prints', 'positions', 'dvol', 'flows', 'oi-daily'],
  },
  forecast: {
    run: runForecast,
    argv: ['--from', '2026-01-03', '--until', '2026-01-04', '--every', '6h'],
    files: ['bars', 'prints', 'positions', 'windows'],
  },
  levels: { run: runLevels, argv: AT, files: ['daily'] },
  warnings: { run: runWarnings, argv: [], files: ['bars', 'daily', 'prints'] },
  touch: { run: runTouch, argv: [], files: ['hours'] },
};

/** What an {@link InputError} says, or what was printed; anything else is thrown. */
function outcomeOf(name: string): string {
  const { run, argv, files } = COMMANDS[name] ?? { run: String, argv: [], files: [] };
  try {
    return run([...argv, ...files.flatMap(file)]);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `refused: ${error.message}`;
  }
}

const cell = fc.constantFrom(
  '',
  '0',
  '-1',
  '1e300',
  '-1e300',
  '1e-300',
  '1e12',
  '1e18',
  'NaN',
  'Infinity',
  'null',
  'x',
  '"',
  '"5',
  '1,5',
  '1;5',
  '0x10',
  '1767225600',
  '1767225600000',
  '4102444800',
  '99',
  '1e9',
  '\u0000',
  ' 7 ',
  '٧',
);

interface Change {
  readonly kind: 'cell' | 'column' | 'drop' | 'twice' | 'swap' | 'cut' | 'separator' | 'ends' | 'mark';
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const change = fc.record<Change>({
  kind: fc.constantFrom(
    'cell',
    'cell',
    'cell',
    'column',
    'drop',
    'twice',
    'swap',
    'cut',
    'separator',
    'ends',
    'mark',
  ),
  row: fc.nat(99),
  column: fc.nat(9),
  text: cell,
});

function mangle(lines: readonly string[], changes: readonly Change[]): string {
  let text = lines.join('\n');
  for (const { kind, row, column, text: put } of changes) {
    const all = text.split('\n');
    const at = row % all.length;
    const cells = (all[at] ?? '').split(',');
    const place = column % cells.length;
    if (kind === 'cell') all[at] = cells.with(place, put).join();
    if (kind === 'column')
      for (let i = at; i < all.length; i++)
        all[i] = (all[i] ?? '')
          .split(',')
          .map((old, index) => (index === place ? put : old))
          .join();
    if (kind === 'drop') all.splice(at, 1);
    if (kind === 'twice') all.splice(at, 0, all[at] ?? '');
    if (kind === 'swap') [all[at], all[0]] = [all[0] ?? '', all[at] ?? ''];
    text = all.join('\n');
    if (kind === 'cut') text = text.slice(0, (row / 100) * text.length);
    if (kind === 'separator') text = text.replaceAll(',', ';');
    if (kind === 'ends') text = text.replaceAll('\n', '\r\n');
    if (kind === 'mark') text = `\uFEFF${text}`;
  }
  return text;
}

test.each(Object.keys(COMMANDS))('%s answers the files as they are', (name) => {
  const outcome = outcomeOf(name);

  expect(outcome).not.toMatch(/^refused|NaN|Infinity/);
});

test.each(Object.keys(COMMANDS))(
  '%s with a mangled file prints figures or refuses it in one line, soon and without a number that is none',
  { timeout: 60_000 },
  (name) => {
    const names = COMMANDS[name]?.files ?? [];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (mangled, changes) => {
          writeFileSync(pathOf(mangled), mangle(FILES[mangled], changes));

          const outcome = outcomeOf(name);

          writeFileSync(pathOf(mangled), `${FILES[mangled].join('\n')}\n`);
          expect(outcome.replaceAll(/"(NaN|Infinity)"/g, '')).not.toMatch(
            /NaN|Infinity|undefined|^refused.*\n/,
          );
        },
      ),
      {
        seed: SEED,
        numRuns: name === 'levels' || name === 'warnings' ? 120 : 40,
        interruptAfterTimeLimit: 50_000,
        markInterruptAsFailure: true,
      },
    );
  },
);

test('score with mangled recordings prints figures or refuses them in one line', { timeout: 60_000 }, () => {
  writeFileSync(pathOf('forecast'), outcomeOf('forecast'));
  const argv = [
    ...['bars', 'prints', 'windows', 'forecast'].flatMap((name) => [`--${name}`, pathOf(name)]),
    '--train-until',
    '2026-01-03',
    '--test-from',
    '2026-01-03',
    '--test-until',
    '2026-01-05',
    '--horizon',
    '6h',
  ];
  const score = (): string => {
    try {
      return runScore(argv);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.message;
    }
  };

  expect(score()).not.toMatch(/NaN|Infinity/);
  fc.assert(
    fc.property(
      fc.constantFrom('bars', 'prints', 'windows'),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (mangled, changes) => {
        writeFileSync(pathOf(mangled), mangle(FILES[mangled], changes));

        const outcome = score();

        writeFileSync(pathOf(mangled), `${FILES[mangled].join('\n')}\n`);
        expect(outcome.replaceAll(/"(NaN|Infinity)"/g, '')).not.toMatch(
          /NaN|Infinity|undefined|^refused.*\n/,
        );
      },
    ),
    { seed: SEED, numRuns: 40, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
  );
});
