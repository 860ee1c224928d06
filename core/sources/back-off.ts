import {
  BlockedError,
  HttpError,
  NetworkError,
  PermissionError,
  RateLimitedError,
  RegionError,
  TimeoutError,
} from '../market/errors.ts';
import type { SourceFailure } from '../market/market-report.ts';
import { GlitchError } from './glitch-error.ts';
import { waitAfterMs, type Waits } from './wait-after.ts';
import type { SourceFault } from '../ledger/tables/fault.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../market/time.ts';

interface Reaction extends Waits {
  readonly code: SourceFailure;
  /** Whether the host's other sources are left alone too. */
  readonly scope: 'host' | 'source';
}

const LINE: Omit<Reaction, 'code'> = {
  scope: 'source',
  firstMs: 15 * SECOND_MS,
  longestMs: 10 * MINUTE_MS,
};
const CONTENT: Omit<Reaction, 'code'> = {
  scope: 'source',
  firstMs: 25 * SECOND_MS,
  longestMs: 15 * MINUTE_MS,
};
/** A refusal is never asked again in a loop; ten minutes is what Bybit wants after a 403. */
const REFUSAL: Omit<Reaction, 'code'> = {
  scope: 'host',
  firstMs: 10 * MINUTE_MS,
  longestMs: 6 * HOUR_MS,
};

/** How the service answers `error`; anything that is not known counts as an unreadable answer. */
function reactionTo(error: unknown): Reaction {
  if (error instanceof RateLimitedError) return { code: 'rate-limited', ...REFUSAL, firstMs: 0 };
  if (error instanceof RegionError) return { code: 'region', ...REFUSAL };
  if (error instanceof BlockedError) return { code: 'blocked', ...REFUSAL };
  if (error instanceof PermissionError) {
    return { code: 'permission', scope: 'host', firstMs: 0, longestMs: 0 };
  }
  if (error instanceof HttpError && error.status === 403) return { code: 'http', ...REFUSAL };
  if (error instanceof HttpError) return { code: 'http', ...LINE };
  if (error instanceof TimeoutError) return { code: 'timeout', ...LINE };
  if (error instanceof NetworkError) return { code: 'network', ...LINE };
  if (error instanceof GlitchError) return { code: 'glitch', ...CONTENT };
  return { code: 'schema', ...CONTENT };
}

/** Whether `error` concerns everything that is asked of the host. */
export const concernsHost = (error: unknown): boolean => reactionTo(error).scope === 'host';

/** What to remember of `error` after `before`. A wait that the venue asks for is always kept. */
export function faultAfter(
  error: unknown,
  before: SourceFault | null,
  seed: string,
  nowMs: number,
): SourceFault {
  const reaction = reactionTo(error);
  const count = (before?.count ?? 0) + 1;
  const waitMs = waitAfterMs(reaction, count, seed);
  const asked = error instanceof RateLimitedError ? error.retryAtMs : 0;
  return {
    code: reaction.code,
    count,
    retryAtMs: Math.max(nowMs + Math.round(waitMs), asked),
    atMs: nowMs,
  };
}

/** What was found this long after now was found by another clock. */
const CLOCK_MOVED_MS = MINUTE_MS;

/** Whether a source or host is still left alone. A wait that began under a clock that ran ahead is over. */
export const isWaiting = (
  { atMs, retryAtMs }: Pick<SourceFault, 'atMs' | 'retryAtMs'>,
  nowMs: number,
): boolean => nowMs < retryAtMs && (atMs === undefined || atMs <= nowMs + CLOCK_MOVED_MS);
