import { BAR_INTERVAL_S } from '../../market/bars.ts';
import type { Ticker } from '../../market/observations.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { lastClose } from '../../ledger/last-close.ts';
import { mergeIntoChunks } from '../../ledger/chunks.ts';
import type { Ports } from '../../ledger/ports.ts';
import type { SourceRow } from '../../ledger/tables/sources.ts';
import { mergeTickers, payTimesOf } from '../../venues/merge-tickers.ts';
import type { Update } from '../attempt.ts';
import { checkTicker, isFarOff } from '../checks.ts';
import { GlitchError } from '../glitch-error.ts';
import type { Asked } from '../host-gate.ts';
import { type MarketScope, once, type SourceKind } from './kind.ts';
import { MINUTE_MS } from '../../market/time.ts';

/** With the waits of a glitch the next question after this many refusals comes a quarter of an hour after the first. */
const REFUSALS_OF_A_JUMP = 5;

/** A bar that closed longer ago says little about the price now. */
const OLDEST_CLOSE_MS = 720 * MINUTE_MS;

/** A venue that has told no price for this long is not there to compare with. */
const OTHERS_AGE_MS = 5 * MINUTE_MS;

/** Mark price, funding and open interest now. Where the price is not told, nothing else is believed. */
export const ticker: SourceKind = {
  id: 'ticker',
  // Below the alarm's period, so that each alarm asks once however early it comes.
  periodMs: 10_000,
  staleAfterMs: 3 * MINUTE_MS,
  stages: ['first'],
  begin: once({ ask: (scope, row) => () => ask(scope, row), check, fold }),
};

async function ask(
  { ports, gate, venue, instrument, deadlineMs }: MarketScope,
  { data }: SourceRow,
): Promise<Asked<Ticker>> {
  const known = payTimesOf(data?.kind === 'ticker' ? data.ticker : null, ports.clock.nowMs());
  const calls = venue.ticker(instrument).filter(({ tells }) => known === null || tells !== 'last-payment');
  const parts = await Promise.all(calls.map((call) => gate.ask(venue, call, deadlineMs)));
  const answers = [];
  for (const part of parts) {
    if (part.kind !== 'answer') return part;
    answers.push(part.value);
  }
  const told = mergeTickers(answers, known);
  if (told === null) throw new GlitchError('an answer without a mark price');
  return { kind: 'answer', value: told };
}

/**
 * The price of a venue that answers alone is compared with its own last bar: an answer may be about another coin without
 * saying so. A jump from it is believed once it has been told for a while. What several venues tell is stored as told and
 * compared where it is read.
 * @throws GlitchError
 */
async function check(told: Ticker, { ports, venue, market }: MarketScope): Promise<void> {
  const { database, clock } = ports;
  checkTicker(told, clock.nowMs());
  if (!(await isAlone(ports, market, venue.id))) return;
  const last = await lastClose(database, market, venue.id, clock.nowMs(), OLDEST_CLOSE_MS);
  if (last === null || !isFarOff(told.markPrice, last)) return;
  const row = await database.get('sources', [market, venue.id, 'ticker']);
  const refusals = row?.failure?.code === 'glitch' ? row.failure.count : 0;
  if (refusals >= REFUSALS_OF_A_JUMP) return;
  throw new GlitchError(`price ${told.markPrice} is far from its own last bar ${last}`);
}

/** Whether no other venue has told the price lately. */
async function isAlone({ database, clock }: Ports, market: string, venue: VenueId): Promise<boolean> {
  const rows = await database.list('sources', [market]);
  return !rows.some(
    ({ key, value: { data, okAtMs } }) =>
      key[1] !== venue &&
      data?.kind === 'ticker' &&
      okAtMs !== null &&
      clock.nowMs() - okAtMs < OTHERS_AGE_MS,
  );
}

/** The last open interest seen in a bar stands for its close where the venue keeps no history. */
async function fold(told: Ticker, { ports, venue, market }: MarketScope): Promise<Update> {
  const { atMs, openInterestBase } = told;
  const openTimeS = Math.floor(atMs / 1000 / BAR_INTERVAL_S) * BAR_INTERVAL_S;
  const rows = openInterestBase === null ? [] : [{ openTimeS, openInterestBase }];
  const key = [market, venue.id, 'open-interest-now'] as const;
  const { changes } = await mergeIntoChunks(ports, key, rows);
  return { data: { kind: 'ticker', ticker: told }, changes };
}
