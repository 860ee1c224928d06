import type { DatabasePort } from '../ledger/ports.ts';
import {
  hourOf,
  keptHours,
  lastTickers,
  type ToldTickers,
  turnoversOfHour,
} from '../ledger/listed-tickers.ts';
import { marketId } from '../market/asset.ts';
import type { Instrument } from '../market/instrument.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import type { SourceFailure } from '../market/market-report.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../market/time.ts';
import type { VenueId } from '../market/venue-id.ts';
import { type Board, screenMarkets, type VenueBoards } from '../screener/screen-markets.ts';
import type { ScreenedMarket } from '../screener/screened-market.ts';
import { tickersAt } from './tickers-at.ts';
import { ALL_MARKETS } from '../ledger/tables/sources.ts';

/** What a venue contributes. */
export interface GlanceVenue {
  readonly venue: VenueId;
  /** When it last told of all its perpetuals, epoch milliseconds; null where it did not lately. */
  readonly at: number | null;
  /** When the oldest answer that is kept was told; null for none. */
  readonly since: number | null;
  /** Whether it tells open interest of all its perpetuals at once. */
  readonly tellsOpenInterest: boolean;
  /** Why it told nothing when it was asked last; null where it did. */
  readonly code: SourceFailure | null;
}

/** Every market at a glance, in figures that no engine makes. */
export interface MarketGlance {
  /** When it was made, epoch milliseconds; two that differ have different times. */
  readonly madeAt: number;
  readonly venues: readonly GlanceVenue[];
  readonly markets: readonly ScreenedMarket[];
}

/** How far an answer may be from the time that it stands for, where none lies on its other side. */
const HOUR_SLACK_MS = 15 * MINUTE_MS;
const DAY_SLACK_MS = HOUR_MS;

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** Makes of what `venues` last said of all their perpetuals, and of what they said before, every market at a glance. */
export async function readGlance(
  database: DatabasePort,
  venues: readonly VenueId[],
  nowMs: number,
): Promise<Omit<MarketGlance, 'madeAt'>> {
  const told: GlanceVenue[] = [];
  const boards: VenueBoards[] = [];
  for (const venue of venues) {
    const [now, row, listed, hours] = await Promise.all([
      lastTickers(database, venue, nowMs),
      database.get('sources', [ALL_MARKETS, venue, 'tickers']),
      database.get('sources', [ALL_MARKETS, venue, 'instruments']),
      keptHours(database, venue),
    ]);
    told.push({
      venue,
      at: now?.atMs ?? null,
      since: hours[0] === undefined ? null : hours[0] * HOUR_MS,
      tellsOpenInterest: now?.tickers.some(({ openInterestBase }) => openInterestBase !== null) ?? false,
      code: row?.failure?.code ?? listed?.failure?.code ?? null,
    });
    if (now === null || listed?.data?.kind !== 'instruments') continue;
    boards.push(await boardsOf(database, venue, now, listed.data.instruments));
  }
  return { venues: told, markets: screenMarkets(boards) };
}

async function boardsOf(
  database: DatabasePort,
  venue: VenueId,
  now: ToldTickers,
  instruments: readonly Instrument[],
): Promise<VenueBoards> {
  const marketOf = marketsOf(instruments);
  const byMarket = <T>(told: Iterable<readonly [id: string, figure: T]>): ReadonlyMap<string, T> => {
    const found = new Map<string, T>();
    for (const [id, figure] of told) {
      const market = marketOf.get(id);
      if (market !== undefined) found.set(market, figure);
    }
    return found;
  };
  const board = (told: ToldTickers | null): Board | null =>
    told && byMarket(told.tickers.map((ticker) => [ticker.id, ticker]));
  const [hourAgo, dayAgo, ...daysBefore] = await Promise.all([
    tickersAt(database, venue, now, now.atMs - HOUR_MS, HOUR_SLACK_MS),
    tickersAt(database, venue, now, now.atMs - DAY_MS, DAY_SLACK_MS),
    ...DAYS.map((days) => turnoversOfHour(database, venue, hourOf(now.atMs - days * DAY_MS))),
  ]);
  return {
    venue,
    now: board(now) ?? new Map(),
    hourAgo: board(hourAgo),
    dayAgo: board(dayAgo),
    daysBefore: daysBefore.flatMap((day) => (day === null ? [] : [byMarket(day)])),
  };
}

/** The market that each contract stands for; a market has one contract of a venue. */
function marketsOf(instruments: readonly Instrument[]): ReadonlyMap<string, string> {
  const named = Map.groupBy(instruments, marketId);
  return new Map(
    [...named].flatMap(([market, listed]) => {
      const instrument = instrumentOf(market, listed);
      return instrument === null ? [] : [[instrument.id, market]];
    }),
  );
}
