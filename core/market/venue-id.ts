/**
 * The venues whose public data feeds the liquidation map, by what a trader calls them, in the order in which they are
 * preferred as a price reference.
 */
const NAMES = {
  binance: 'Binance',
  bybit: 'Bybit',
  okx: 'OKX',
  bitget: 'Bitget',
  gate: 'Gate',
  hyperliquid: 'Hyperliquid',
  aster: 'Aster',
} as const;

export type VenueId = keyof typeof NAMES;

/** What a trader calls each. */
export const VENUE_NAMES: Readonly<Record<VenueId, string>> = NAMES;

/** The preferred as a price reference first. */
export const VENUE_IDS = Object.keys(NAMES) as readonly VenueId[];

/** `chosen`, the preferred first. */
export const inPreference = (chosen: readonly VenueId[]): readonly VenueId[] =>
  VENUE_IDS.filter((id) => chosen.includes(id));

/** Whether `id`, of a site or of a recording, names one of them. */
export const isVenueId = (id: string): id is VenueId => Object.hasOwn(NAMES, id);
