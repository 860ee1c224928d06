import type { Market } from '../../market/market.ts';
import { BadRequest } from '../venue-api.ts';
import { type Listing, listingsOf } from '../listings.ts';

export interface Asset {
  readonly name: string;
  readonly szDecimals: number;
  readonly maxLeverage: number;
  readonly marginTableId: number;
  readonly isDelisted?: true;
}

/** The universe as the venue orders it; delisted ones stay in their place. */
export const UNIVERSE: readonly Asset[] = [
  { name: 'BTC', szDecimals: 5, maxLeverage: 40, marginTableId: 56 },
  { name: 'ETH', szDecimals: 4, maxLeverage: 25, marginTableId: 55 },
  { name: 'MATIC', szDecimals: 1, maxLeverage: 20, marginTableId: 20, isDelisted: true },
  { name: 'SOL', szDecimals: 2, maxLeverage: 20, marginTableId: 54 },
  { name: 'kPEPE', szDecimals: 0, maxLeverage: 10, marginTableId: 52 },
];

/** The one builder, and the share that it lists. */
export const BUILDER = 'xyz';
export const BUILDER_COIN = 'xyz:NVDA';
export const BUILDER_PRICE = 182.4;

/** Dollars from which less leverage is allowed. */
export const MARGIN_TABLES = [
  [
    52,
    {
      description: 'tiered 10x',
      marginTiers: [
        { lowerBound: '0.0', maxLeverage: 10 },
        { lowerBound: '3000000.0', maxLeverage: 5 },
      ],
    },
  ],
  [
    54,
    {
      description: 'tiered 20x',
      marginTiers: [
        { lowerBound: '0.0', maxLeverage: 20 },
        { lowerBound: '70000000.0', maxLeverage: 10 },
      ],
    },
  ],
  [
    55,
    {
      description: 'tiered 25x',
      marginTiers: [
        { lowerBound: '0.0', maxLeverage: 25 },
        { lowerBound: '100000000.0', maxLeverage: 15 },
      ],
    },
  ],
  [
    56,
    {
      description: 'tiered 40x',
      marginTiers: [
        { lowerBound: '0.0', maxLeverage: 40 },
        { lowerBound: '150000000.0', maxLeverage: 20 },
      ],
    },
  ],
] as const;

export const hyperliquidListings = (market: Market): readonly Listing[] =>
  listingsOf(
    market,
    'hyperliquid',
    (name, { multiplier }) => (multiplier === 1 ? name : `k${name}`),
    () => 1,
  );

/** @throws {BadRequest} for a coin that is not listed. */
export function hyperliquidListing(market: Market, coin: unknown): Listing {
  const listing = hyperliquidListings(market).find((candidate) => candidate.symbol === coin);
  if (listing === undefined) throw new BadRequest('unknown coin');
  return listing;
}

/** At most five significant figures and no more decimals than the size leaves of six; whole numbers always. */
export function hyperliquidPrice(name: string, price: number): string {
  const szDecimals = UNIVERSE.find((asset) => asset.name === name)?.szDecimals ?? 0;
  const figures = Math.max(0, 5 - Math.ceil(Math.log10(price)));
  const text = price.toFixed(Math.min(figures, 6 - szDecimals));
  return text.includes('.') ? text : `${text}.0`;
}
