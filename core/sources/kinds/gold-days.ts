import { GOLD_MARKET, isComparedWithGold } from '../../market/gold.ts';
import { instrumentOf } from '../../market/instrument-of.ts';
import { daily, dayPages, isDailySource } from './daily.ts';
import { storedInstruments } from './instruments.ts';
import type { SourceKind } from './kind.ts';
import { HOUR_MS } from '../../market/time.ts';

/** Daily candles of gold, now and then, to compare a coin with: of the venue that tells the coin's, kept as gold's own. */
export const goldDays: SourceKind = {
  ...daily,
  id: 'gold-days',
  keptAs: [GOLD_MARKET, 'daily'],
  periodMs: 6 * HOUR_MS,
  begin: async (scope, row, stage) => {
    if (!isComparedWithGold(scope.market) || !(await isDailySource(scope, stage))) return null;
    const listed = await storedInstruments(scope.ports.database, scope.venue.id);
    const instrument = instrumentOf(GOLD_MARKET, listed ?? []);
    return instrument && dayPages({ ...scope, market: GOLD_MARKET, instrument }, row);
  },
};
