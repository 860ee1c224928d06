import type { DailyCandle } from '../daily-candle.ts';
import type { LevelCandidate, LevelKind, Moment } from './kind.ts';
import { liquidationCluster } from './liquidation-cluster.ts';
import { movingAverage } from './moving-average.ts';
import { priorPeriod } from './prior-period.ts';
import { roundNumber } from './round-number.ts';
import { swingZone } from './swing-zone.ts';

/** Everything that makes a level. */
export const LEVEL_KINDS: readonly LevelKind[] = [
  swingZone,
  movingAverage,
  roundNumber,
  priorPeriod,
  liquidationCluster,
];

/** A candidate with the kind that gave it. */
export interface Candidate extends LevelCandidate {
  readonly kind: LevelKind;
}

const candidatesBy = (
  find: (kind: LevelKind) => readonly LevelCandidate[] | undefined,
): readonly Candidate[] =>
  LEVEL_KINDS.flatMap((kind) => (find(kind) ?? []).map((candidate) => ({ ...candidate, kind })));

/** All that do not depend on the moment. */
export const candidatesOfDays = (closed: readonly DailyCandle[]): readonly Candidate[] =>
  candidatesBy(({ ofDays }) => ofDays?.(closed));

/** The others. */
export const candidatesOfMoment = (moment: Moment): readonly Candidate[] =>
  candidatesBy(({ ofMoment }) => ofMoment?.(moment));
