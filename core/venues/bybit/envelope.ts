import type * as v from 'valibot';
import { RateLimitedError, RegionError, SchemaError } from '../../market/errors.ts';
import { readAnswer } from '../shared/answer.ts';
import { pastMs } from '../shared/times.ts';
import { envelope } from './schema.ts';

/** Too many visits (10006, 10018 by address) and "access too frequent" (403). */
const TOO_MANY: readonly number[] = [10006, 10018, 403, 429];

/** The address or its country is not served. */
const NOT_SERVED: readonly number[] = [10009, 10024];

/** After "access too frequent" the venue wants ten minutes of silence; a short refusal is over in less. */
const SILENCE_MS = 600_000;
const PAUSE_MS = 10_000;

/** An answer out of its wrapping. */
export interface Unwrapped<T> {
  readonly result: T;
  /** When the venue answered. */
  readonly atMs: number;
}

/**
 * The `result` of an answer, as the schema reads it.
 * @throws RateLimitedError, RegionError, SchemaError
 * @see https://bybit-exchange.github.io/docs/v5/error
 */
export function unwrap<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  nowMs: number,
  root: string,
): Unwrapped<v.InferOutput<S>> {
  const { retCode, retMsg, result, time } = readAnswer(envelope, json, root);
  if (retCode !== 0) refuse(retCode, retMsg, nowMs);
  return {
    result: readAnswer(schema, result, `${root}.result`),
    atMs: time === undefined ? nowMs : pastMs(time, nowMs, `${root}.time`),
  };
}

function refuse(code: number, message: string, nowMs: number): never {
  const frequent = code === 403 || /access too frequent/i.test(message);
  if (frequent || TOO_MANY.includes(code))
    throw new RateLimitedError(nowMs + (frequent ? SILENCE_MS : PAUSE_MS), message);
  if (NOT_SERVED.includes(code) || /country|region/i.test(message)) throw new RegionError(message);
  throw new SchemaError('retCode', `Bybit refuses with ${code}: ${message.slice(0, 200)}`);
}
