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

const FORMULAS: ReadonlyMap<string, VenueFormula> = new Map(
  [
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
  ].map((formula) => [formula.venue, formula]),
);

/** Ids of the venues whose liquidation can be computed or estimated. */
export const FORMULA_VENUES: readonly string[] = [...FORMULAS.keys()];

/** The venue's formula; null where none is known. */
export const formulaOf = (venue: string): VenueFormula | null => FORMULAS.get(venue) ?? null;
