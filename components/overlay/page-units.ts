import type { MarketReport, Quantiles, Terminal } from '../../core/market/market-report.ts';

/**
 * The report with every price in the unit that the page quotes, e.g. for 1000 PEPE. Dollars stay what they are, the
 * map keeps its bins. Returns the same object where the page quotes single coins.
 */
export function inPageUnits(report: MarketReport, multiplier: number): MarketReport {
  if (multiplier === 1) return report;
  const scale = <T extends number | null>(price: T): T => (price === null ? price : price * multiplier) as T;
  const terminal = ({ p5, p50, p95 }: Terminal): Terminal => ({
    p5: scale(p5),
    p50: scale(p50),
    p95: scale(p95),
  });
  const ends = (of: { readonly terminal: Terminal; readonly moveEnds?: Terminal }) => ({
    terminal: terminal(of.terminal),
    ...(of.moveEnds && { moveEnds: terminal(of.moveEnds) }),
  });
  const quantiles = ({ p10, p50, p90 }: Quantiles): Quantiles => ({
    p10: scale(p10),
    p50: scale(p50),
    p90: scale(p90),
  });
  const scenario = <T extends { trigger: number; target: number } | null>(value: T): T =>
    value && { ...value, trigger: scale(value.trigger), target: scale(value.target) };
  return {
    ...report,
    price: scale(report.price),
    atr1dUsd: scale(report.atr1dUsd),
    tickSize: scale(report.tickSize),
    ...(report.publicPositions?.nearest && {
      publicPositions: {
        ...report.publicPositions,
        nearest: report.publicPositions.nearest.map((position) => ({
          ...position,
          liquidationPrice: scale(position.liquidationPrice),
        })),
      },
    }),
    ...(report.waitingOrders && {
      waitingOrders: {
        ...report.waitingOrders,
        bands: report.waitingOrders.bands.map((band) => ({
          ...band,
          low: scale(band.low),
          high: scale(band.high),
        })),
      },
    }),
    ...(report.openInterest.year && {
      openInterest: {
        ...report.openInterest,
        year: { ...report.openInterest.year, price: report.openInterest.year.price.map(scale) },
      },
    }),
    clusters: report.clusters.map((cluster) => ({
      ...cluster,
      low: scale(cluster.low),
      peak: scale(cluster.peak),
      high: scale(cluster.high),
      ...(cluster.edges && {
        edges: { low: quantiles(cluster.edges.low), high: quantiles(cluster.edges.high) },
      }),
      cascade: cluster.cascade && { ...cluster.cascade, ...ends(cluster.cascade) },
    })),
    atRisk: report.atRisk.map((rung) => ({ ...rung, price: scale(rung.price) })),
    levels: report.levels.map((level) => ({ ...level, low: scale(level.low), high: scale(level.high) })),
    patterns: report.patterns.map((pattern) => ({
      ...pattern,
      target: scale(pattern.target),
      ...(pattern.points && {
        points: pattern.points.map((point) => ({ ...point, price: scale(point.price) })),
      }),
    })),
    ...(report.warnings && {
      warnings: report.warnings.map((warning) => ({ ...warning, price: scale(warning.price) })),
    }),
    breakdown: report.breakdown.map((entry) => ({ ...entry, ...ends(entry) })),
    scenarios: { up: scenario(report.scenarios.up), down: scenario(report.scenarios.down) },
  };
}
