import type { PublicPosition } from '../../market/public-position.ts';

/**
 * An account that was seen trading a market: `traders` under `[market, venue, address]`. Nobody is remembered for more
 * than a day after they were last seen, and nothing of the address goes any further than to the venue it came from.
 */
export interface TraderRow {
  readonly seenAtMs: number;
  /** Null: not asked yet. */
  readonly askedAtMs: number | null;
  /** What the account held when asked; null for nothing. */
  readonly position: PublicPosition | null;
}
