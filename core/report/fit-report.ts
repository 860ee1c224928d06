import type { LevelReport, MarketReport } from '../market/market-report.ts';

/** Every open page reads the whole report each time, so it is kept below this many characters of JSON. */
const MOST_CHARACTERS = 50_000;

/** The report without its weakest levels and their breaks where it would be too large otherwise. */
export function fitReport(report: MarketReport, most = MOST_CHARACTERS): MarketReport {
  let excess = JSON.stringify(report).length - most;
  if (excess <= 0) return report;
  const breaksOf = ({ id }: LevelReport) => report.breakdown.filter(({ levelId }) => levelId === id);
  const dropped = new Set<string>();
  for (const level of report.levels.toSorted((a, b) => a.score - b.score)) {
    if (excess <= 0) break;
    dropped.add(level.id);
    excess -= [level, ...breaksOf(level)].reduce((sum, part) => sum + JSON.stringify(part).length, 0);
  }
  return {
    ...report,
    levels: report.levels.filter(({ id }) => !dropped.has(id)),
    breakdown: report.breakdown.filter(({ levelId }) => !dropped.has(levelId)),
  };
}
