/** A stretch of time, both ends included, epoch seconds. */
export interface TimeRange {
  readonly fromS: number;
  readonly untilS: number;
}

/** Length of a candle that venues are asked for. */
export type CandleInterval = '5m' | '1h' | '1d';
