/** A request that reached the exchange. Status 0 = the line was cut or left without an answer. */
export interface LoggedRequest {
  readonly atMs: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
}

/** Every request since the start, oldest first. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.entries.push(entry);
  }

  clear(): void {
    this.entries = [];
  }

  get all(): readonly LoggedRequest[] {
    return this.entries;
  }

  /** Every host that was asked, once each, sorted. */
  get hosts(): readonly string[] {
    return [...new Set(this.entries.map((entry) => entry.host))].sort();
  }

  to(host: string, path = ''): readonly LoggedRequest[] {
    return this.entries.filter((entry) => entry.host === host && entry.path.startsWith(path));
  }
}
