import type { ListedTicker } from '../market/listed-ticker.ts';
import { HOUR_MS } from '../market/time.ts';
import type { DatabaseChange, DatabasePort } from './ports.ts';
import { type TickersRow, TICKERS_KEPT_HOURS } from './tables/tickers.ts';
import type { VenueId } from '../market/venue-id.ts';

/** A venue's perpetuals as it told of them at one time. */
export interface ToldTickers {
  readonly atMs: number;
  readonly tickers: readonly ListedTicker[];
}

/** What the last answer is kept under. */
const NOW = 'now';

/** What was told longer ago says nothing of now. */
const OLDEST_MS = 2 * HOUR_MS;

export const hourOf = (ms: number): number => Math.floor(ms / HOUR_MS);

/** Writes an answer as the last, and as that of its hour where it is the first. @throws StorageError */
export async function keepTickers(
  database: DatabasePort,
  venue: VenueId,
  { atMs, tickers }: ToldTickers,
): Promise<readonly DatabaseChange[]> {
  const hour = hourOf(atMs);
  const { dayChange, nextFundingAtMs, ...lasting } = pack(atMs, tickers);
  const now = {
    store: 'tickers',
    key: [venue, NOW],
    value: { ...lasting, dayChange, nextFundingAtMs },
  } as const;
  const isKept = (await database.keys('tickers', [venue, hour])).length > 0;
  return isKept ? [now] : [now, { store: 'tickers', key: [venue, hour], value: lasting }];
}

/** What a venue said last; null where it never did, or so long ago that it says nothing of now. */
export async function lastTickers(
  database: DatabasePort,
  venue: VenueId,
  nowMs: number,
): Promise<ToldTickers | null> {
  const told = unpack(await database.get('tickers', [venue, NOW]));
  return told !== null && Math.abs(nowMs - told.atMs) < OLDEST_MS ? told : null;
}

/** What a venue said first in an hour since the epoch. */
export const tickersOfHour = async (
  database: DatabasePort,
  venue: VenueId,
  hour: number,
): Promise<ToldTickers | null> => unpack(await database.get('tickers', [venue, hour]));

/** What was traded of each contract in the 24 hours before an answer, USD, where that is known. */
export async function turnoversOfHour(
  database: DatabasePort,
  venue: VenueId,
  hour: number,
): Promise<ReadonlyMap<string, number> | null> {
  const row = await database.get('tickers', [venue, hour]);
  if (row === null) return null;
  const ids = row.ids.split(' ');
  const turnovers = new Map<string, number>();
  row.turnoverUsd.forEach((usd, index) => {
    if (!Number.isNaN(usd)) turnovers.set(ids[index] ?? '', usd);
  });
  return turnovers;
}

/** Hours since the epoch of which something is kept of a venue, ascending. */
export const keptHours = async (database: DatabasePort, venue: VenueId): Promise<readonly number[]> =>
  (await database.keys('tickers', [venue])).flatMap(([, hour]) => (typeof hour === 'number' ? [hour] : []));

/** Rows that are past their age, or all of them. */
export async function pastTickers(database: DatabasePort, nowMs: number): Promise<readonly DatabaseChange[]> {
  const oldest = hourOf(nowMs) - TICKERS_KEPT_HOURS;
  const keys = await database.keys('tickers', []);
  return keys
    .filter(([, hour]) => typeof hour === 'number' && hour < oldest)
    .map((key) => ({ store: 'tickers', key, value: null }));
}

const COLUMNS = ['price', 'openInterestBase', 'fundingRate8h', 'turnoverUsd', 'dayChange'] as const;

function pack(atMs: number, tickers: readonly ListedTicker[]): Required<TickersRow> {
  const [price, openInterestBase, fundingRate8h, turnoverUsd, dayChange] = COLUMNS.map((name) =>
    Float32Array.from(tickers, (ticker) => ticker[name] ?? NaN),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  return {
    atMs,
    ids: tickers.map(({ id }) => id).join(' '),
    price,
    openInterestBase,
    fundingRate8h,
    turnoverUsd,
    dayChange,
    nextFundingAtMs: Float64Array.from(tickers, ({ nextFundingAtMs }) => nextFundingAtMs ?? NaN),
  };
}

function unpack(row: TickersRow | null): ToldTickers | null {
  if (row === null) return null;
  const told = (column: ArrayLike<number> | undefined, index: number): number | null => {
    const value = column?.[index];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const tickers = row.ids.split(' ').flatMap((id, index) => {
    const price = told(row.price, index);
    return price === null
      ? []
      : [
          {
            id,
            price,
            openInterestBase: told(row.openInterestBase, index),
            fundingRate8h: told(row.fundingRate8h, index),
            nextFundingAtMs: told(row.nextFundingAtMs, index),
            turnoverUsd: told(row.turnoverUsd, index),
            dayChange: told(row.dayChange, index),
          },
        ];
  });
  return tickers.length === 0 ? null : { atMs: row.atMs, tickers };
}
