/** A venue whose liquidation formula is known. */
interface RiskVenue {
  readonly id: string;
  readonly name: string;
  /** The venue trades perpetuals that settle in their coin. */
  readonly hasInverse: boolean;
}

/** In the order in which the form offers them. */
export const RISK_VENUES: readonly RiskVenue[] = [
  { id: 'binance', name: 'Binance', hasInverse: true },
  { id: 'bybit', name: 'Bybit', hasInverse: true },
  { id: 'okx', name: 'OKX', hasInverse: true },
  { id: 'bitget', name: 'Bitget', hasInverse: true },
  { id: 'gate', name: 'Gate', hasInverse: true },
  { id: 'hyperliquid', name: 'Hyperliquid', hasInverse: false },
  { id: 'dydx', name: 'dYdX', hasInverse: false },
  { id: 'kucoin', name: 'KuCoin', hasInverse: true },
  { id: 'htx', name: 'HTX', hasInverse: true },
  { id: 'mexc', name: 'MEXC', hasInverse: true },
  { id: 'bitmex', name: 'BitMEX', hasInverse: true },
  { id: 'deribit', name: 'Deribit', hasInverse: true },
  { id: 'kraken', name: 'Kraken', hasInverse: true },
  { id: 'aster', name: 'Aster', hasInverse: false },
];

/** What a trader calls the venue; its id where it is not one of {@link RISK_VENUES}. */
export const riskVenueName = (id: string): string => RISK_VENUES.find((venue) => venue.id === id)?.name ?? id;
