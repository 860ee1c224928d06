import type { BreakdownReport, ClusterReport, MarketReport, Terminal } from '../../market/market-report.ts';

/** A move that a report reckons with, and to where it would carry the price. */
export interface KnownScenario {
  /** Forced orders of the nearest cluster below or above, or a break of the nearest level. */
  readonly code: 'cascade-down' | 'cascade-up' | 'level-break';
  /** Where it begins, USD: the far edge of the cluster or level. */
  readonly from: number;
  readonly terminal: Terminal;
}

type Told = Pick<MarketReport, 'price' | 'clusters' | 'levels' | 'breakdown'>;

/** Those that the report knows, as far as it does. */
export function knownScenarios(report: Told): readonly KnownScenario[] {
  const { price } = report;
  if (price === null) return [];
  return [
    cascadeOf(report.clusters, 'long'),
    cascadeOf(report.clusters, 'short'),
    levelBreak(report, price),
  ].filter((one) => one !== null);
}

function cascadeOf(clusters: readonly ClusterReport[], side: ClusterReport['side']): KnownScenario | null {
  const mine = clusters.filter((cluster) => cluster.side === side && cluster.cascade !== null);
  const [cluster] = mine.toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  if (cluster?.cascade == null) return null;
  return side === 'long'
    ? { code: 'cascade-down', from: cluster.low, terminal: cluster.cascade.terminal }
    : { code: 'cascade-up', from: cluster.high, terminal: cluster.cascade.terminal };
}

/** A level is judged in several horizons; where forced orders carry the price does not depend on it. */
function levelBreak({ levels, breakdown }: Told, price: number): KnownScenario | null {
  const edgeOf = ({ levelId, direction }: BreakdownReport): number => {
    const level = levels.find(({ id }) => id === levelId);
    return (direction === 'down' ? level?.low : level?.high) ?? NaN;
  };
  const judged = breakdown.map((one) => ({ one, from: edgeOf(one) })).filter(({ from }) => from > 0);
  const [nearest] = judged.toSorted((a, b) => Math.abs(a.from - price) - Math.abs(b.from - price));
  return nearest === undefined
    ? null
    : { code: 'level-break', from: nearest.from, terminal: nearest.one.terminal };
}
