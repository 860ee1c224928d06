import * as v from 'valibot';
import { RateLimitedError, RegionError, SchemaError } from '../../market/errors.ts';
import { failure } from './schema.ts';

const PAUSE_MS = 10_000;

/**
 * Throws what a refusal in the body means; does nothing for any other answer.
 * @throws RateLimitedError, RegionError, SchemaError
 * @see https://www.gate.com/docs/developers/apiv4/#error-handling
 */
export function refuseFailure(json: unknown, nowMs: number): void {
  const result = v.safeParse(failure, json);
  if (!result.success) return;
  const { label, message } = result.output;
  if (label === 'TOO_MANY_REQUESTS' || label === 'TOO_FAST')
    throw new RateLimitedError(nowMs + PAUSE_MS, message);
  if (/country|region|jurisdiction|restricted/i.test(`${label} ${message}`)) throw new RegionError(message);
  throw new SchemaError('label', `Gate refuses with ${label}: ${message.slice(0, 200)}`);
}
