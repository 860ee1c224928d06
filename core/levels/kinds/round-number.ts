import { candleAt } from '../daily-candle.ts';
import { findRoundNumbers, ROUND_ZONE } from '../round-numbers.ts';
import { fixedEdges, FOLLOW_DAYS, type LevelKind, REACH } from './kind.ts';

/** Of the roundest. */
const STRENGTH = 0.85;

/** Prices that people name. */
export const roundNumber: LevelKind = {
  id: 'round-number',
  countsOnce: true,
  ofDays: (closed) => {
    const price = candleAt(closed, closed.length - 1).close;
    return findRoundNumbers(price, price * (1 - REACH), price * (1 + REACH)).map((round) => {
      const low = round.price * (1 - ROUND_ZONE);
      const high = round.price * (1 + ROUND_ZONE);
      return {
        id: `round-${round.price}`,
        low,
        high,
        strength: STRENGTH * round.weight,
        sources: [`round ${round.price}`],
        fromIndex: Math.max(0, closed.length - FOLLOW_DAYS),
        side: null,
        edgesAt: fixedEdges(low, high),
      };
    });
  },
};
