import { liquidateRecord, type RecordAnswer } from './position-record.ts';
import { SchemaError } from '../market/errors.ts';
import { type CommandHelp, parseFile, runCommand } from './args.ts';
import { readJsonRows } from './json-rows.ts';

/** `risk FILE.json`: liquidation and bankruptcy price of every position in the file, as a JSON array in its order. */
export function runRisk(argv: readonly string[]): string {
  const { file } = parseFile(argv, { json: 'flag' });
  const answers = answerFile(file);
  const wrong = answers.find((answer) => answer.error !== undefined);
  if (wrong?.error !== undefined) {
    // The other rows are answered all the same: one bad position must not hide what is known of the rest.
    process.stderr.write(`${file}: ${wrong.error}\n`);
    process.exitCode = 2;
  }
  return JSON.stringify(answers, null, 1);
}

/** Answers in the order of the file's rows; a row that is wrong carries its error. @throws InputError for a file that is no array */
export const answerFile = (file: string): readonly RecordAnswer[] =>
  readJsonRows(file, 'positions').map(answerRow);

function answerRow(row: unknown, index: number): RecordAnswer {
  try {
    return liquidateRecord(`row ${index + 1}`, row);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return {
      id: idOf(row),
      liquidationPrice: null,
      bankruptcyPrice: null,
      estimate: false,
      error: error.message,
    };
  }
}

const idOf = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : '';

const HELP: CommandHelp = {
  usage: 'risk FILE.json',
  about: 'Liquidation and bankruptcy price of every position of a file, as a JSON array in its order.',
  options: {},
  example: 'positions.json',
};

if (import.meta.main) await runCommand(runRisk, HELP);
