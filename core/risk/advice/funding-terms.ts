import { contractOf, notionalUsdOf, positionSizeBase, type SavedPosition } from '../../market/position.ts';
import type { PositioningReport } from '../../market/market-report.ts';
import { HOUR_MS } from '../../market/time.ts';
import { signOf } from '../margin-equation.ts';

/** What a position pays by, as far as it is known. */
export interface FundingTerms {
  /** What longs pay to shorts in eight hours at the present rate, a fraction of notional. */
  readonly rate8h: number;
  /** Whether it is the rate of the position's own venue, and not that of the market. */
  readonly isOwn: boolean;
  readonly nextAtMs: number | null;
  /** Hours between two payments. */
  readonly intervalHours: number | null;
}

/** Null where no rate is known. */
export function fundingTermsAt(positioning: PositioningReport, venue: string): FundingTerms | null {
  const own = positioning.perVenue.find((one) => one.venue === venue);
  const rate8h = own?.fundingRate8h ?? positioning.fundingRate8h;
  if (rate8h === null) return null;
  return {
    rate8h,
    isOwn: own !== undefined && own.fundingRate8h !== null,
    nextAtMs: own?.nextFundingAt ?? null,
    intervalHours: own?.fundingIntervalHours ?? null,
  };
}

/** Dollars that a position pays over some hours at a constant rate; negative where it receives. Longs pay a positive rate. */
export function fundingUsd(
  position: SavedPosition,
  {
    markPrice,
    rate8h,
    hours,
  }: { readonly markPrice: number; readonly rate8h: number; readonly hours: number },
): number {
  const notionalUsd =
    contractOf(position) === 'inverse' ? notionalUsdOf(position) : positionSizeBase(position) * markPrice;
  return signOf(position.side) * notionalUsd * rate8h * (hours / 8);
}

/** The next payment of a position. */
export interface NextFunding {
  readonly atMs: number;
  /** Dollars that it pays then at the present rate; negative: it receives. Null where the interval is not known. */
  readonly paidUsd: number | null;
}

/**
 * By the venues' clock. A payment that has passed is followed by the next one; null where the venue does not say when, and
 * where that has passed and it does not say how often.
 */
export function nextFunding(
  position: SavedPosition,
  { rate8h, isOwn, nextAtMs, intervalHours }: FundingTerms,
  { markPrice, nowMs }: { readonly markPrice: number; readonly nowMs: number },
): NextFunding | null {
  if (nextAtMs === null) return null;
  if (intervalHours === null) return nextAtMs > nowMs ? { atMs: nextAtMs, paidUsd: null } : null;
  const intervalMs = intervalHours * HOUR_MS;
  const passed = Math.max(0, Math.floor((nowMs - nextAtMs) / intervalMs) + 1);
  return {
    atMs: nextAtMs + passed * intervalMs,
    paidUsd: isOwn ? fundingUsd(position, { markPrice, rate8h, hours: intervalHours }) : null,
  };
}
