import type * as v from 'valibot';
import { RateLimitedError, RegionError, SchemaError } from '../../market/errors.ts';
import { readAnswer } from '../shared/answer.ts';
import { envelope } from './schema.ts';

/** Too many requests, and a system that is busy. */
const TOO_MANY: readonly string[] = ['50011', '50013', '50061'];
const PAUSE_MS = 10_000;

/**
 * The `data` of an answer, as the schema reads it.
 * @throws RateLimitedError, RegionError, SchemaError
 * @see https://www.okx.com/docs-v5/en/#error-code
 */
export function unwrap<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  nowMs: number,
  root: string,
): v.InferOutput<S> {
  const { code, msg, data } = readAnswer(envelope, json, root);
  if (String(code) !== '0') refuse(String(code), msg, nowMs);
  return readAnswer(schema, data, `${root}.data`);
}

function refuse(code: string, message: string, nowMs: number): never {
  if (TOO_MANY.includes(code)) throw new RateLimitedError(nowMs + PAUSE_MS, message);
  if (/country|region|jurisdiction|restricted/i.test(message)) throw new RegionError(message);
  throw new SchemaError('code', `OKX refuses with ${code}: ${message.slice(0, 200)}`);
}
