import { readAssetName } from '../../market/asset-name.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { numberIn } from './payload.ts';

/** What the caller says of the instrument; what is absent is taken from the payload. */
export interface GivenInstrument {
  readonly id: string;
  readonly base?: string | undefined;
  readonly contractSize?: number | undefined;
}

/** Venues whose sizes are contracts. */
const COUNTS_CONTRACTS: ReadonlySet<VenueId> = new Set<VenueId>(['okx', 'gate']);

const QUOTE = /[-_]?(USDT|USDC|USD|PERP)$/;

/** The venue's own name for the coin, and what it is quoted in. */
function splitId(venue: VenueId, id: string): readonly [coin: string, quote: string] {
  switch (dialectOf(venue)) {
    case 'okx':
    case 'gate': {
      const [coin = id, quote = ''] = id.split(/[-_]/);
      return [coin, quote];
    }
    case 'hyperliquid':
      return [id, 'USDC'];
    case 'binance':
    case 'bybit':
    case 'bitget':
      return [id.replace(QUOTE, '') || id, QUOTE.exec(id)?.[1]?.replace('PERP', 'USDC') ?? ''];
  }
}

/** Names of what is counted in coins and settled in dollars; amounts of anything else are not coins. */
const LINEAR: Readonly<Record<Dialect, RegExp>> = {
  binance: /USD[A-Z0-9]+(_\d+)?$/,
  bybit: /(USDT|USDC|PERP)(-.*)?$/,
  okx: /-USD([A-Z]|_UM)/,
  bitget: /(USDT|USDC|PERP)$/,
  gate: /_USDT(_\d+)?$/,
  hyperliquid: /./,
};

/** Names of what is counted in dollars and settled in coins. */
const INVERSE: Readonly<Record<Dialect, RegExp | null>> = {
  binance: /USD_(PERP|\d{6})$/,
  bybit: /USD([FGHJKMNQUVXZ]\d\d)?$/,
  okx: /-USD(-|$)/,
  bitget: /USD(_.*)?$/,
  gate: /_USD$/,
  hyperliquid: null,
};

/** Whether the instrument's name says that its amounts are no coins, whoever vouches for it. */
export const isInverse = (venue: VenueId, id: string): boolean =>
  INVERSE[dialectOf(venue)]?.test(id) === true;

/** Whether the venue counts the instrument in coins; an instrument without a name may be. */
export const isLinear = (venue: VenueId, id: string): boolean =>
  id === '' || LINEAR[dialectOf(venue)].test(id);

/**
 * The instrument that a payload is about; `contractSize` is NaN where sizes are contracts and neither the caller nor the
 * payload says what one is.
 */
export function instrumentOfPayload(venue: VenueId, given: GivenInstrument, payload: unknown): Instrument {
  const [coin, quote] = splitId(venue, given.id);
  const named = readAssetName(coin, venue);
  return {
    venue,
    id: given.id,
    ...named,
    ...(given.base === undefined ? {} : { base: given.base }),
    quote,
    contractSize: given.contractSize ?? (COUNTS_CONTRACTS.has(venue) ? contractSizeIn(payload) : 1),
    tickSize: NaN,
  };
}

function contractSizeIn(payload: unknown): number {
  const multiplier = numberIn(payload, 'quanto_multiplier');
  if (multiplier !== null && multiplier > 0) return multiplier;
  const [contracts, usd, price] = ['open_interest', 'open_interest_usd', 'mark_price'].map((field) =>
    numberIn(payload, field),
  );
  if (contracts && usd && price) return powerOfTen(usd / (contracts * price));
  return contractSizeOfCandles(payload);
}

/** Turnover of a candle is volume times a price between its low and its high: mostly one power of ten lies there. */
function contractSizeOfCandles(payload: unknown): number {
  const [volume, turnover, high, low] = ['v', 'sum', 'h', 'l'].map((field) => numberIn(payload, field));
  if (!volume || !turnover || !high || !low) return NaN;
  const power = Number(`1e${Math.floor(Math.log10(turnover / (volume * low)) + 1e-9)}`);
  return power >= (turnover / (volume * high)) * (1 - 1e-9) ? power : NaN;
}

/** Contracts are powers of ten of a coin; what lies further than half a percent from one is no such figure. */
function powerOfTen(value: number): number {
  const power = Number(`1e${Math.round(Math.log10(value))}`);
  return Math.abs(value / power - 1) < 0.005 ? power : NaN;
}
