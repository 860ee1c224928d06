import { quantile } from '../../market/quantile.ts';
import type { PositionSide } from '../../market/forced-order.ts';
import type { ClusterReport, LevelReport, MapReport } from '../../market/market-report.ts';
import { dollarsBetween } from './path-to-liquidation.ts';

/** Why a stop may not stand where its structure would put it. */
type StopObjection =
  /** So near the liquidation that the venue may close first. */
  | 'near-liquidation'
  /** Among more forced orders than half of the places on the way. */
  | 'crowded';

interface StopCandidate {
  readonly price: number;
  /** The structure beyond whose far edge the stop stands. */
  readonly beyond: { readonly kind: 'cluster' | 'swing'; readonly id: string; readonly edge: number };
  readonly objections: readonly StopObjection[];
  /** Dollars expected to be force-closed around the stop. */
  readonly forcedNearbyUsd: number;
  /** Expected slip as a fraction of the stop price; null where nothing tells. */
  readonly slip: number | null;
}

/** Where a stop may stand, USD; candidates stand before the liquidation price. */
export interface StopAdvice {
  /** Nearest to the price first. */
  readonly candidates: readonly StopCandidate[];
  /** The nearest candidate without objection. */
  readonly best: StopCandidate | null;
  /** Where no candidate is free of objections: a stop before the nearest cluster, to be taken with a smaller size. */
  readonly before: { readonly price: number; readonly clusterId: string } | null;
}

/** A position seen from `price`; prices and range in USD, map, clusters and levels of one report. */
export interface StopQuestion {
  readonly side: PositionSide;
  readonly price: number;
  readonly liquidationPrice: number | null;
  readonly map: MapReport;
  readonly clusters: readonly ClusterReport[];
  /** Swing lows count for a long, swing highs for a short. */
  readonly levels: readonly LevelReport[];
  readonly atr1dUsd: number;
  /** Expected slip of a stop at a price, e.g. the mean overshoot of cascade draws. */
  readonly slipAt?: (price: number) => number;
}

const HOURS_TO_DAY = Math.sqrt(24);
const ATR_SHARE_BEYOND = 0.25;
const BINS_BEYOND = 3;
const LIQUIDATION_SHARE = 0.35;
const NEARBY_ATR_SHARE = 0.15;
/** Log distance and number of places that the crowd around a stop is compared with. */
const PLACES_REACH = 0.25;
const PLACES = 41;
/** Sums of equal bins differ in their last digits. */
const EQUAL = 1 + 1e-9;

/** Stops beyond the far edge of each structure on the losing side, with what speaks against each. */
export function stopCandidates(question: StopQuestion): StopAdvice {
  const { side, price, clusters, levels, atr1dUsd, map } = question;
  const away = side === 'long' ? -1 : 1;
  const isLosing = (edge: number): boolean => (edge - price) * away > 0;
  // The range of an hour grows to that of a day with the square root of time.
  const atr1hUsd = atr1dUsd / HOURS_TO_DAY;
  const clearance = Math.max(ATR_SHARE_BEYOND * atr1hUsd, BINS_BEYOND * map.logStep * price);
  const mine = clusters.filter((cluster) => cluster.side === side && isLosing(nearEdge(cluster, away)));
  const structures: StopCandidate['beyond'][] = [
    ...mine.map(({ id, low, high }) => ({ kind: 'cluster' as const, id, edge: away < 0 ? low : high })),
    ...levels
      .filter((level) => level.side === (side === 'long' ? 'support' : 'resistance'))
      .map(({ id, low, high }) => ({ kind: 'swing' as const, id, edge: away < 0 ? low : high }))
      .filter(({ edge }) => isLosing(edge)),
  ];
  const crowd = crowding(question);
  const candidates = structures
    .map((beyond) => ({ beyond, price: beyond.edge + away * clearance }))
    .filter((candidate) => candidate.price > 0 && isBeforeLiquidation(question, candidate.price))
    .map((candidate) => judge(candidate, question, crowd, atr1hUsd))
    .sort((a, b) => Math.abs(a.price - price) - Math.abs(b.price - price));
  const best = candidates.find(({ objections }) => objections.length === 0) ?? null;
  const nearest = mine.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))[0];
  const beforePrice = nearest ? nearEdge(nearest, away) - away * clearance : null;
  const before =
    best === null && nearest && beforePrice !== null && isLosing(beforePrice)
      ? { price: beforePrice, clusterId: nearest.id }
      : null;
  return { candidates, best, before };
}

const nearEdge = (cluster: ClusterReport, away: 1 | -1): number => (away < 0 ? cluster.high : cluster.low);

function isBeforeLiquidation({ side, liquidationPrice }: StopQuestion, stop: number): boolean {
  if (liquidationPrice === null) return true;
  return side === 'long' ? stop > liquidationPrice : stop < liquidationPrice;
}

/** Forced dollars within a short way of a price. */
type Crowd = { readonly around: (price: number) => number; readonly median: number };

/** Places are taken from the price to a fixed distance, so that the answer does not turn with the leverage. */
function crowding({ side, price, map, atr1dUsd }: StopQuestion): Crowd {
  const column = side === 'long' ? map.longForcedUsd : map.shortForcedUsd;
  const reach = NEARBY_ATR_SHARE * atr1dUsd;
  const around = (at: number): number =>
    dollarsBetween(map, column, Math.max(at - reach, Number.MIN_VALUE), at + reach);
  const far = side === 'long' ? -PLACES_REACH : PLACES_REACH;
  const places = Array.from({ length: PLACES }, (_, index) =>
    around(price * Math.exp((far * index) / (PLACES - 1))),
  );
  return { around, median: quantile(places, 0.5) };
}

function judge(
  { beyond, price }: Pick<StopCandidate, 'beyond' | 'price'>,
  question: StopQuestion,
  crowd: Crowd,
  atr1hUsd: number,
): StopCandidate {
  const objections: StopObjection[] = [];
  const { liquidationPrice } = question;
  if (liquidationPrice !== null) {
    const whole = Math.abs(Math.log(question.price / liquidationPrice));
    const room = Math.abs(Math.log(price / liquidationPrice));
    if (room < Math.max(LIQUIDATION_SHARE * whole, atr1hUsd / question.price))
      objections.push('near-liquidation');
  }
  const forcedNearbyUsd = crowd.around(price);
  if (forcedNearbyUsd > crowd.median * EQUAL) objections.push('crowded');
  return { price, beyond, objections, forcedNearbyUsd, slip: question.slipAt?.(price) ?? null };
}
