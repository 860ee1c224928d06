import * as v from 'valibot';
import { SchemaError } from '../market/errors.ts';
import { readJsonText } from './answer-text.ts';

/** Deribit's volatility index at the end of one interval. */
export interface VolatilityPoint {
  /** Begin of the interval, epoch seconds. */
  readonly atS: number;
  /** Percent a year. */
  readonly value: number;
}

const RETRY_MS = 10_000;
const HIGHEST_PERCENT = 1000;

const answer = v.object({
  result: v.object({ data: v.array(v.tuple([v.number(), v.number(), v.number(), v.number(), v.number()])) }),
});

/**
 * Closes of the index, ascending in time.
 * @throws SchemaError for any other shape, no point or an impossible value
 * @see https://docs.deribit.com/#public-get_volatility_index_data
 */
export function parseVolatilityIndex(text: string, nowMs: number): readonly VolatilityPoint[] {
  const { result } = readJsonText(answer, text, { root: 'deribit', nowMs, retryMs: RETRY_MS });
  if (result.data.length === 0) throw new SchemaError('deribit.result.data', 'no points');
  return result.data
    .map(([atMs, , , , close], index) => {
      if (!(close > 0 && close < HIGHEST_PERCENT)) {
        throw new SchemaError(`deribit.result.data.${index}.4`, `expected percent a year, got ${close}`);
      }
      return { atS: Math.floor(atMs / 1000), value: close };
    })
    .sort((a, b) => a.atS - b.atS);
}
