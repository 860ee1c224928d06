import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { MapSnapshot } from '../engine/skill/snapshot.ts';
import { InputError } from './args.ts';
import { AMOUNT, PRICE, TIME, type NumberRule } from './csv.ts';

/** One line of a **forecast** file: expected forced dollars and, if present, exposures, on a log-price lattice. */
export interface ForecastLine {
  readonly t: number;
  readonly price: number;
  readonly logStep: number;
  readonly firstBin: number;
  readonly long: readonly number[];
  readonly short: readonly number[];
}

const NUMBERS: Readonly<Record<'t' | 'price' | 'logStep' | 'firstBin', NumberRule>> = {
  t: TIME,
  price: PRICE,
  logStep: {},
  firstBin: {},
};
const COLUMNS = ['long', 'short'] as const;

/**
 * Reads a forecast file, gzip by its `.gz` ending; a time that stands twice would count twice.
 * @throws InputError naming file, row and field
 */
export function readForecasts(file: string): MapSnapshot[] {
  let text: string;
  try {
    const bytes = readFileSync(file);
    text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const snapshots = new Map<number, MapSnapshot>();
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const place = `${file}: row ${index + 1}`;
    const { t, ...map } = parseLine(line, place);
    if (snapshots.has(t)) throw new InputError(`${place}, column t: ${t} stands twice`);
    snapshots.set(t, { atS: t, ...map });
  });
  if (snapshots.size === 0) throw new InputError(`${file}: row 1: no forecasts`);
  return [...snapshots.values()];
}

const isAmount = (mass: unknown): boolean =>
  typeof mass === 'number' && mass >= 0 && mass <= (AMOUNT.max ?? Infinity);

function parseLine(line: string, place: string): ForecastLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError(`${place}: not JSON`, { cause: error });
  }
  if (typeof value !== 'object' || value === null) throw new InputError(`${place}: not an object`);
  const fields = value as Record<string, unknown>;
  for (const [name, { min = -Infinity, max = Infinity, above }] of Object.entries(NUMBERS)) {
    const value = fields[name];
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new InputError(`${place}, column ${name}: not a number`);
    if (value < min) throw new InputError(`${place}, column ${name}: ${value} is below ${min}`);
    if (value > max)
      throw new InputError(`${place}, column ${name}: ${value}${above ? `: ${above}` : ` is above ${max}`}`);
  }
  for (const name of COLUMNS) {
    const column = fields[name];
    if (!Array.isArray(column) || !column.every(isAmount)) {
      throw new InputError(`${place}, column ${name}: not a list of amounts`);
    }
  }
  if (!(Number(fields.logStep) > 0)) throw new InputError(`${place}, column logStep: not above 0`);
  return fields as unknown as ForecastLine;
}
