import type { VenueId } from '../../market/venue-id.ts';
import { type Dialect, dialectOf } from './dialect.ts';

/** Where each venue names the instrument that an answer or a row of it is about. */
const SYMBOL_FIELDS: Readonly<Record<Dialect, readonly string[]>> = {
  binance: ['symbol', 's'],
  bybit: ['symbol', 's'],
  okx: ['instId', 'instFamily', 'uly'],
  bitget: ['symbol'],
  gate: ['contract', 'name'],
  hyperliquid: ['coin', 's', 'name'],
};

/** Every object in a JSON value, the value itself included. */
function* objectsIn(json: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof json !== 'object' || json === null) return;
  if (!Array.isArray(json)) yield json as Readonly<Record<string, unknown>>;
  for (const child of Object.values(json)) yield* objectsIn(child);
}

/** The venue's ids of the instruments that a payload names, each once, in its order. */
export function symbolsIn(venue: VenueId, payload: unknown): readonly string[] {
  const found = new Set<string>();
  for (const object of objectsIn(payload)) {
    const symbol = symbolOf(venue, object);
    if (symbol !== null) found.add(symbol);
  }
  return [...found];
}

/** The instrument that a row names; null for none. Tiers of OKX name a family of swaps. */
function symbolOf(venue: VenueId, row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return null;
  for (const field of SYMBOL_FIELDS[dialectOf(venue)]) {
    const name: unknown = Reflect.get(row, field);
    if (typeof name !== 'string' || name === '') continue;
    return venue === 'okx' && field !== 'instId' ? `${name}-SWAP` : name;
  }
  return null;
}

/** The first field of this name, as a number; null where there is none. */
export function numberIn(payload: unknown, field: string): number | null {
  for (const object of objectsIn(payload)) {
    const value = Number(object[field] ?? NaN);
    if (Number.isFinite(value) && object[field] !== '') return value;
  }
  return null;
}

const EPOCH_MS = /^1[2-9]\d{11}$/;

/** The newest epoch milliseconds that stand anywhere in a payload; null where none do. */
export function newestMs(payload: unknown): number | null {
  if (typeof payload === 'object' && payload !== null) {
    const times = Object.values(payload).map((value) => newestMs(value) ?? -Infinity);
    const newest = Math.max(-Infinity, ...times);
    return newest === -Infinity ? null : newest;
  }
  return EPOCH_MS.test(String(payload)) ? Number(payload) : null;
}

/** When the venue gave the answer, where its wrapping says so. */
export const answeredMs = (payload: unknown): number | null =>
  typeof payload !== 'object' || payload === null || Array.isArray(payload)
    ? null
    : newestMs([Reflect.get(payload, 'time'), Reflect.get(payload, 'requestTime')]);

/**
 * The payload as it is, then in the wrapping of its venue and out of its list: recordings often hold the rows, or one row,
 * alone, or all rows where the extension asks for one.
 */
export function wrappings(venue: VenueId, payload: unknown, symbol: string): readonly unknown[] {
  const lists = Array.isArray(payload) ? [payload, [payload]] : [[payload]];
  const own = Array.isArray(payload) ? payload.filter((row: unknown) => symbolOf(venue, row) === symbol) : [];
  switch (dialectOf(venue)) {
    case 'bybit':
      return [
        payload,
        ...lists.map((list) => ({ retCode: 0, retMsg: '', result: { category: 'linear', symbol, list } })),
      ];
    case 'okx':
      return [payload, ...lists.map((data) => ({ code: '0', data }))];
    case 'bitget':
      return [payload, ...[payload, ...lists].map((data) => ({ code: '00000', data }))];
    case 'hyperliquid':
      return [
        payload,
        ...lists,
        [{ universe: [payload] }, [payload]],
        Array.isArray(payload) ? payload[0] : null,
      ];
    case 'binance':
    case 'gate':
      return [payload, ...lists, ...own];
  }
}
