import type { VenueId } from '../../../core/market/venue-id.ts';
import { asterStream, createAster } from './aster/aster.ts';
import { binanceArchive } from './binance/archive.ts';
import { createBinance } from './binance/binance.ts';
import { binanceStream } from './binance/stream.ts';
import { createBitget } from './bitget/bitget.ts';
import { bitgetStream } from './bitget/stream.ts';
import { createBybit } from './bybit/bybit.ts';
import { bybitStream } from './bybit/stream.ts';
import { createGate } from './gate/gate.ts';
import { gateStream } from './gate/stream.ts';
import { createHyperliquid } from './hyperliquid/hyperliquid.ts';
import { hyperliquidStream } from './hyperliquid/stream.ts';
import { createOkx } from './okx/okx.ts';
import { okxStream } from './okx/stream.ts';
import type { StreamVenue } from './stream.ts';
import type { VenueApi } from './venue-api.ts';

/** Every venue's endpoints, with limits counted anew. */
export const createVenues = (): readonly VenueApi[] => [
  createBinance(),
  binanceArchive,
  createBybit(),
  createOkx(),
  createBitget(),
  createGate(),
  createHyperliquid(),
  createAster(),
];

export const STREAMS: readonly (StreamVenue & { readonly venue: VenueId })[] = [
  { venue: 'binance', ...binanceStream },
  { venue: 'bybit', ...bybitStream },
  { venue: 'okx', ...okxStream },
  { venue: 'bitget', ...bitgetStream },
  { venue: 'gate', ...gateStream },
  { venue: 'hyperliquid', ...hyperliquidStream },
  { venue: 'aster', ...asterStream },
];
