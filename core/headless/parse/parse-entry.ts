import { classOf } from '../../market/asset.ts';
import type { Candle } from '../../market/bars.ts';
import { PlimsollError, SchemaError } from '../../market/errors.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { VENUES } from '../../venues/registry.ts';
import { mergeTickers } from '../../venues/merge-tickers.ts';
import type { TickerPart } from '../../venues/venue.ts';
import { type TimeRange } from '../../market/time-range.ts';
import { decodeFrame } from '../../venues/shared/forced-order.ts';
import { instrumentOfPayload, isInverse, isLinear, type GivenInstrument } from './payload-instrument.ts';
import { answeredMs, newestMs, symbolsIn, wrappings } from './payload.ts';
import { readersOf, type What } from './readers.ts';

/** A venue's answer, or one frame or a list of frames of its websocket. */
export interface Entry {
  readonly venue: VenueId;
  readonly what: What;
  readonly payload: unknown;
  readonly instrument?: GivenInstrument | undefined;
}

/** A recording tells no time of reading: nothing in it is too new or too old for this. */
const NEVER_MS = Date.UTC(2200, 0);
const EVER: TimeRange = { fromS: 0, untilS: NEVER_MS / 1000 };

/** What is counted in contracts by the venues that count so. */
const IN_CONTRACTS: Readonly<Partial<Record<VenueId, ReadonlySet<What>>>> = {
  okx: new Set<What>(['depth', 'tiers', 'forcedOrders', 'forcedOrderFrame']),
  gate: new Set<What>(['candles', 'openInterest', 'openInterestHistory', 'ticker', 'depth', 'forcedOrders']),
};

/** Answers without an amount of coins. */
const RATES: ReadonlySet<What> = new Set<What>(['instruments', 'fundingRate', 'accountRatio']);

/** Lists that stand for one instrument each, where the caller does not name one. */
const ONE_EACH: ReadonlySet<What> = new Set<What>(['openInterest', 'ticker', 'fundingRate', 'tiers']);

/**
 * What the extension makes of a venue's answer: market types in coins and dollars of one side. Of an answer about several
 * instruments of which none is named, one result for each, with its `id`; `{ error }` for what cannot be read.
 */
export function parseEntry({ venue, what, payload: given, instrument }: Entry): unknown {
  const payload = typeof given === 'string' ? (decodeFrame(given) ?? given) : given;
  const named = instrument === undefined ? symbolsIn(venue, payload) : [instrument.id];
  const resultOf = (id: string): unknown => {
    try {
      requireLinear(venue, what, id, instrument !== undefined);
      return readOne({ venue, what, payload, instrument: { ...instrument, id } });
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
      return { error: error.message };
    }
  };
  const [first = ''] = named;
  if (what === 'forcedOrderFrame') return readFrames(venue, payload, named, instrument);
  if (what === 'forcedOrders' && named.length > 1) return allOrders(named.map(resultOf));
  if (named.length < 2 || !ONE_EACH.has(what)) return resultOf(first);
  return named.map((id) => ({ id, ...(resultOf(id) as object) }));
}

/** Orders of several instruments in one list, ascending; what is wrong with one of them is wrong with the list. */
const allOrders = (results: readonly unknown[]): unknown =>
  results.find((result) => !Array.isArray(result)) ??
  (results.flat() as readonly ForcedOrder[]).toSorted((a, b) => a.atMs - b.atMs);

type OneEntry = Entry & { readonly instrument: GivenInstrument };

function readOne({ venue, what, payload, instrument: given }: OneEntry): unknown {
  const instrument = instrumentOfPayload(venue, given, payload);
  requireContractSize(venue, what, instrument);
  const context = { instrument, intervalS: 60, range: EVER, nowMs: NEVER_MS };
  let first: SchemaError | null = null;
  for (const json of wrappings(venue, payload, given.id)) {
    for (const read of readersOf(venue, what)) {
      try {
        return shape(what, read(json, context), payload);
      } catch (error) {
        if (!(error instanceof SchemaError)) throw error;
        first ??= error;
      }
    }
  }
  throw first ?? new SchemaError(what, `${venue} has no such answer`);
}

/** Of an instrument that nobody vouches for amounts are read only if its name says that they are coins, of no inverse one. */
function requireLinear(venue: VenueId, what: What, id: string, isVouchedFor: boolean): void {
  const isRefused = isVouchedFor ? isInverse(venue, id) : !isLinear(venue, id);
  if (!RATES.has(what) && isRefused)
    throw new SchemaError('instrument', `${id} is not linear: its amounts are not coins`);
}

function requireContractSize(venue: VenueId, what: What, { contractSize, id }: Instrument): void {
  if (IN_CONTRACTS[venue]?.has(what) === true && Number.isNaN(contractSize))
    throw new SchemaError(
      'instrument.contractSize',
      `sizes of ${id || 'this answer'} are contracts: say what one is`,
    );
}

function shape(what: What, value: unknown, payload: unknown): unknown {
  switch (what) {
    case 'candles':
      return closedBy(value as readonly Candle[], answeredMs(payload));
    case 'ticker': {
      const ticker = mergeTickers([value as TickerPart]);
      if (ticker === null) throw new SchemaError('ticker', 'no mark price');
      return timeless(ticker);
    }
    case 'openInterest': {
      const { atMs, openInterestBase } = latestOf(value);
      if (openInterestBase === undefined) throw new SchemaError('openInterest', 'no open interest');
      return timeless({ atMs, openInterestBase });
    }
    case 'fundingRate': {
      const {
        markPrice: _mark,
        indexPrice: _index,
        openInterestBase: _open,
        ...funding
      } = value as TickerPart;
      const { fundingRate8h } = mergeTickers([{ ...funding, markPrice: 1 }]) ?? {};
      return timeless({ ...funding, fundingRate8h });
    }
    case 'instruments':
      return (value as readonly Instrument[]).map((one) => ({ ...one, assetClass: classOf(one) }));
    case 'openInterestHistory':
    case 'accountRatio':
    case 'depth':
    case 'tiers':
    case 'forcedOrders':
    case 'forcedOrderFrame':
      return timeless(value);
  }
}

/** A part of a ticker, or the newest point of a history as one. */
function latestOf(value: unknown): TickerPart {
  if (!Array.isArray(value)) return value as TickerPart;
  const point = (value as readonly { readonly atS: number; readonly openInterestBase: number }[]).at(-1);
  if (point === undefined) throw new SchemaError('openInterest', 'no rows');
  return { atMs: point.atS * 1000, openInterestBase: point.openInterestBase };
}

/** The candles that had closed when the venue answered; all where the answer does not say when. */
function closedBy(candles: readonly Candle[], atMs: number | null): readonly Candle[] {
  const steps = candles.slice(1).map((candle, index) => candle.openTimeS - (candles[index]?.openTimeS ?? 0));
  const intervalS = Math.min(...steps);
  if (atMs === null || intervalS === Infinity) return candles;
  return candles.filter(({ openTimeS }) => (openTimeS + intervalS) * 1000 <= atMs);
}

/** What would be told by the time of reading is unknown: null. */
const timeless = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value).map(([name, child]: [string, unknown]) => [
          name,
          typeof child === 'number' && child >= NEVER_MS ? null : child,
        ]),
      );

function readFrames(
  venue: VenueId,
  payload: unknown,
  named: readonly string[],
  given: GivenInstrument | undefined,
): unknown {
  const instruments = named
    .filter((id) => given !== undefined || isLinear(venue, id))
    .map((id) => instrumentOfPayload(venue, { ...given, id }, payload));
  const stream = VENUES[venue].forcedOrderStream?.(instruments);
  if (!stream) return { error: `forcedOrderFrame: ${venue} has no stream that is read` };
  const frames: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  try {
    if (given !== undefined) requireLinear(venue, 'forcedOrderFrame', given.id, true);
    return frames.flatMap((frame) => {
      const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
      const orders = stream.parse(text, instruments, newestMs(frame) ?? NEVER_MS);
      for (const instrument of instruments)
        if (orders.some(({ quantityBase }) => Number.isNaN(quantityBase)))
          requireContractSize(venue, 'forcedOrderFrame', instrument);
      return orders;
    });
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { error: error.message };
  }
}
