import type { SkillReport, SkillVerdict, Terminal } from '../../market/market-report.ts';
import type { Gain } from './bootstrap.ts';
import type { DefinitionScore } from './evaluate.ts';

/** Below these nothing is claimed. */
const MIN_WINDOWS = 30;
const MIN_DAYS = 7;

/** What is claimed about skill, and the figures behind it. */
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
  const hasEvidence = ratio !== null && windows >= MIN_WINDOWS && days >= MIN_DAYS;
  const quantiles =
    ratio === null ? { p5: 1, p50: 1, p95: 1 } : { p5: ratio.p5, p50: ratio.mean, p95: ratio.p95 };
  const verdict = verdictOn(hasEvidence, quantiles);
  return { horizonHours, ratio: quantiles, windows, days, usd, hasEvidence, verdict };
}

/** What a ratio shows; nothing while its interval holds 1. */
export function verdictOn(hasEvidence: boolean, { p5, p95 }: Pick<Terminal, 'p5' | 'p95'>): SkillVerdict {
  if (!hasEvidence) return 'too-little-heard';
  return p5 > 1 ? 'ahead' : p95 < 1 ? 'behind' : 'not-shown';
}
