import type { LevelReport, PatternReport } from '../market/market-report.ts';
import { closedDays, type TrackOf } from './closed-days.ts';
import { candlesClosedBy, type DailyCandle } from './daily-candle.ts';
import { type ClusterEdges, type LevelCandidate, REACH } from './kinds/kind.ts';
import { type Candidate, candidatesOfMoment } from './kinds/list.ts';

/** Key levels of one market as known at one moment; prices in USD. */
export interface KeyLevels {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Last daily close; null while no candle has closed. */
  readonly price: number | null;
  readonly atr1dUsd: number | null;
  /** Descending in price. */
  readonly levels: readonly LevelReport[];
  /** The newest first. */
  readonly patterns: readonly PatternReport[];
  readonly averages: { readonly sma50: number | null; readonly sma200: number | null };
}

/** Levels at the same price within this many average true ranges are one level with several reasons. */
const CONFLUENCE_ATR = 0.25;
/** Levels that score less are not told. */
const MIN_SCORE = 0.4;
const TOUCH_WEIGHT = 0.5;
const TOUCH_FADE = 0.7;

/**
 * Levels, patterns and averages from the daily candles that had closed by `atMs`; later candles change nothing.
 * Fewer than 15 closed candles give no levels.
 * @param candles ascending in time
 * @param clusters bands of forced orders whose edges count as a reason, if known
 * @example
 * const { levels, atr1dUsd } = findLevels(dailyCandlesOf(bars), atMs);
 * const above = levels.filter(({ side }) => side === 'resistance');
 */
export function findLevels(
  candles: readonly DailyCandle[],
  atMs: number,
  clusters: readonly ClusterEdges[] = [],
): KeyLevels {
  const closed = candlesClosedBy(candles, atMs);
  const { price, averages, moving } = closedDays(closed);
  if (price === null || moving === null) {
    return { at: atMs, price, atr1dUsd: null, levels: [], patterns: [], averages };
  }
  const { atr, swings, candidates, patterns, trackOf } = moving;
  const ofMoment = candidatesOfMoment({ nowS: atMs / 1000, closed, atr, swings, clusters });
  const levels = mergeCandidates([...ofMoment, ...candidates], CONFLUENCE_ATR * atr)
    .map((group) => describeLevel(group, trackOf))
    .filter((level) => level.score >= MIN_SCORE && distanceTo(level, price) <= REACH * price)
    .sort((a, b) => b.high - a.high || b.low - a.low);
  return { at: atMs, price, atr1dUsd: atr, levels, patterns, averages };
}

const distanceTo = (level: { readonly low: number; readonly high: number }, price: number): number =>
  Math.max(0, level.low - price, price - level.high);

interface CandidateGroup {
  readonly anchor: Candidate;
  readonly members: readonly LevelCandidate[];
}

/** Candidates within `reach` of a stronger one, or of one that leads, join it and lend it their reasons, not their edges. */
function mergeCandidates(candidates: readonly Candidate[], reach: number): CandidateGroup[] {
  const rank = ({ strength, kind }: Candidate): number => strength + (kind.leads ? 1 : 0);
  let rest = [...candidates].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  const groups: CandidateGroup[] = [];
  while (rest[0] !== undefined) {
    const anchor = rest[0];
    const joins = (other: Candidate): boolean =>
      other === anchor || (!other.kind.leads && gap(anchor, other) <= reach);
    groups.push({ anchor, members: reasonsAmong(rest.filter(joins)) });
    rest = rest.filter((other) => !joins(other));
  }
  return groups;
}

/** Of a kind that counts once the strongest stays, `members` being sorted by strength. */
const reasonsAmong = (members: readonly Candidate[]): readonly Candidate[] =>
  members.filter(
    (member) => !member.kind.countsOnce || members.find(({ kind }) => kind === member.kind) === member,
  );

const gap = (a: LevelCandidate, b: LevelCandidate): number =>
  Math.max(a.low, b.low) - Math.min(a.high, b.high);

function describeLevel({ anchor, members }: CandidateGroup, trackOf: TrackOf): LevelReport {
  const track = trackOf(anchor);
  const touched = TOUCH_WEIGHT * (1 - TOUCH_FADE ** track.touches);
  const doubt = members.reduce((product, member) => product * (1 - member.strength), 1 - touched);
  return {
    id: anchor.id,
    kind: anchor.kind.id,
    side: track.side,
    low: anchor.low,
    high: anchor.high,
    score: Number((1 - doubt).toFixed(3)),
    sources: members.flatMap((member) => member.sources),
    touches: track.touches,
    state: track.state,
    stateAt: track.stateAt,
    track: track.track,
  };
}
