import { faultWords } from '../i18n/fault-words.ts';
import { assetText } from '../market/asset.ts';
import { SchemaError } from '../market/errors.ts';
import { FaultError } from '../market/file-fault.ts';
import { readMoves } from '../risk/account/read-moves.ts';
import { type CommandHelp, InputError, parseFile, runCommand } from './args.ts';
import { readJsonRows } from './json-rows.ts';
import { readRecord, type RecordAnswer, type RiskRow } from './position-record.ts';
import { planAnswer, type PlanAnswer, type PlanTerms } from './risk-plan.ts';
import { scenarioAnswer } from './risk-scenario.ts';
import { isSavedRow, liquidateSaved, namedPrices, type SavedMarket, savedPositions } from './saved-rows.ts';

/** Answer to one row: where it is liquidated and, where it names a stop or targets, what these make of it. */
export type RiskAnswer = RecordAnswer & { readonly plan?: PlanAnswer };

/** What the caller says beside the file. */
interface Terms extends PlanTerms {
  /** USD, by coin in capitals. */
  readonly prices: ReadonlyMap<string, number>;
}

const NO_TERMS: Terms = { dailyVolatility: null, fundingRate8h: null, riskUsd: null, prices: new Map() };

/**
 * `risk FILE.json`: liquidation and bankruptcy price of every position in the file, as a JSON array in its order, with
 * R, chances, break-even and size where it names a stop or targets. With `--scenario`, that array as `positions` beside
 * what becomes of all of them together.
 */
export function runRisk(argv: readonly string[]): string {
  const { file, options } = parseFile(argv, {
    scenario: 'optional',
    prices: 'optional',
    volatility: 'optional',
    funding: 'optional',
    risk: 'optional',
    json: 'flag',
  });
  const rows = readRows(file, {
    dailyVolatility: share(options.volatility, 'volatility'),
    fundingRate8h: share(options.funding, 'funding'),
    riskUsd: figure(options.risk, 'risk'),
    prices: namedPrices(options.prices ?? ''),
  });
  const wrong = rows.find(({ answer }) => answer.error !== undefined);
  if (wrong?.answer.error !== undefined) {
    // The other rows are answered all the same: one bad position must not hide what is known of the rest.
    process.stderr.write(`${file}: ${wrong.answer.error}\n`);
    process.exitCode = 2;
  }
  const positions = rows.map(({ answer }) => answer);
  if (options.scenario === null) return JSON.stringify(positions, null, 1);
  return JSON.stringify({ positions, scenario: scenarioOf(rows, options.scenario) }, null, 1);
}

/** Answers in the order of the file's rows; a row that is wrong carries its error. @throws InputError for a file that is no array */
export const answerFile = (file: string): readonly RiskAnswer[] =>
  readRows(file, NO_TERMS).map(({ answer }) => answer);

interface ReadRow {
  readonly answer: RiskAnswer;
  /** Null of a row that is wrong. */
  readonly row: RiskRow | null;
}

function readRows(file: string, terms: Terms): readonly ReadRow[] {
  const rows = readJsonRows(file, 'positions');
  const market = { prices: terms.prices, positions: savedPositions(rows) };
  return rows.map((row, index) => readRow(row, index, { ...terms, market }));
}

function readRow(
  value: unknown,
  index: number,
  terms: PlanTerms & { readonly market: SavedMarket },
): ReadRow {
  const path = `row ${index + 1}`;
  try {
    const row = isSavedRow(value) ? liquidateSaved(path, value, terms.market) : readRecord(path, value);
    const plan = planAnswer(row.position, row.answer.liquidationPrice, row.markPrice, terms);
    return { answer: plan === null ? row.answer : { ...row.answer, plan }, row };
  } catch (error) {
    if (!(error instanceof SchemaError || error instanceof FaultError)) throw error;
    const reason = error instanceof FaultError ? faultWords(error.fault, error.path) : error.message;
    return {
      answer: {
        id: idOf(value),
        liquidationPrice: null,
        bankruptcyPrice: null,
        estimate: false,
        error: reason,
      },
      row: null,
    };
  }
}

/** @throws InputError for a scenario that cannot be read */
function scenarioOf(rows: readonly ReadRow[], text: string) {
  const known = rows.flatMap(({ row }) => row ?? []);
  const read = readMoves(text, [...new Set(known.map(({ position }) => assetText(position)))]);
  if ('problem' in read)
    throw new InputError(`--scenario ${text}: ${read.problem.code}: ${read.problem.text}`);
  return scenarioAnswer(known, read.moves);
}

/** A percent as a fraction. @throws InputError naming the option */
const share = (text: string | null, option: string): number | null => {
  const percent = figure(text, option);
  return percent === null ? null : percent / 100;
};

/** @throws InputError naming the option */
function figure(text: string | null, option: string): number | null {
  if (text === null) return null;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InputError(`--${option} ${text}: expected a number`);
  return value;
}

const idOf = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : '';

const HELP: CommandHelp = {
  usage: 'risk FILE.json [--scenario MOVES] [--prices PRICES] [--volatility P] [--funding P] [--risk USD]',
  about:
    'Liquidation and bankruptcy price of every position of a file, as a JSON array in its order; what its stop and targets make of it; and what becomes of all of them together.',
  options: {
    scenario: 'moves in percent, such as "BTC -10, ETH -15", or one number for all coins',
    prices: 'mark prices, such as "BTC 90912, ETH 3105", of positions as the extension exports them',
    volatility: 'of a day, percent, for the chance that a target comes before the stop',
    funding: 'what longs pay in eight hours, percent, for the break-even',
    risk: 'dollars that the stop may cost, for the size',
  },
  example: 'positions.json --scenario "BTC -10, ETH -15" --volatility 2.5',
};

if (import.meta.main) await runCommand(runRisk, HELP);
