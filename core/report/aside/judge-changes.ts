import type { CheckedVenues } from '../../engine/index.ts';
import {
  FUNDING_TOLERANCE_8H,
  LARGEST_FUNDING_8H,
  OPEN_INTEREST_TOLERANCE,
  whoAgrees,
} from '../../market/agreement.ts';
import type { VenueId } from '../../market/venue-id.ts';
import type { VenueFacts } from '../venue-facts.ts';
import { changeReport, withAside } from './set-aside.ts';

/** Funding in eight hours. */
export type FundingByVenue = Readonly<Partial<Record<VenueId, number>>>;

/** Each venue's open interest over the last one that was believed of it, compared among venues. */
export function judgeOpenInterest(
  facts: readonly VenueFacts[],
  { series }: CheckedVenues,
): readonly VenueFacts[] {
  const past = facts.map(({ venue }) => {
    const values = series.find((one) => one.venue === venue)?.bars.openInterestBase;
    // From nothing any change is possible: a fresh contract.
    return values?.findLast((value) => value >= 0) || NaN;
  });
  const changes = facts.map(({ ticker }, index) => (ticker?.openInterestBase ?? NaN) / (past[index] ?? NaN));
  const others = changes.filter((change) => change >= 0).length - 1;
  // One venue alone is compared with what it said a bar ago.
  const figures = others === 0 ? [...changes, 1, 1] : changes;
  const bits = whoAgrees(figures, figures.length, OPEN_INTEREST_TOLERANCE, 1);
  return facts.map((one, index) => {
    if (!((changes[index] ?? NaN) >= 0) || (bits & (1 << index)) !== 0 || one.ticker === null) return one;
    const aside = changeReport('open-interest', one.ticker.openInterestBase, past[index] ?? null, others);
    return withAside({ ...one, ticker: { ...one.ticker, openInterestBase: null } }, 'open-interest', aside);
  });
}

/** Each venue's change of funding, compared among venues; what no venue pays is not believed of one alone either. */
export function judgeFunding(
  facts: readonly VenueFacts[],
  remembered: FundingByVenue,
): readonly VenueFacts[] {
  const rates = facts.map(({ ticker }) => ticker?.fundingRate8h ?? NaN);
  const past = facts.map(({ venue }) => remembered[venue] ?? NaN);
  const growth = rates.map((rate, index) => 1 + rate - (past[index] ?? NaN));
  const others = growth.filter((one) => one > 0).length - 1;
  return facts.map((one, index) => {
    const rate = rates[index] ?? NaN;
    if (one.ticker === null || Number.isNaN(rate)) return one;
    const before = past[index] ?? NaN;
    const tolerance = Math.max(Math.abs(before), FUNDING_TOLERANCE_8H);
    const isJudged = !Number.isNaN(before) && others > 0;
    const isAgreed = !isJudged || (whoAgrees(growth, growth.length, tolerance, 1) & (1 << index)) !== 0;
    if (isAgreed && Math.abs(rate) <= LARGEST_FUNDING_8H) return one;
    const aside = changeReport('funding', rate, Number.isNaN(before) ? null : before, isAgreed ? 0 : others);
    return withAside({ ...one, ticker: { ...one.ticker, fundingRate8h: null } }, 'ticker', aside);
  });
}

/** What a venue's ticker says that is believed of funding, to compare the next with. */
export const fundingOf = (facts: readonly VenueFacts[]): FundingByVenue =>
  Object.fromEntries(
    facts.flatMap(({ venue, ticker }) =>
      ticker?.fundingRate8h == null ? [] : [[venue, ticker.fundingRate8h]],
    ),
  );
