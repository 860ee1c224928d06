import type { VenueId } from '../market/venue-id.ts';
import { aster } from './aster/aster.ts';
import { binance } from './binance/binance.ts';
import { bitget } from './bitget/bitget.ts';
import { bybit } from './bybit/bybit.ts';
import { gate } from './gate/gate.ts';
import { hyperliquid } from './hyperliquid/hyperliquid.ts';
import { okx } from './okx/okx.ts';
import type { Venue } from './venue.ts';

/** Every venue that is polled, by its id. */
export const VENUES: Readonly<Record<VenueId, Venue>> = {
  binance,
  bybit,
  okx,
  bitget,
  gate,
  hyperliquid,
  aster,
};
