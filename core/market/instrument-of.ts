import { marketId } from './asset.ts';
import type { Instrument } from './instrument.ts';
import { madeOnce } from './made-once.ts';

/** Where a venue lists a coin more than once, the contract that most trade. */
const PREFERRED_QUOTES = ['USDT', 'USDC', 'USD'];

/** The venue's contract that stands for `market`; null if it lists none. @param instruments all that it lists, not changed in place */
export const instrumentOf = (market: string, instruments: readonly Instrument[]): Instrument | null =>
  byMarket(instruments).get(market) ?? null;

/** A venue lists hundreds, and each report asks for one of them more than once. */
const byMarket = madeOnce((instruments: readonly Instrument[]): ReadonlyMap<string, Instrument> => {
  const chosen = new Map<string, Instrument>();
  for (const instrument of instruments) {
    const market = marketId(instrument);
    const before = chosen.get(market);
    if (before === undefined || rank(instrument) < rank(before)) chosen.set(market, instrument);
  }
  return chosen;
});

function rank({ quote }: Instrument): number {
  const index = PREFERRED_QUOTES.indexOf(quote);
  return index < 0 ? PREFERRED_QUOTES.length : index;
}
