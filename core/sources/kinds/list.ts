import { accountRatio } from './account-ratio.ts';
import { archivedOpenInterest } from './archived-open-interest.ts';
import { burnIn } from './burn-in.ts';
import { candles } from './candles.ts';
import { dailyOpenInterest } from './daily-open-interest.ts';
import { daily } from './daily.ts';
import { depth } from './depth.ts';
import { forcedOrders } from './forced-orders.ts';
import { goldDays } from './gold-days.ts';
import { instruments } from './instruments.ts';
import type { SourceKind } from './kind.ts';
import { openInterest } from './open-interest.ts';
import { positions } from './positions.ts';
import { ticker } from './ticker.ts';
import { tickers } from './tickers.ts';
import { tiers } from './tiers.ts';

/** Everything that a venue is asked for, in the order in which it is told of. */
export const KINDS: readonly SourceKind[] = [
  instruments,
  tickers,
  ticker,
  candles,
  openInterest,
  burnIn,
  dailyOpenInterest,
  accountRatio,
  tiers,
  daily,
  goldDays,
  depth,
  forcedOrders,
  archivedOpenInterest,
  positions,
];
