import type { SkillReport } from '../../market/market-report.ts';
import type { Gain } from './bootstrap.ts';
import type { DefinitionScore } from './evaluate.ts';

/** Below these nothing is claimed. */
const MIN_WINDOWS = 30;
const MIN_DAYS = 7;

/** The one sentence about skill, and the figures behind it; no skill is claimed while the interval holds 1. */
export function skillVerdict(
  score: DefinitionScore,
  horizonHours: number,
  forecaster = 'forecast',
): SkillReport {
  const { definition } = score;
  return { ...verdictOf(score.scores[forecaster]?.ratio ?? null, score, horizonHours), definition };
}

/** Verdict by first passage with that on all orders beside it. */
export const bothVerdicts = (
  first: DefinitionScore,
  all: DefinitionScore,
  horizonHours: number,
): SkillReport => ({ ...skillVerdict(first, horizonHours), other: skillVerdict(all, horizonHours) });

/** The same of a ratio and its evidence; null where nothing was liquidated. */
export function verdictOf(
  ratio: Gain | null,
  { windows, days, usd }: Pick<DefinitionScore, 'windows' | 'days' | 'usd'>,
  horizonHours: number,
): SkillReport {
  const evidence = `${days} days, ${windows} windows, ${formatMillions(usd)} liquidated`;
  const figures = {
    horizonHours,
    ratio: ratio === null ? { p5: 1, p50: 1, p95: 1 } : { p5: ratio.p5, p50: ratio.mean, p95: ratio.p95 },
    windows,
    days,
    usd,
  };
  if (ratio === null || windows < MIN_WINDOWS || days < MIN_DAYS) {
    return {
      ...figures,
      hasEvidence: false,
      verdict: `no demonstrated skill yet: too little was heard, ${evidence}`,
    };
  }
  const interval = `x${ratio.mean.toFixed(2)} (${ratio.p5.toFixed(2)} to ${ratio.p95.toFixed(2)}) against distance alone`;
  const claim =
    ratio.p5 > 1
      ? interval
      : `${ratio.p95 < 1 ? 'behind distance alone' : 'no demonstrated skill yet'}: ${interval}`;
  return { ...figures, hasEvidence: true, verdict: `${claim}, ${evidence}` };
}

const formatMillions = (usd: number): string => `${(usd / 1e6).toFixed(usd < 1e7 ? 1 : 0)} M USD`;
