import { simpleMovingAverage } from '../averages.ts';
import { FOLLOW_DAYS, type LevelKind } from './kind.ts';

/** Share of a full score by days. */
const STRENGTHS = [
  [50, 0.35],
  [200, 0.5],
] as const;

/** Averages of the last daily closes, which differ from day to day. */
export const movingAverage: LevelKind = {
  id: 'moving-average',
  ofDays: (closed) =>
    STRENGTHS.flatMap(([days, strength]) => {
      const averages = simpleMovingAverage(closed, days);
      const value = averages.at(-1);
      if (value === undefined || Number.isNaN(value)) return [];
      return {
        id: `sma-${days}`,
        low: value,
        high: value,
        strength,
        sources: [`sma-${days}`],
        fromIndex: Math.max(days - 1, closed.length - FOLLOW_DAYS),
        side: null,
        edgesAt: (index: number) => {
          const price = averages[index] ?? value;
          return { low: price, high: price };
        },
      };
    }),
};
