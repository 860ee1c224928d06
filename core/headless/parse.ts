import { VENUE_IDS } from '../market/venue-id.ts';
import { type CommandHelp, InputError, parseFile, runCommand } from './args.ts';
import { readJsonRows } from './json-rows.ts';
import { parseEntry, type Entry } from './parse/parse-entry.ts';
import type { GivenInstrument } from './parse/payload-instrument.ts';
import { WHATS } from './parse/readers.ts';

const HELP: CommandHelp = {
  usage: 'parse FILE.json',
  about: [
    "What Plimsoll makes of venues' answers, an array of { venue, what, payload[, instrument: { id, base, contractSize }] },",
    'as a JSON array in its order: market types in coins and dollars of one side, or { error }. A payload is the answer as',
    'it came, rows of it, or a frame, of any age; of several instruments each has a result with its id. What:',
    `${WHATS.join(', ')}.`,
  ].join(' '),
  options: {},
  example: 'answers.json',
};

/**
 * `parse FILE.json`: what the extension makes of each answer in the file, as a JSON array in its order.
 * @throws InputError naming the file, the row and the field that is wrong
 */
export function runParse(argv: readonly string[]): string {
  const { file } = parseFile(argv, { json: 'flag' });
  const entries = readJsonRows(file, '{ venue, what, payload }').map((row, index) =>
    readEntry(row, `${file}: row ${index + 1}`),
  );
  return JSON.stringify(entries.map(parseEntry), null, 1);
}

function readEntry(row: unknown, place: string): Entry {
  if (!isRecord(row)) throw new InputError(`${place}: expected an object with venue, what and payload`);
  const { venue, what, payload, instrument } = row;
  return {
    venue: oneOf(VENUE_IDS, venue, `${place}, venue`),
    what: oneOf(WHATS, what, `${place}, what`),
    payload,
    instrument: readInstrument(instrument, `${place}, instrument`),
  };
}

function readInstrument(value: unknown, place: string): GivenInstrument | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) throw new InputError(`${place}: expected an object with id, base and contractSize`);
  const { id, base, contractSize } = value;
  if (!isText(id)) throw new InputError(`${place}.id: expected a text, got ${JSON.stringify(id)}`);
  if (base !== undefined && !isText(base)) {
    throw new InputError(`${place}.base: expected a text, got ${JSON.stringify(base)}`);
  }
  if (contractSize !== undefined && !(isFiniteNumber(contractSize) && contractSize > 0)) {
    throw new InputError(
      `${place}.contractSize: expected a number above 0, got ${JSON.stringify(contractSize)}`,
    );
  }
  return { id, base, contractSize };
}

function oneOf<T extends string>(known: readonly T[], value: unknown, place: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new InputError(`${place}: expected one of ${known.join(', ')}, got ${JSON.stringify(value)}`);
  return found;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isFiniteNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

if (import.meta.main) await runCommand(runParse, HELP);
