import { nearDepthUsd } from '../../cascade/near-depth.ts';
import { thinBook } from '../../cascade/thin-book.ts';
import type { Depth } from '../../market/observations.ts';
import { mergeIntoChunks } from '../../ledger/chunks.ts';
import { CHUNK_KINDS } from '../../ledger/chunk-kinds.ts';
import { checkBook } from '../checks.ts';
import { ONCE_A_BAR_MS, once, oneCall, type SourceKind } from './kind.ts';
import { MINUTE_MS } from '../../market/time.ts';

/** The book, thinned to what a cascade reads of it, and its depth near the price as the hour's sample. */
export const depth: SourceKind = {
  id: 'depth',
  // Each second alarm: books are the dearest answers, and what stands in them near the price changes little in a minute.
  periodMs: 2 * MINUTE_MS - 15_000,
  farPeriodMs: ONCE_A_BAR_MS,
  staleAfterMs: 10 * MINUTE_MS,
  stages: ['now'],
  begin: once<Depth>({
    ask: oneCall((venue, instrument) => venue.depth(instrument)),
    check: async (told, { ports, market, venue }) => {
      const data = (await ports.database.get('sources', [market, venue.id, 'ticker']))?.data;
      if (data?.kind === 'ticker') checkBook(told, data.ticker.markPrice);
    },
    fold: async (told, { ports, market, venue }) => {
      const book = thinBook(told);
      const depthUsd = nearDepthUsd(book);
      const { intervalS } = CHUNK_KINDS.depth;
      const openTimeS = Math.floor(book.atMs / 1000 / intervalS) * intervalS;
      const rows = depthUsd === null ? [] : [{ openTimeS, depthUsd }];
      const { changes } = await mergeIntoChunks(ports, [market, venue.id, 'depth'], rows);
      return { data: { kind: 'depth', book }, changes };
    },
  }),
};
