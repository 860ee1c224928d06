import { simpleMovingAverage } from './averages.ts';
import { madeOnce } from '../market/made-once.ts';
import { dateOf } from '../market/utc-date.ts';
import { candleAt, type DailyCandle } from './daily-candle.ts';
import { aggregatePeriods } from './periods.ts';
import { findRoundNumbers, ROUND_ZONE } from './round-numbers.ts';
import type { Swing } from './swings.ts';
import type { EdgesAt } from './track-level.ts';
import { findZones, swingWeight, type SwingZone } from './zones.ts';

type LevelKind = 'swing-zone' | 'moving-average' | 'round-number' | 'prior-period' | 'liquidation-cluster';

/** One reason to watch a price, before reasons at the same price are merged. */
export interface LevelCandidate {
  readonly id: string;
  readonly kind: LevelKind;
  readonly low: number;
  readonly high: number;
  /** Share of a full score that this reason alone gives, 0 to 1. */
  readonly strength: number;
  readonly sources: readonly string[];
  /** Candle from which the level is followed. */
  readonly fromIndex: number;
  /** Side at the start; null where the price at the start decides. */
  readonly side: 'support' | 'resistance' | null;
  readonly edgesAt: EdgesAt;
}

/** Forced orders waiting in a band, as the report's clusters describe them. */
export interface ClusterEdges {
  readonly id: string;
  readonly side: 'long' | 'short';
  readonly low: number;
  readonly high: number;
  /** Part of its side's mass that lies in the cluster, 0 to 1. */
  readonly shareOfSide: number;
}

/** Weights of the sources: assumptions to be judged by the record; levels are reference points, not forecasts. */
const WEIGHT = { swing: 0.6, sma50: 0.35, sma200: 0.5, round: 0.85, cluster: 0.4 } as const;
const PERIOD_WEIGHT = { day: 0.2, week: 0.3, month: 0.4 } as const;
/** Prominence, in average true ranges, from which a swing counts in full. */
const FULL_PROMINENCE_ATR = 4;
/** Days that levels without a date of birth are followed. */
const FOLLOW_DAYS = 90;

const fixedEdges =
  (low: number, high: number): EdgesAt =>
  () => ({ low, high });

export function swingCandidates(swings: readonly Swing[], atr: number, nowS: number): LevelCandidate[] {
  return findZones(swings, atr, nowS).map((zone: SwingZone) => {
    const weight = zone.swings.reduce((sum, swing) => sum + swingWeight(swing, atr, nowS), 0);
    const [first] = zone.swings;
    const strongest = zone.swings.reduce((a, b) => (b.prominence > a.prominence ? b : a));
    return {
      id: `swing-${strongest.price}`,
      kind: 'swing-zone',
      low: zone.low,
      high: zone.high,
      strength: WEIGHT.swing * Math.min(1, weight / FULL_PROMINENCE_ATR),
      sources: zone.swings.map((swing) => nameOf(swing)),
      fromIndex: first?.index ?? 0,
      side: first?.kind === 'low' ? 'support' : 'resistance',
      edgesAt: fixedEdges(zone.low, zone.high),
    };
  });
}

const nameOf = madeOnce(
  ({ kind, openTimeS, price }: Swing) => `swing-${kind} ${dateOf(openTimeS * 1000)} ${price}`,
);

export function averageCandidates(candles: readonly DailyCandle[]): LevelCandidate[] {
  return ([50, 200] as const).flatMap((days) => {
    const averages = simpleMovingAverage(candles, days);
    const value = averages.at(-1);
    if (value === undefined || Number.isNaN(value)) return [];
    return [
      {
        id: `sma-${days}`,
        kind: 'moving-average' as const,
        low: value,
        high: value,
        strength: days === 50 ? WEIGHT.sma50 : WEIGHT.sma200,
        sources: [`sma-${days}`],
        fromIndex: Math.max(days - 1, candles.length - FOLLOW_DAYS),
        side: null,
        edgesAt: (index: number) => {
          const price = averages[index] ?? value;
          return { low: price, high: price };
        },
      },
    ];
  });
}

/** High, low and close of the last whole day, week and month. */
export function periodCandidates(candles: readonly DailyCandle[]): LevelCandidate[] {
  return (['day', 'week', 'month'] as const).flatMap((period) => {
    const prior = aggregatePeriods(candles, period).at(-1);
    if (prior === undefined) return [];
    return (['high', 'low', 'close'] as const).map((part) => ({
      id: `prior-${period}-${part}-${dateOf(prior.lastDayS * 1000)}`,
      kind: 'prior-period' as const,
      low: prior[part],
      high: prior[part],
      strength: PERIOD_WEIGHT[period] * (part === 'close' ? 0.5 : 1),
      sources: [`prior-${period}-${part}`],
      fromIndex: prior.nextIndex,
      side: part === 'close' ? null : part === 'high' ? ('resistance' as const) : ('support' as const),
      edgesAt: fixedEdges(prior[part], prior[part]),
    }));
  });
}

export function roundCandidates(candles: readonly DailyCandle[], reach: number): LevelCandidate[] {
  const price = candleAt(candles, candles.length - 1).close;
  return findRoundNumbers(price, price * (1 - reach), price * (1 + reach)).map((round) => {
    const low = round.price * (1 - ROUND_ZONE);
    const high = round.price * (1 + ROUND_ZONE);
    return {
      id: `round-${round.price}`,
      kind: 'round-number',
      low,
      high,
      strength: WEIGHT.round * round.weight,
      sources: [`round ${round.price}`],
      fromIndex: Math.max(0, candles.length - FOLLOW_DAYS),
      side: null,
      edgesAt: fixedEdges(low, high),
    };
  });
}

export function clusterCandidates(
  clusters: readonly ClusterEdges[],
  candles: readonly DailyCandle[],
): LevelCandidate[] {
  return clusters.map(({ id, side, low, high, shareOfSide }) => ({
    id: `cluster-${id}`,
    kind: 'liquidation-cluster',
    low,
    high,
    strength: WEIGHT.cluster * shareOfSide,
    sources: [`liquidation-cluster ${side}`],
    fromIndex: candles.length,
    side: side === 'long' ? 'support' : 'resistance',
    edgesAt: fixedEdges(low, high),
  }));
}
