/** A stretch of time, epoch milliseconds, in which a venue's forced orders were listened to. */
export interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * When a venue's forced orders of a market were listened to: `listening` under `[market, venue]`. What lies between
 * the stretches is a gap, of which nothing is known.
 */
export interface ListeningRow {
  /** Ascending, apart from each other. */
  readonly stretches: readonly Stretch[];
  /** Counts what was learnt of a time that the engine may already have read. */
  readonly revision: number;
}
