import * as v from 'valibot';
import { RateLimitedError, RegionError, SchemaError } from '../../market/errors.ts';
import { failure } from './schema.ts';
import { DAY_MS, MINUTE_MS } from '../../market/time.ts';

/** Too many requests, or the address is banned for a while. */
const TOO_MANY = -1003;

const BAN_UNTIL = /banned until (\d{13})/;
/** The longest ban that is documented: three days. */
const LONGEST_BAN_MS = 3 * DAY_MS;

/**
 * Throws what a refusal in the body means; does nothing for any other answer.
 * @throws RateLimitedError, RegionError, SchemaError
 * @see https://developers.binance.com/docs/derivatives/usds-margined-futures/error-code
 */
export function refuseFailure(json: unknown, nowMs: number): void {
  const result = v.safeParse(failure, json);
  if (!result.success) return;
  const { code, msg } = result.output;
  if (code === TOO_MANY) throw new RateLimitedError(retryAt(msg, nowMs), msg);
  if (/restricted location/i.test(msg)) throw new RegionError(msg);
  throw new SchemaError('code', `the venue refuses with ${code}: ${msg.slice(0, 200)}`);
}

function retryAt(message: string, nowMs: number): number {
  const until = Number(BAN_UNTIL.exec(message)?.[1] ?? nowMs + MINUTE_MS);
  return Math.min(Math.max(until, nowMs + MINUTE_MS), nowMs + LONGEST_BAN_MS);
}
