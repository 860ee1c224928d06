import type { LevelReport } from './market-report.ts';

/** Levels as a daily close had left them: of the candles that had closed by then, and of nothing later. */
export interface LevelsAt {
  /** 00:00 UTC, epoch milliseconds. */
  readonly atMs: number;
  /** Average true range of a day then, USD. */
  readonly atr1dUsd: number;
  /** The highest scores, the first of them first, without their track; prices in USD. */
  readonly levels: readonly LevelReport[];
}

/** Levels of a close at most. */
export const MOST_PAST_LEVELS = 12;
