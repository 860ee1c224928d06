/** One contract that an account holds, as the venue counts it. */
export interface Leg {
  readonly coin: string;
  /** Units, negative for a short. */
  readonly szi: number;
  readonly entryPx: number;
  readonly leverage: number;
  readonly maxLeverage: number;
  /** Dollars of an isolated position without what it is worth; null: cross. */
  readonly rawUsd: number | null;
}

/** What an account holds with the exchange itself or with one builder. */
export interface Holdings {
  readonly legs: readonly Leg[];
  /** Dollars behind the cross positions, without what they are worth. */
  readonly crossRawUsd: number;
}

/** An order that waits to close a part of a position; without a size, all of it. */
export interface ClosingOrder {
  readonly coin: string;
  /** `A` closes a long, `B` a short. */
  readonly side: 'A' | 'B';
  readonly orderType: 'Stop Market' | 'Take Profit Market';
  readonly triggerPx: number;
  readonly sz?: number;
}

/** An account that a test or the demonstration keeps at the venue, beside those of the market's traders. */
export interface KeptAccount {
  readonly role: 'user' | 'agent';
  readonly mode: 'disabled' | 'unifiedAccount';
  /** By builder; the exchange itself is ``. */
  readonly books: Readonly<Record<string, Holdings>>;
  readonly orders: Readonly<Record<string, readonly ClosingOrder[]>>;
}
