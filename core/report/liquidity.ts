import { liquiditySurvival } from '../cascade/absorption.ts';
import { nearDepthUsd } from '../cascade/near-depth.ts';
import type { Depth } from '../market/observations.ts';
import type { OutlookInput } from './market-outlook.ts';

/** One venue's part in what would absorb forced flow. */
export interface VenueLiquidity {
  /** Null where no book was polled lately. */
  readonly book: Depth | null;
  /** Median of {@link nearDepthUsd} over the last thirty days; null until enough of them is known. */
  readonly usualUsd: number | null;
  /** Coins of one side; null where unknown. */
  readonly openInterestBase: number | null;
}

/**
 * Books of all venues for a cascade. The share of the market that was polled is measured by open interest; liquidity is
 * compared with what is usual on the venues of which both is known, so that a silent venue is no loss of liquidity.
 */
export function combineLiquidity(
  venues: readonly VenueLiquidity[],
): Pick<OutlookInput, 'books' | 'coverage' | 'survival'> {
  const books = venues.flatMap(({ book }) => book ?? []);
  const openInterest = (of: readonly VenueLiquidity[]): number =>
    of.reduce((sum, { openInterestBase }) => sum + (openInterestBase ?? 0), 0);
  const polled = openInterest(venues.filter(({ book }) => book !== null));
  const whole = openInterest(venues);
  let nowUsd = 0;
  let usualUsd = 0;
  for (const { book, usualUsd: usual } of venues) {
    const near = book === null ? null : nearDepthUsd(book);
    if (near === null || usual === null) continue;
    nowUsd += near;
    usualUsd += usual;
  }
  return {
    books,
    coverage: polled > 0 ? polled / whole : 1,
    survival: usualUsd > 0 ? liquiditySurvival(nowUsd, usualUsd) : null,
  };
}
