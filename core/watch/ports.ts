import type { HttpRequest } from '../venues/venue.ts';

/** Everything the watch service needs of the world; real ones live in `core/io`, tests bring their own. */
export interface Ports {
  readonly http: HttpPort;
  readonly clock: ClockPort;
}

export interface HttpPort {
  /**
   * Decoded JSON of a successful answer.
   * @throws NetworkError, TimeoutError, HttpError, RateLimitedError, RegionError, SchemaError (not JSON), PermissionError
   */
  readonly fetchJson: (request: HttpRequest) => Promise<unknown>;
}

export interface ClockPort {
  readonly nowMs: () => number;
}
