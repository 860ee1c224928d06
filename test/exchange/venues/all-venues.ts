import type { VenueId } from '../../../core/market/venue-id.ts';
import { createBinance } from './binance/binance.ts';
import { binanceStream } from './binance/stream.ts';
import type { StreamVenue } from './stream.ts';
import type { VenueApi } from './venue-api.ts';

/** Every venue's endpoints, with limits counted anew. */
export const createVenues = (): readonly VenueApi[] => [createBinance()];

export const STREAMS: readonly (StreamVenue & { readonly venue: VenueId })[] = [
  { venue: 'binance', ...binanceStream },
];
