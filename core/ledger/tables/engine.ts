/** The engine after the bar that opens at `lastOpenS`: `engine` under `[market]`. */
export interface EngineRow {
  /** Bars that the state was made of; any other basis means that it has to be made anew. */
  readonly basis: string;
  readonly lastOpenS: number;
  readonly state: unknown;
}
