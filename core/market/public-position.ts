import type { PositionSide } from './forced-order.ts';

/** A position that its venue publishes, as it stood at `atS`. Whose it is, is not kept. */
export interface PublicPosition {
  /** Epoch seconds. */
  readonly atS: number;
  readonly side: PositionSide;
  readonly sizeBase: number;
  readonly entryPrice: number;
  /** Null: no price liquidates it. */
  readonly liquidationPrice: number | null;
}
