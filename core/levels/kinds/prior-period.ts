import { dateOf } from '../../market/utc-date.ts';
import { aggregatePeriods } from '../periods.ts';
import { fixedEdges, type LevelKind } from './kind.ts';

/** Of a high or low; a close has half of it. */
const STRENGTHS = [
  ['day', 0.2],
  ['week', 0.3],
  ['month', 0.4],
] as const;

/** High, low and close of the last whole day, week and month. */
export const priorPeriod: LevelKind = {
  id: 'prior-period',
  ofDays: (closed) =>
    STRENGTHS.flatMap(([period, strength]) => {
      const prior = aggregatePeriods(closed, period).at(-1);
      if (prior === undefined) return [];
      return (['high', 'low', 'close'] as const).map((part) => ({
        id: `prior-${period}-${part}-${dateOf(prior.lastDayS * 1000)}`,
        low: prior[part],
        high: prior[part],
        strength: strength * (part === 'close' ? 0.5 : 1),
        sources: [`prior-${period}-${part}`],
        fromIndex: prior.nextIndex,
        side: part === 'close' ? null : part === 'high' ? ('resistance' as const) : ('support' as const),
        edgesAt: fixedEdges(prior[part], prior[part]),
      }));
    }),
};
