/** The venues whose public data feeds the liquidation map, in the order in which they are preferred as a price reference. */
export const VENUE_IDS = ['binance', 'bybit', 'okx', 'bitget', 'gate', 'hyperliquid'] as const;

export type VenueId = (typeof VENUE_IDS)[number];

/** Whether `id`, of a site or of a recording, names one of them. */
export const isVenueId = (id: string): id is VenueId => VENUE_IDS.some((known) => known === id);

/** What a trader calls the venue. */
export const VENUE_NAMES: Readonly<Record<VenueId, string>> = {
  binance: 'Binance',
  bybit: 'Bybit',
  okx: 'OKX',
  bitget: 'Bitget',
  gate: 'Gate',
  hyperliquid: 'Hyperliquid',
};
