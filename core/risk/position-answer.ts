import type { MarketReport } from '../market/market-report.ts';
import { contractOf, positionSizeBase, type SavedPosition } from '../market/position.ts';
import { fundingDrift, type FundingDrift } from './advice/funding-drift.ts';
import { fundingTermsAt, type FundingTerms } from './advice/funding-terms.ts';
import { pathToLiquidation, type PathToLiquidation } from './advice/path-to-liquidation.ts';
import { largestPosition, type PositionSize, type SizeQuestion } from './advice/position-size.ts';
import { profitLadder, type LadderRung } from './advice/profit-ladder.ts';
import { highestSafeLeverage } from './advice/safe-leverage.ts';
import { stopCandidates, type StopAdvice } from './advice/stop-candidates.ts';
import { slipOf } from './advice/book-depth.ts';
import { losingSideOf } from './cross-account.ts';
import { backingOf, positionLiquidation } from './liquidation.ts';
import type { LiquidationContext, PositionLiquidation } from './liquidation-types.ts';
import { tradePlan, type TradePlan } from './plan/trade-plan.ts';
import { tiersInUse } from './tiers/tiers-in-use.ts';
import type { TerminalDistance } from './touch/cascade-touch.ts';
import { touchChances, TOUCH_HORIZONS_HOURS, type TouchChance } from './touch/liquidation-chance.ts';
import { maximumLeverage } from './touch/maximum-leverage.ts';
import { annualVolatility, touchQuestion, type VolatilityForecast } from './touch/volatility-forecast.ts';

/** What the user allows; everything that is not entered is null and limits nothing. */
export type SizeWishes = Pick<
  SizeQuestion,
  'equityUsd' | 'riskShare' | 'feeRate' | 'targetVolatility' | 'depth' | 'edge'
> & {
  /** Chance of liquidation within the position's horizon that is accepted. */
  readonly ruinProbability: number | null;
};

/** A position, what its market's report tells, and what its formula needs beside it (`context`). */
export interface AnswerQuestion {
  readonly position: SavedPosition;
  readonly context: LiquidationContext;
  readonly report: Pick<MarketReport, 'price' | 'atr1dUsd' | 'map' | 'clusters' | 'levels' | 'positioning'>;
  /** Made once per market and reused while sliders move; null where no history is known. */
  readonly forecast: VolatilityForecast | null;
  /** Cascade draws on the side that loses with the position; empty where none were computed. */
  readonly draws: readonly TerminalDistance[];
  readonly wishes: SizeWishes | null;
}

/** Everything the screen says about one position. Parts whose data is missing are null. */
export interface PositionAnswer {
  readonly liquidation: PositionLiquidation;
  /** Signed distance of the liquidation from the price, a fraction of the price. */
  readonly distance: number | null;
  /** In 4 h, 24 h, 7 d and the position's own horizon where it differs. */
  readonly touch: readonly TouchChance[] | null;
  readonly path: PathToLiquidation | null;
  readonly stops: StopAdvice | null;
  /** Highest leverage at which the nearest stop would stand clear of the liquidation; null where that is so already or never. */
  readonly leverageForStop: number | null;
  readonly size: PositionSize | null;
  readonly funding: (FundingDrift & FundingTerms) | null;
  readonly ladder: readonly LadderRung[];
  readonly plan: TradePlan;
}

const LADDER_STEPS = [-0.3, -0.2, -0.1, -0.05, -0.02, 0, 0.02, 0.05, 0.1, 0.2, 0.3] as const;

/**
 * The whole answer for one position; a few milliseconds at most, so that sliders can ask at every step.
 * @example
 * const { liquidation, distance } = answerPosition({ position, context, report, forecast: null, draws: [], wishes: null });
 * liquidation.liquidationPrice; // 84_210.5, or null where nothing liquidates it
 * distance; // -0.104: so far below the price, as a fraction of it
 */
export function answerPosition(question: AnswerQuestion): PositionAnswer {
  const { position, report } = question;
  const price = report.price ?? question.context.markPrice ?? position.entryPrice;
  const context = { ...question.context, markPrice: price };
  const liquidation = positionLiquidation(position, context);
  const target = liquidation.liquidationPrice;
  const stops = adviseStops(question, price, target);
  const funding = fundingOf(question, context, liquidation);
  const losing = losingSideOf(position, context.oppositeLeg ?? null);
  return {
    liquidation,
    distance: target === null ? null : target / price - 1,
    touch: target === null ? null : chances(question, price, target),
    path:
      target === null || report.map === null
        ? null
        : pathToLiquidation({
            side: losing,
            price,
            liquidationPrice: target,
            map: report.map,
            clusters: report.clusters,
          }),
    stops,
    leverageForStop: leverageForStop(question, context, stops, price),
    size: adviseSize(question, liquidation, price),
    funding,
    ladder: ladderOf(question, liquidation, price),
    plan: tradePlan({
      position,
      price,
      // A larger opposite leg is liquidated where this position gains.
      liquidationPrice: losing === position.side ? target : null,
      forecast: question.forecast,
      fundingUsd: funding?.paidUsd ?? null,
    }),
  };
}

function fundingOf(
  { position, report }: AnswerQuestion,
  context: LiquidationContext,
  { marginUsd }: PositionLiquidation,
): PositionAnswer['funding'] {
  const terms = fundingTermsAt(report.positioning, position.venue);
  if (terms === null || marginUsd === null) return null;
  const { horizonHours } = position;
  return { ...terms, ...fundingDrift(position, context, { fundingRate8h: terms.rate8h, horizonHours }) };
}

function chances(
  { position, forecast, draws }: AnswerQuestion,
  price: number,
  target: number,
): readonly TouchChance[] | null {
  if (forecast === null) return null;
  const own = position.horizonHours;
  const usual: readonly number[] = TOUCH_HORIZONS_HOURS;
  const horizonsHours = usual.includes(own) || own <= 0 ? usual : [...usual, own];
  return touchChances({ price, target, forecast, draws, horizonsHours });
}

function adviseStops(
  { position, report, draws, wishes }: AnswerQuestion,
  price: number,
  liquidationPrice: number | null,
): StopAdvice | null {
  const { map, atr1dUsd, clusters, levels } = report;
  if (map === null || atr1dUsd === null) return null;
  const depth = wishes?.depth ?? null;
  const slipAt = (stop: number): number => {
    const distance = Math.abs(Math.log(stop / price));
    const overshoot = draws.reduce((sum, terminal) => sum + terminal(distance) - distance, 0) / draws.length;
    return draws.length > 0 || depth === null ? overshoot : slipOf(positionSizeBase(position) * stop, depth);
  };
  return stopCandidates({
    side: position.side,
    price,
    liquidationPrice,
    map,
    clusters,
    levels,
    atr1dUsd,
    ...(draws.length > 0 || depth !== null ? { slipAt } : {}),
  });
}

/** Leverage at which the nearest structure's stop is clear of the liquidation, where it is not at the leverage chosen. */
function leverageForStop(
  question: AnswerQuestion,
  context: LiquidationContext,
  stops: StopAdvice | null,
  price: number,
): number | null {
  const { position } = question;
  if (stops === null || stops.best !== null) return null;
  // What a stop costs does not decide where it may stand, so the search goes without cascade draws.
  const bare: AnswerQuestion = { ...question, draws: [], wishes: null };
  return highestSafeLeverage(
    position,
    context,
    (liquidationPrice) => adviseStops(bare, price, liquidationPrice)?.best !== null,
  );
}

function adviseSize(
  { position, forecast, wishes }: AnswerQuestion,
  liquidation: PositionLiquidation,
  price: number,
): PositionSize | null {
  if (wishes === null) return null;
  const { ruinProbability, ...rest } = wishes;
  const maintenanceRate = liquidation.tier?.maintenanceRate ?? null;
  return largestPosition({
    ...rest,
    stopDistance: position.stopPrice === null ? null : Math.abs(position.stopPrice / price - 1),
    volatility: forecast && annualVolatility(forecast),
    maximumLeverage:
      ruinProbability === null || forecast === null || maintenanceRate === null
        ? null
        : maximumLeverage({
            // Coins as margin lose with the price of a long and gain with that of a short.
            side: (position.side === 'long') === (contractOf(position) === 'linear') ? 'long' : 'short',
            ruinProbability,
            ...touchQuestion(forecast, Math.max(position.horizonHours, 1), 0),
            maintenanceRate,
          }),
  });
}

function ladderOf(
  { position, context }: AnswerQuestion,
  { marginUsd, liquidationPrice }: PositionLiquidation,
  price: number,
): readonly LadderRung[] {
  const { facts: tiers } = tiersInUse(position, context.tiers);
  const backing = backingOf(position);
  if (marginUsd === null || backing === null) return [];
  const targets = (position.targets ?? []).map((target) => target.price);
  const marks = [position.entryPrice, position.stopPrice, liquidationPrice, ...targets].filter(
    (mark) => mark !== null,
  );
  const prices = [...new Set([...LADDER_STEPS.map((step) => price * (1 + step)), ...marks])].sort(
    (a, b) => a - b,
  );
  return profitLadder(position, prices, { ...context, backing: backing.total, tiers });
}
