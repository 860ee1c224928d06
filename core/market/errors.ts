/** Base of every error that this project throws on purpose. */
export class PlimsollError extends Error {
  override readonly name: string = 'PlimsollError';
}

/** The request did not reach the host or was cut. */
export class NetworkError extends PlimsollError {
  override readonly name = 'NetworkError';
}

/** The host did not answer in time. */
export class TimeoutError extends PlimsollError {
  override readonly name = 'TimeoutError';
}

/** The host answered with a status that is neither success nor a rate limit. */
export class HttpError extends PlimsollError {
  override readonly name = 'HttpError';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The host asked to wait; nothing more may be sent before `retryAtMs`. */
export class RateLimitedError extends PlimsollError {
  override readonly name = 'RateLimitedError';
  readonly retryAtMs: number;
  constructor(retryAtMs: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.retryAtMs = retryAtMs;
  }
}

/** The venue refuses this user's region (403, 451 or the venue's own code). */
export class RegionError extends PlimsollError {
  override readonly name = 'RegionError';
}

/**
 * What stands in front of the venue's host (a content network, a guard against bots) turned the connection away, for its
 * region or its address; the venue itself has not seen the request.
 */
export class BlockedError extends PlimsollError {
  override readonly name = 'BlockedError';
}

/** An answer that does not have the documented shape or holds impossible values. `path` names the field. */
export class SchemaError extends PlimsollError {
  override readonly name = 'SchemaError';
  readonly path: string;
  constructor(path: string, message: string, options?: ErrorOptions) {
    super(`${path}: ${message}`, options);
    this.path = path;
  }
}

/** The user has not granted access to the host. */
export class PermissionError extends PlimsollError {
  override readonly name = 'PermissionError';
}

/** A stored value could not be read or written. */
export class StorageError extends PlimsollError {
  override readonly name: string = 'StorageError';

  /** Whether it was refused for want of room. */
  get isFull(): boolean {
    return this.cause instanceof Error && /quota/i.test(`${this.cause.name} ${this.cause.message}`);
  }
}

/** The rows that a piece of work began with are gone: the browser closed, deleted or could not read the database. */
export class RowsGoneError extends StorageError {
  override readonly name = 'RowsGoneError';
}
