import type { VenueId } from '../../../core/market/venue-id.ts';
import type { Market } from '../market/market.ts';

/** A request as a venue's handlers see it. */
export interface ApiRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Decoded JSON of a POST; null else. */
  readonly body: unknown;
  readonly market: Market;
  readonly nowMs: number;
}

/** A JSON answer; text and bytes are sent as they are. */
export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Handler = (request: ApiRequest) => ApiResponse;

/** A venue as the network sees it: what each path answers, and what is said of unknown paths and broken rules. */
export interface VenueApi {
  /** Null for a host that is no venue. */
  readonly venue: VenueId | null;
  readonly hosts: readonly string[];
  readonly routes: Readonly<Record<string, Handler>>;
  readonly notFound: Handler;
  /** The venue's own words for a parameter it refuses. */
  readonly badRequest: (message: string) => ApiResponse;
  /** Headers on every answer: limits, access of other origins. */
  readonly headers: (request: ApiRequest) => Readonly<Record<string, string>>;
}

/** Thrown by handlers; the venue's `badRequest` gives it the venue's shape. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

export const ok = (body: unknown): ApiResponse => ({ status: 200, body });

/** Whole number of a parameter, or the default; a number beyond `max` counts as `max` where venues clip. */
export function limitOf(query: URLSearchParams, name: string, byDefault: number, max: number): number {
  const text = query.get(name);
  if (text === null) return byDefault;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new BadRequest(`invalid ${name}: ${text}`);
  return Math.min(value, max);
}

/** Epoch milliseconds of a parameter; null if absent. @throws {BadRequest} for anything but a whole number. */
export function timeOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null || text === '') return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new BadRequest(`invalid ${name}: ${text}`);
  return value;
}

/** Decimal text as venues print it: never an exponent, no more digits than the step has. */
export function decimal(value: number, step = 1e-8): string {
  const digits = Math.max(0, Math.round(-Math.log10(step)));
  return value.toFixed(Math.min(digits, 16));
}

/** Coins rounded to three digits after the point, more for small amounts. */
export const quantity = (value: number): string => decimal(value, Math.abs(value) < 1 ? 1e-6 : 1e-3);
