import { notionalForSlip, slipOf, type BookDepth } from './book-depth.ts';

/** Share of the stop distance that slip may cost. */
const SLIP_SHARE_OF_STOP = 0.1;

/** Share of the growth-optimal stake that is taken: estimates of an edge are too noisy for more. */
const KELLY_SHARE = 1 / 4;

/** What bounds a size. What is null sets no bound. */
export interface SizeQuestion {
  readonly equityUsd: number;
  /** Share of equity that a stop may cost, e.g. 0.01. */
  readonly riskShare: number;
  /** Distance of the stop from entry as a fraction of the price; null without a stop. */
  readonly stopDistance: number | null;
  /** Taker fees of entry and exit together, a fraction of notional. */
  readonly feeRate: number;
  /** Volatility of the whole account that the user wants, a fraction a year; null = no target. */
  readonly targetVolatility: number | null;
  /** Forecast volatility of the coin, a fraction a year; null = unknown. */
  readonly volatility: number | null;
  /** Highest leverage for the chance of ruin that the user accepts; null = no limit. */
  readonly maximumLeverage: number | null;
  /** Null: the book was not polled. */
  readonly depth: BookDepth | null;
  /** Expected excess return a year that the user claims to have; null = none entered, and then Kelly says nothing. */
  readonly edge: number | null;
}

type SizeLimit = 'risk' | 'volatility' | 'ruin' | 'depth' | 'kelly';

/** The largest size, USD of notional, and which bound it meets (`binding`; null where none is known). */
export interface PositionSize {
  /** Largest notional that every known limit allows; null where no limit is known. */
  readonly notionalUsd: number | null;
  readonly binding: SizeLimit | null;
  /** Notional of each limit; null where what it needs is unknown. */
  readonly limits: Readonly<Record<SizeLimit, number | null>>;
}

/** The least of all limits, and which one it is. */
export function largestPosition(question: SizeQuestion): PositionSize {
  const { equityUsd, depth, stopDistance, targetVolatility, volatility, maximumLeverage, edge } = question;
  const riskUsd = equityUsd * question.riskShare;
  const limits: Record<SizeLimit, number | null> = {
    risk:
      stopDistance === null ? null : sizeAtRisk(riskUsd, { stopDistance, feeRate: question.feeRate, depth }),
    volatility:
      targetVolatility === null || volatility === null ? null : (equityUsd * targetVolatility) / volatility,
    ruin: maximumLeverage === null ? null : equityUsd * maximumLeverage,
    depth:
      depth === null || stopDistance === null
        ? null
        : notionalForSlip(SLIP_SHARE_OF_STOP * stopDistance, depth),
    kelly:
      edge === null || volatility === null
        ? null
        : (equityUsd * KELLY_SHARE * Math.max(edge, 0)) / volatility ** 2,
  };
  const known = (Object.entries(limits) as [SizeLimit, number | null][]).flatMap(([limit, notional]) =>
    notional === null ? [] : [{ limit, notional }],
  );
  const least = known.reduce<(typeof known)[number] | null>(
    (best, next) => (best === null || next.notional < best.notional ? next : best),
    null,
  );
  return { notionalUsd: least?.notional ?? null, binding: least?.limit ?? null, limits };
}

/** What a stop costs, as fractions of notional. */
interface StopCost extends Pick<SizeQuestion, 'feeRate' | 'depth'> {
  readonly stopDistance: number;
}

/** Notional whose loss at the stop, with fees and its own slip, is `riskUsd`. The loss grows with the notional, so it is bisected. */
export function sizeAtRisk(riskUsd: number, { stopDistance, feeRate, depth }: StopCost): number {
  const withoutSlip = riskUsd / (stopDistance + feeRate);
  if (depth === null) return withoutSlip;
  let low = 0;
  let high = withoutSlip;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (middle * (stopDistance + feeRate + slipOf(middle, depth)) > riskUsd) high = middle;
    else low = middle;
  }
  return low;
}
