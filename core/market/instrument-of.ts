import { marketId } from './asset.ts';
import type { Instrument } from './instrument.ts';

/** Where a venue lists a coin more than once, the contract that most trade. */
const PREFERRED_QUOTES = ['USDT', 'USDC', 'USD'];

/** The venue's contract that stands for `market`; null if it lists none. */
export function instrumentOf(market: string, instruments: readonly Instrument[]): Instrument | null {
  const listed = instruments.filter((instrument) => marketId(instrument) === market);
  const rank = ({ quote }: Instrument): number => {
    const index = PREFERRED_QUOTES.indexOf(quote);
    return index < 0 ? PREFERRED_QUOTES.length : index;
  };
  return listed.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
