import { quantile } from '../market/quantile.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { DatabasePort } from './ports.ts';

/** Fewer hours say nothing about what is usual. */
const LEAST_SAMPLES = 24;

/** Median of the stored samples of a venue's depth near the price, USD; null while they are too few. */
export async function usualDepthUsd(
  database: DatabasePort,
  market: string,
  venue: VenueId,
): Promise<number | null> {
  const chunks = await database.list('chunks', [market, venue, 'depth']);
  const samples = chunks
    .flatMap(({ value }) => Array.from(value.columns['depthUsd'] ?? []))
    .filter((usd) => usd > 0);
  return samples.length < LEAST_SAMPLES ? null : quantile(samples, 0.5);
}
