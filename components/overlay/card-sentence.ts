import { say } from '../../core/i18n/say.ts';
import type { BreakdownReport, LevelReport, MarketReport } from '../../core/market/market-report.ts';
import { least, nearEdge, nearestLevel } from './nearest.ts';

/** The break is judged over a day. */
const HORIZON_HOURS = 24;

/**
 * The one thing to know now of the market: what a break of the nearest level would force, else what waits in the nearest
 * cluster. Null where nothing is known.
 * @param report prices in the units of the page
 */
export function cardSentence(report: MarketReport): string | null {
  const near = nearestBreak(report);
  if (near !== null) {
    const { level, risk } = near;
    const edge = risk.direction === 'up' ? level.high : level.low;
    return say(`card.break.${risk.direction}`, { ...risk, edge });
  }
  const cluster = least(report.clusters, ({ distance }) => Math.abs(distance));
  if (cluster === null) return null;
  const { side, low, high, exposureUsd, cascade } = cluster;
  const band = [low, high] as const;
  return cascade === null
    ? say(`card.cluster.${side}`, { band, usd: exposureUsd.p50 })
    : say(`card.carry.${side}`, { band, p50: cascade.terminal.p50 });
}

interface Break {
  readonly level: LevelReport;
  readonly risk: BreakdownReport;
}

/** The nearest level of both sides of which it is known what a break would do. */
function nearestBreak({ levels, breakdown, price }: MarketReport): Break | null {
  if (price === null) return null;
  const known = (['up', 'down'] as const).flatMap((direction) => {
    const level = nearestLevel(levels, price, direction);
    const risk = breakdown.find(
      ({ levelId, horizonHours }) => levelId === level?.id && horizonHours === HORIZON_HOURS,
    );
    return level === null || risk === undefined ? [] : [{ level, risk }];
  });
  return least(known, ({ level }) => Math.abs(nearEdge(level, price) - price));
}
