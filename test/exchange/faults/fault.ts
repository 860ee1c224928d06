import type { VenueId } from '../../../core/market/venue-id.ts';

/** A way in which a venue fails. */
export type Fault =
  /** Region or firewall: 403 or 451. */
  | { readonly kind: 'refuse'; readonly status: 403 | 451 }
  /** What guards the host turns the connection away, with a page of its own. */
  | { readonly kind: 'block' }
  /** Too many requests; 418 is Binance's ban. */
  | { readonly kind: 'throttle'; readonly status: 429 | 418; readonly retryAfterS: number }
  /** No answer until the client gives up or `ms` have passed. */
  | { readonly kind: 'stall'; readonly ms: number }
  /** The line breaks before the answer. */
  | { readonly kind: 'cut' }
  /** A page of HTML with status 200. */
  | { readonly kind: 'garbage' }
  /** JSON that ends in the middle. */
  | { readonly kind: 'truncated' }
  /** Numbers become objects, texts become null. */
  | { readonly kind: 'wrong-types' }
  /** Times are moved into the past. */
  | { readonly kind: 'stale'; readonly byS: number }
  /** Times are moved into the future. */
  | { readonly kind: 'future'; readonly byS: number }
  /** Bars and statistics are there only this long after their close, and none that is still open. */
  | { readonly kind: 'late'; readonly byS: number }
  /** The answer is of another symbol than was asked for. */
  | { readonly kind: 'other-symbol' }
  /** Every number but times is 0. */
  | { readonly kind: 'zero' }
  /** Every number but times is negative. */
  | { readonly kind: 'negative' }
  | { readonly kind: 'error'; readonly status: 500 | 502 | 503 | 504 };

/** Which requests a fault befalls; what is not given matches all. Trading pages never fail, only what the venues' public endpoints answer. */
export interface FaultRule {
  readonly venue?: VenueId;
  readonly host?: string;
  /** Beginning of the path. */
  readonly path?: string;
  /** Requests until the rule is spent; without end if not given. */
  readonly times?: number;
  readonly fault: Fault;
}
