import type { Instrument } from '../market/instrument.ts';
import type { VenueId } from '../market/venue-id.ts';

/** Where each venue shows the chart of one of its contracts, by the contract's own name. */
const PAGES: Readonly<Record<VenueId, (id: string) => string>> = {
  binance: (id) => `https://www.binance.com/en/futures/${id}`,
  bybit: (id) => `https://www.bybit.com/trade/${bybitPath(id)}`,
  okx: (id) =>
    `https://www.okx.com/${id.endsWith('-SWAP') ? 'trade-swap' : 'trade-futures'}/${id.toLowerCase()}`,
  bitget: (id) => `https://www.bitget.com/futures/usdt/${id}`,
  gate: (id) => `https://www.gate.com/futures/USDT/${id}`,
  hyperliquid: (id) => `https://app.hyperliquid.xyz/trade/${id}`,
  aster: (id) => `https://www.asterdex.com/en/futures/v1/${id}`,
};

/** Contracts that settle in USDC are named `BTCPERP` and shown as `BTC-PERP`. */
const bybitPath = (id: string): string =>
  id.endsWith('PERP') ? `usdc/${id.replace(/PERP$/, '-PERP')}` : `usdt/${id}`;

/** Address of the page on which a contract of a venue is traded. */
export const tradingPage = ({ venue, id }: Pick<Instrument, 'venue' | 'id'>): string =>
  encodeURI(PAGES[venue](id));
