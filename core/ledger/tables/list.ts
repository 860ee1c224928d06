import type { AlertRow } from './alerts.ts';
import type { AnchorRow } from './anchors.ts';
import type { AsideRow } from './aside.ts';
import type { BudgetRow } from './budgets.ts';
import type { ChoreRow } from './chores.ts';
import type { Chunk } from './chunks.ts';
import type { ContextRow } from './context.ts';
import type { EngineRow } from './engine.ts';
import type { OrderChunk } from './forced-orders.ts';
import type { ForecastRow } from './forecasts.ts';
import type { HostRow } from './hosts.ts';
import type { ListeningRow } from './listening.ts';
import type { MarketRow } from './markets.ts';
import type { OutcomeRow } from './outcomes.ts';
import type { SkillRow } from './skill.ts';
import type { SourceRow } from './sources.ts';
import type { TraderRow } from './traders.ts';

export interface Stores {
  readonly sources: SourceRow;
  readonly hosts: HostRow;
  readonly budgets: BudgetRow;
  readonly chunks: Chunk;
  readonly engine: EngineRow;
  readonly markets: MarketRow;
  readonly chores: ChoreRow;
  readonly context: ContextRow;
  readonly alerts: AlertRow;
  readonly forcedOrders: OrderChunk;
  readonly listening: ListeningRow;
  readonly forecasts: ForecastRow;
  readonly outcomes: OutcomeRow;
  readonly skill: SkillRow;
  readonly traders: TraderRow;
  readonly anchors: AnchorRow;
  readonly aside: AsideRow;
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
