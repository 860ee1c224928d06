import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { MapSnapshot } from '../engine/skill/snapshot.ts';
import { InputError } from './args.ts';

/** One line of a **forecast** file: expected forced dollars and, if present, exposures, on a log-price lattice. */
export interface ForecastLine {
  readonly t: number;
  readonly price: number;
  readonly logStep: number;
  readonly firstBin: number;
  readonly long: readonly number[];
  readonly short: readonly number[];
}

const NUMBERS = ['t', 'price', 'logStep', 'firstBin'] as const;
const COLUMNS = ['long', 'short'] as const;

/**
 * Reads a forecast file, gzip by its `.gz` ending.
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
  const snapshots: MapSnapshot[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const { t, ...map } = parseLine(line, `${file}: row ${index + 1}`);
    snapshots.push({ atS: t, ...map });
  });
  return snapshots;
}

function parseLine(line: string, place: string): ForecastLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError(`${place}: not JSON`, { cause: error });
  }
  if (typeof value !== 'object' || value === null) throw new InputError(`${place}: not an object`);
  const fields = value as Record<string, unknown>;
  for (const name of NUMBERS) {
    if (!Number.isFinite(fields[name])) throw new InputError(`${place}, column ${name}: not a number`);
  }
  for (const name of COLUMNS) {
    const column = fields[name];
    if (!Array.isArray(column) || !column.every((mass) => Number.isFinite(mass) && mass >= 0)) {
      throw new InputError(`${place}, column ${name}: not a list of amounts`);
    }
  }
  if (!(Number(fields.logStep) > 0)) throw new InputError(`${place}, column logStep: not above 0`);
  return fields as unknown as ForecastLine;
}
