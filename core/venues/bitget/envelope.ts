import type * as v from 'valibot';
import { RateLimitedError, RegionError, SchemaError } from '../../market/errors.ts';
import { readAnswer } from '../shared/answer.ts';
import { envelope } from './schema.ts';

const TOO_MANY: readonly string[] = ['429', '30007', '40429'];
const PAUSE_MS = 30_000;

/**
 * The `data` of an answer, as the schema reads it.
 * @throws RateLimitedError, RegionError, SchemaError
 * @see https://www.bitget.com/api-doc/common/error-code/restapi
 */
export function unwrap<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  nowMs: number,
  root: string,
): v.InferOutput<S> {
  const { code, msg, data } = readAnswer(envelope, json, root);
  if (String(code) !== '00000') refuse(String(code), msg, nowMs);
  return readAnswer(schema, data, `${root}.data`);
}

function refuse(code: string, message: string, nowMs: number): never {
  if (TOO_MANY.includes(code) || /too many|too frequent/i.test(message))
    throw new RateLimitedError(nowMs + PAUSE_MS, message);
  if (/country|region|jurisdiction|restricted/i.test(message)) throw new RegionError(message);
  throw new SchemaError('code', `Bitget refuses with ${code}: ${message.slice(0, 200)}`);
}
