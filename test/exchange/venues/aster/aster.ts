import { createBinanceApi } from '../binance/binance.ts';
import { binanceStreamAt } from '../binance/stream.ts';
import type { StreamVenue } from '../stream.ts';
import type { VenueApi } from '../venue-api.ts';

/**
 * Aster: Binance's API on fapi.asterdex.com, in Binance's recorded shape, as nothing of Aster's was recorded. Its documents
 * know no statistics of the past.
 */
export function createAster(): VenueApi {
  const api = createBinanceApi('aster', 'fapi.asterdex.com', 'www.asterdex.com');
  const routes = Object.entries(api.routes).filter(([path]) => !path.startsWith('/futures/data/'));
  return { ...api, routes: Object.fromEntries(routes) };
}

export const asterStream: StreamVenue = binanceStreamAt('fstream.asterdex.com', '/');
