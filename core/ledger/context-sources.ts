import { mergeFlowDays } from '../context/fund-flows.ts';
import { withHoldings } from '../context/corporate-holdings.ts';
import {
  CALENDAR_CONTEXT,
  type ContextSource,
  FLOW_CONTEXT,
  HOLDINGS_CONTEXT,
  volatilityContext,
} from '../context/sources.ts';
import { assetOfMarket } from '../market/asset.ts';
import type { ContextData } from './tables/context.ts';

/** A source of context with how its answers are kept. */
export interface StoredSource {
  readonly source: ContextSource<unknown>;
  /** What is kept after `text`; `known` is what was kept before. */
  readonly read: (text: string, nowMs: number, known: ContextData | null) => ContextData;
}

/** Sources of fund flows, the believed one first. */
const FLOW_SOURCES: readonly StoredSource[] = FLOW_CONTEXT.map((source) => ({
  source,
  read: (text, nowMs, known) => ({
    kind: 'flows',
    days: mergeFlowDays(known?.kind === 'flows' ? known.days : [], source.parse(text, nowMs)),
  }),
}));

export const CALENDAR_SOURCE: StoredSource = {
  source: CALENDAR_CONTEXT,
  read: (text, nowMs) => ({ kind: 'events', events: CALENDAR_CONTEXT.parse(text, nowMs) }),
};

/** Money that flows into funds of bitcoin says something of coins, nothing of shares, metals or currencies. */
export const flowSourcesOf = (market: string): readonly StoredSource[] =>
  assetOfMarket(market).assetClass === 'crypto' ? FLOW_SOURCES : [];

export function volatilitySourcesOf(market: string): readonly StoredSource[] {
  const { base, assetClass } = assetOfMarket(market);
  if (assetClass !== 'crypto' || (base !== 'BTC' && base !== 'ETH')) return [];
  const source = volatilityContext(base);
  return [{ source, read: (text, nowMs) => ({ kind: 'volatility', points: source.parse(text, nowMs) }) }];
}

const HOLDINGS_SOURCE: StoredSource = {
  source: HOLDINGS_CONTEXT,
  read: (text, nowMs, known) => ({
    kind: 'treasuries',
    days: withHoldings(known?.kind === 'treasuries' ? known.days : [], HOLDINGS_CONTEXT.parse(text, nowMs)),
  }),
};

/** What companies hold of bitcoin says something of bitcoin. */
export function holdingsSourcesOf(market: string): readonly StoredSource[] {
  const { base, assetClass } = assetOfMarket(market);
  return assetClass === 'crypto' && base === 'BTC' ? [HOLDINGS_SOURCE] : [];
}

/** The sources that speak of `market`. */
export const contextSourcesOf = (market: string): readonly StoredSource[] => [
  ...flowSourcesOf(market),
  CALENDAR_SOURCE,
  ...volatilitySourcesOf(market),
  ...holdingsSourcesOf(market),
];
