import type { Outcome } from './reliability.ts';
import { DAY_HOURS, DAY_S, HOUR_S } from '../../market/time.ts';
import { EPOCH_WEEKDAY } from '../../market/utc-date.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const HOURS = Array.from({ length: DAY_HOURS }, (_, hour) => String(hour).padStart(2, '0'));

/**
 * What forecasts were told apart by: UTC weekday or hour at which they were made, how quiet the day before was, or
 * nothing.
 */
export type CellKind = 'all' | 'weekday' | 'hour' | 'day';

/** Forecasts of one kind, said and happened. */
export interface ReliabilityCell {
  readonly what: Outcome['what'];
  readonly horizonHours: number;
  readonly barrier: string;
  readonly by: CellKind;
  /** `Sat`, `14`, `quiet`; empty for all. */
  readonly value: string;
  /** Both sides counted. */
  readonly forecasts: number;
  readonly said: number;
  readonly happened: number;
  /** Standard error of the difference, by blocks of a day, or of the horizon where that is longer. */
  readonly standardError: number;
}

/** Adds forecasts up by what, horizon, distance, and each of weekday, hour and kind of day at which they were made. */
export class ReliabilityCells {
  /** In the order in which they were begun. */
  readonly #tallies: Tally[] = [];
  /** By what, horizon and distance, then by value: no two kinds of cell have one in common. */
  readonly #found = new Map<string, Map<number, Map<string, Map<string, Tally>>>>();
  /** Rows of blocks by their length and place. */
  readonly #rows = new Map<number, Map<number, number>>();

  add(outcome: Outcome): void {
    const { what, horizonHours, barrier, atS } = outcome;
    const day = Math.floor(atS / DAY_S);
    const hour = Math.floor((atS % DAY_S) / HOUR_S);
    const row = this.#rowOf(outcome);
    const found = mapIn(mapIn(mapIn(this.#found, what), horizonHours), barrier);
    this.#count(found, outcome, row, 'all', '');
    this.#count(found, outcome, row, 'weekday', WEEKDAYS[(day + EPOCH_WEEKDAY) % 7] ?? '');
    this.#count(found, outcome, row, 'hour', HOURS[hour] ?? '');
    this.#count(found, outcome, row, 'day', outcome.day);
  }

  /** Row of a forecast's block, which is a day long, or as the horizon where that is longer. */
  #rowOf({ atS, horizonHours }: Outcome): number {
    const hours = Math.max(DAY_HOURS, horizonHours);
    const rows = mapIn(this.#rows, hours);
    const block = Math.floor(atS / HOUR_S / hours);
    const row = rows.get(block) ?? rows.size;
    rows.set(block, row);
    return row;
  }

  cells(): readonly ReliabilityCell[] {
    return this.#tallies.map(({ outcome, by, value, count, said, happened, counts, errors }) => ({
      what: outcome.what,
      horizonHours: outcome.horizonHours,
      barrier: outcome.barrier,
      by,
      value,
      forecasts: 2 * count,
      said: said / count,
      happened: happened / count,
      standardError: blockError(
        counts.flatMap((inBlock, row) => [{ count: inBlock, error: errors[row] ?? 0 }]),
      ),
    }));
  }

  #count(found: Map<string, Tally>, outcome: Outcome, row: number, by: CellKind, value: string): void {
    let tally = found.get(value);
    if (tally === undefined) {
      tally = { outcome, by, value, count: 0, said: 0, happened: 0, counts: [], errors: [] };
      found.set(value, tally);
      this.#tallies.push(tally);
    }
    tally.count += 1;
    tally.said += outcome.said;
    tally.happened += outcome.happened;
    tally.counts[row] = (tally.counts[row] ?? 0) + 1;
    tally.errors[row] = (tally.errors[row] ?? 0) + (outcome.happened - outcome.said);
  }
}

/** The map at a key of another, made where there is none. */
function mapIn<Key, Inner, Value>(maps: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  let map = maps.get(key);
  if (map === undefined) maps.set(key, (map = new Map()));
  return map;
}

interface Block {
  readonly count: number;
  readonly error: number;
}

interface Tally {
  /** One of the cell's. */
  readonly outcome: Outcome;
  readonly by: CellKind;
  readonly value: string;
  count: number;
  said: number;
  happened: number;
  /** Forecasts and sum of their errors in each block, by its row; holes where it has none. */
  readonly counts: number[];
  readonly errors: number[];
}

/** Standard error of a mean whose members of one block depend on each other (ratio estimator over blocks); NaN for one block. */
export function blockError(blocks: readonly Block[]): number {
  const count = blocks.reduce((sum, block) => sum + block.count, 0);
  const mean = blocks.reduce((sum, block) => sum + block.error, 0) / count;
  const squares = blocks.reduce((sum, block) => sum + (block.error - mean * block.count) ** 2, 0);
  return Math.sqrt((squares * blocks.length) / (blocks.length - 1)) / count;
}
