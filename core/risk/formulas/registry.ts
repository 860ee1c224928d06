import { aster } from './aster.ts';
import { binance } from './binance.ts';
import { bitget } from './bitget.ts';
import { bybit } from './bybit.ts';
import { dydx } from './dydx.ts';
import { bitmex, deribit, kraken } from './estimates.ts';
import type { VenueFormula } from './formula.ts';
import { gate } from './gate.ts';
import { htx } from './htx.ts';
import { hyperliquid } from './hyperliquid.ts';
import { kucoin } from './kucoin.ts';
import { mexc } from './mexc.ts';
import { okx } from './okx.ts';

/** Of every venue whose liquidation can be computed or estimated, in the order in which the form offers them. */
export const FORMULAS: readonly VenueFormula[] = [
  binance,
  bybit,
  okx,
  bitget,
  gate,
  hyperliquid,
  dydx,
  kucoin,
  htx,
  mexc,
  bitmex,
  deribit,
  kraken,
  aster,
];

const BY_VENUE: ReadonlyMap<string, VenueFormula> = new Map(
  FORMULAS.map((formula) => [formula.venue, formula]),
);

/** The venue's formula; null where none is known. */
export const formulaOf = (venue: string): VenueFormula | null => BY_VENUE.get(venue) ?? null;

/** What a trader calls the venue; its id where no formula of it is known. */
export const riskVenueName = (venue: string): string => formulaOf(venue)?.name ?? venue;
