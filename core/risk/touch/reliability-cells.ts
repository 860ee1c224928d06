import type { Outcome } from './reliability.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

const DAY_HOURS = 24;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const HOURS = Array.from({ length: DAY_HOURS }, (_, hour) => String(hour).padStart(2, '0'));
/** 1970 began on a Thursday. */
const EPOCH_WEEKDAY = 3;

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
  readonly #found = new Map<string, Map<string, Tally>>();

  add(outcome: Outcome): void {
    const day = Math.floor(outcome.atS / DAY_S);
    const hour = Math.floor((outcome.atS % DAY_S) / HOUR_S);
    const name = `${outcome.what} ${outcome.horizonHours} ${outcome.barrier}`;
    let found = this.#found.get(name);
    if (found === undefined) this.#found.set(name, (found = new Map()));
    this.#count(found, outcome, 'all', '');
    this.#count(found, outcome, 'weekday', WEEKDAYS[(day + EPOCH_WEEKDAY) % 7] ?? '');
    this.#count(found, outcome, 'hour', HOURS[hour] ?? '');
    this.#count(found, outcome, 'day', outcome.day);
  }

  cells(): readonly ReliabilityCell[] {
    return this.#tallies.map(({ outcome, by, value, count, said, happened, blocks }) => ({
      what: outcome.what,
      horizonHours: outcome.horizonHours,
      barrier: outcome.barrier,
      by,
      value,
      forecasts: 2 * count,
      said: said / count,
      happened: happened / count,
      standardError: blockError([...blocks.values()]),
    }));
  }

  #count(found: Map<string, Tally>, outcome: Outcome, by: CellKind, value: string): void {
    let tally = found.get(value);
    if (tally === undefined) {
      tally = { outcome, by, value, count: 0, said: 0, happened: 0, blocks: new Map() };
      found.set(value, tally);
      this.#tallies.push(tally);
    }
    tally.count += 1;
    tally.said += outcome.said;
    tally.happened += outcome.happened;
    const at = Math.floor(outcome.atS / HOUR_S / Math.max(DAY_HOURS, outcome.horizonHours));
    let block = tally.blocks.get(at);
    if (block === undefined) tally.blocks.set(at, (block = { count: 0, error: 0 }));
    block.count += 1;
    block.error += outcome.happened - outcome.said;
  }
}

interface Block {
  count: number;
  error: number;
}

interface Tally {
  /** One of the cell's. */
  readonly outcome: Outcome;
  readonly by: CellKind;
  readonly value: string;
  count: number;
  said: number;
  happened: number;
  readonly blocks: Map<number, Block>;
}

/** Standard error of a mean whose members of one block depend on each other (ratio estimator over blocks); NaN for one block. */
export function blockError(blocks: readonly Block[]): number {
  const count = blocks.reduce((sum, block) => sum + block.count, 0);
  const mean = blocks.reduce((sum, block) => sum + block.error, 0) / count;
  const squares = blocks.reduce((sum, block) => sum + (block.error - mean * block.count) ** 2, 0);
  return Math.sqrt((squares * blocks.length) / (blocks.length - 1)) / count;
}
