import { CANDLE_INTERVAL } from '../../ledger/windows.ts';
import { checkCandles } from '../checks.ts';
import { lastRowMs, seriesPages } from '../series-pages.ts';
import type { MarketScope, SourceKind, Stage } from './kind.ts';
import { DAY_MS } from '../../market/time.ts';

/** Time between two questions for a daily candle that has not come yet. */
const NEW_DAY_RETRY_MS = 300_000;

/** Also those of gold, which are kept as a market of their own. */
export const dayPages = seriesPages({
  kind: 'daily',
  of: (venue) => venue.candles(CANDLE_INTERVAL.daily),
  check: checkCandles,
  newestRetryMs: NEW_DAY_RETRY_MS,
});

/** Daily candles, of one venue. */
export const daily: SourceKind = {
  id: 'daily',
  periodMs: 0,
  staleAfterMs: 2 * DAY_MS,
  toldAtMs: lastRowMs,
  stages: ['now', 'past'],
  begin: async (scope, row, stage) => ((await isDailySource(scope, stage)) ? dayPages(scope, row) : null),
};

/**
 * Whether the daily candles are asked of the scope's venue: the first of the preferred that tells the coin's price and has
 * not failed to tell its days. A venue that has said nothing yet is waited for until all else was asked.
 */
export async function isDailySource(
  { ports: { database }, market, venue, preferred }: MarketScope,
  stage: Stage,
): Promise<boolean> {
  const rows = await database.list('sources', [market]);
  const first = preferred.find((id) => {
    const rowOf = (kind: string) => rows.find(({ key }) => key[1] === id && key[2] === kind)?.value ?? null;
    const [price, days] = [rowOf('ticker'), rowOf('daily')];
    if (price === null) return stage === 'now';
    return price.failure === null && (days === null || days.failure === null);
  });
  return first === venue.id;
}
