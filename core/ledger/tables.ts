import type { AlertState } from '../alerts/alert-state.ts';
import type { CalendarEvent } from '../context/economic-calendar.ts';
import type { FlowDay } from '../context/fund-flows.ts';
import type { VolatilityPoint } from '../context/implied-volatility.ts';
import type { Instrument } from '../market/instrument.ts';
import type { SourceFailure } from '../market/market-report.ts';
import type { AccountRatio, Depth, Ticker } from '../market/observations.ts';
import type { TierTable } from '../market/tiers.ts';
import type { StockAnchor } from '../engine/public/stock-anchor.ts';
import type { AsideRecord } from './aside-record.ts';
import type { TraderRecord } from './traders.ts';
import type { FrozenRecord, OutcomeRecord, SkillRecord } from './record/records.ts';
import type { ListeningRecord } from './forced-orders/listening.ts';
import type { OrderChunk } from './forced-orders/order-chunks.ts';

/** What one venue is asked for, each kind with a state of its own. */
export const SOURCE_KINDS = [
  'instruments',
  'ticker',
  'candles',
  'open-interest',
  'burn-in',
  'account-ratio',
  'tiers',
  'daily',
  'depth',
  'forced-orders',
  'positions',
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Rows of a paged series that are stored: open times in `[fromS, untilS)`. */
export interface Coverage {
  readonly fromS: number;
  readonly untilS: number;
  /** The venue has nothing older than `fromS`. */
  readonly exhausted: boolean;
  /** When doubtful rows were asked for once more, how often, and how often in a row that changed nothing. */
  readonly again?: { readonly atMs: number; readonly count: number; readonly quiet: number };
  /** When the first of these rows was told, epoch milliseconds; absent: long ago. */
  readonly sinceMs?: number;
  /** Counts the changes to rows that the engine may already have read. */
  readonly revision: number;
  /** How long after its close the newest row had still not come, seconds; absent or 0: it was there when asked for. */
  readonly lateS?: number;
}

/** What the last good answers of a source said. */
export type SourceData =
  | { readonly kind: 'instruments'; readonly instruments: readonly Instrument[] }
  | { readonly kind: 'ticker'; readonly ticker: Ticker }
  | { readonly kind: 'account-ratio'; readonly ratio: AccountRatio }
  | { readonly kind: 'tiers'; readonly tiers: TierTable }
  | { readonly kind: 'depth'; readonly book: Depth }
  | { readonly kind: 'forced-orders' }
  | { readonly kind: 'positions' }
  | { readonly kind: 'series'; readonly coverage: Coverage };

/** One source of one market: `sources` under `[market, venue, kind]`, instruments under `['', venue, 'instruments']`. */
export interface SourceRecord {
  readonly okAtMs: number | null;
  readonly data: SourceData | null;
  readonly failure: SourceFault | null;
}

/** Why a source or a whole host is left alone until `retryAtMs`. */
export interface SourceFault {
  readonly code: SourceFailure;
  readonly message: string;
  /** Failures in a row. */
  readonly count: number;
  readonly retryAtMs: number;
  /** When it was found; absent in rows of earlier versions. */
  readonly atMs?: number;
}

/** Whether a host asked to be left alone: `hosts` under `[host]`. */
interface HostRecord {
  readonly fault: SourceFault | null;
}

/** What was spent of one budget, oldest first, no longer than its window: `budgets` under `[venue, budget]`. */
interface BudgetRecord {
  readonly spent: readonly Spending[];
}

export interface Spending {
  readonly atMs: number;
  readonly weight: number;
}

/**
 * 288 consecutive rows of one series: `chunks` under `[market, venue, kind, index]`. Row `i` opens at
 * `(index * 288 + i) * intervalS`; NaN marks what is absent.
 */
export interface Chunk {
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/** The engine after the bar that opens at `lastOpenS`: `engine` under `[market]`. */
export interface EngineRecord {
  /** Bars that the state was made of; any other basis means that it has to be made anew. */
  readonly basis: string;
  readonly lastOpenS: number;
  readonly state: unknown;
}

/** When a market was last asked for: `markets` under `[market]`. */
interface MarketRecord {
  readonly watchedAtMs: number;
}

/** A source of context: `context` under `[source id]`. What it has told is kept for as long as it is of use. */
export interface ContextRecord {
  readonly okAtMs: number | null;
  readonly data: ContextData | null;
  readonly failure: SourceFault | null;
}

export type ContextData =
  | { readonly kind: 'flows'; readonly days: readonly FlowDay[] }
  | { readonly kind: 'events'; readonly events: readonly CalendarEvent[] }
  | { readonly kind: 'volatility'; readonly points: readonly VolatilityPoint[] }
  /** Addresses of a venue's largest accounts. */
  | { readonly kind: 'traders'; readonly traders: readonly string[] };

/** What the rules remember of a market: `alerts` under `[market]`. */
export interface AlertRecord {
  readonly state: AlertState;
  /** The last look, and the price then. */
  readonly lookedAtMs: number;
  readonly price: number;
  /** Ids of warnings that the user has still to be notified of. */
  readonly untold: readonly string[];
}

/** What public positions have said of the stock of leverage: `anchors` under `[market]`. */
interface AnchorRecord {
  readonly anchor: StockAnchor;
}

/** When something that is done now and then was last done: `chores` under `[name]`. */
interface ChoreRecord {
  readonly doneAtMs: number;
}

export interface Stores {
  readonly sources: SourceRecord;
  readonly hosts: HostRecord;
  readonly budgets: BudgetRecord;
  readonly chunks: Chunk;
  readonly engine: EngineRecord;
  readonly markets: MarketRecord;
  readonly chores: ChoreRecord;
  readonly context: ContextRecord;
  readonly alerts: AlertRecord;
  readonly forcedOrders: OrderChunk;
  readonly listening: ListeningRecord;
  readonly forecasts: FrozenRecord;
  readonly outcomes: OutcomeRecord;
  readonly skill: SkillRecord;
  readonly traders: TraderRecord;
  readonly anchors: AnchorRecord;
  readonly aside: AsideRecord;
}

export type StoreName = keyof Stores;

/**
 * How long rows live. `record`: what nobody could tell again; it goes by its own age alone, never to make room, and
 * outlives every change of the database. `loadable`: what can be asked for or made again.
 */
type Life = 'record' | 'loadable';

/** Every table with the life of its rows. */
export const LIVES: Readonly<Record<StoreName, Life>> = {
  sources: 'loadable',
  hosts: 'loadable',
  budgets: 'loadable',
  chunks: 'loadable',
  engine: 'loadable',
  markets: 'record',
  chores: 'loadable',
  context: 'record',
  alerts: 'record',
  forcedOrders: 'record',
  listening: 'record',
  forecasts: 'record',
  outcomes: 'record',
  skill: 'record',
  traders: 'loadable',
  anchors: 'record',
  aside: 'record',
};

/** Kinds of chunks that hold samples of what passes: the venue could not tell them again. */
const SAMPLED: ReadonlySet<unknown> = new Set(['open-interest-now', 'depth', 'peak', 'forced']);

export const lifeOf = (store: StoreName, [, , kind]: readonly (string | number)[]): Life =>
  store === 'chunks' && SAMPLED.has(kind) ? 'record' : LIVES[store];

export const STORE_NAMES = Object.keys(LIVES) as readonly StoreName[];
