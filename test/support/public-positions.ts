import type { PublicPosition } from '../../core/market/public-position.ts';

/** A long of one coin, opened at 100 and liquidated at 90, read at the epoch. */
export const buildPublicPosition = (overrides: Partial<PublicPosition> = {}): PublicPosition => ({
  atS: 0,
  side: 'long',
  sizeBase: 1,
  entryPrice: 100,
  liquidationPrice: 90,
  ...overrides,
});
