import type { ListedTicker } from '../../market/listed-ticker.ts';
import { HOUR_MS, MINUTE_MS } from '../../market/time.ts';
import { keepTickers } from '../../ledger/listed-tickers.ts';
import { mergeListed } from '../../venues/merge-listed.ts';
import type { ListedPart } from '../../venues/venue.ts';
import { GlitchError } from '../glitch-error.ts';
import type { Asked } from '../host-gate.ts';
import { storedInstruments } from './instruments.ts';
import { once, type SourceKind, type VenueScope } from './kind.ts';
import { ALL_MARKETS } from '../../ledger/tables/sources.ts';

/**
 * All perpetuals of a venue in an answer or a few. It belongs to the venue, not to a market, and no report waits for it:
 * it is asked for by those who look at all markets at once.
 */
export const tickers: SourceKind<VenueScope> = {
  id: 'tickers',
  keptAs: [ALL_MARKETS, 'tickers'],
  // Below three minutes, so that each third alarm asks however early it comes.
  periodMs: 3 * MINUTE_MS - 10_000,
  staleAfterMs: 2 * HOUR_MS,
  stages: [],
  begin: once<readonly ListedTicker[], VenueScope>({
    ask: (scope) => () => ask(scope),
    check: (told) => {
      if (told.length === 0) throw new GlitchError('an answer without one price');
    },
    fold: async (told, { ports, venue }) => ({
      data: { kind: 'tickers' },
      changes: await keepTickers(ports.database, venue.id, { atMs: ports.clock.nowMs(), tickers: told }),
    }),
  }),
};

async function ask({ ports, gate, venue, deadlineMs }: VenueScope): Promise<Asked<readonly ListedTicker[]>> {
  const listed = (await storedInstruments(ports.database, venue.id)) ?? [];
  const answers: (readonly ListedPart[])[] = [];
  for (const call of venue.tickers(listed)) {
    const asked = await gate.ask(venue, call, deadlineMs);
    if (asked.kind !== 'answer') return asked;
    answers.push(asked.value);
  }
  return { kind: 'answer', value: mergeListed(answers) };
}
