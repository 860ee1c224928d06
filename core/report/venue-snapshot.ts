import type { Bars } from '../market/bars.ts';
import type { AccountRatio, Ticker } from '../market/observations.ts';
import type { VenueId } from '../market/venue-id.ts';

/** The last that is known of one venue; null where it has not answered or does not say. */
export interface VenueSnapshot {
  readonly venue: VenueId;
  readonly ticker: Ticker | null;
  readonly accountRatio: AccountRatio | null;
  /** The venue's own bars, at least of the last day. */
  readonly bars: Bars | null;
}

/** Mean of `values` by `weights`; a plain mean where no weight is known; null without values. */
export function weightedMean(
  pairs: readonly { readonly value: number | null; readonly weight: number | null }[],
): number | null {
  const known = pairs.filter((pair): pair is { value: number; weight: number | null } => pair.value !== null);
  if (known.length === 0) return null;
  const total = known.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  if (total > 0) return known.reduce((sum, { value, weight }) => sum + value * (weight ?? 0), 0) / total;
  return known.reduce((sum, { value }) => sum + value, 0) / known.length;
}
