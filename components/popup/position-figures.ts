import { assetText } from '../../core/market/asset.ts';
import type { MarketReport, VenueMark } from '../../core/market/market-report.ts';
import { notionalUsdOf, positionSizeBase, type SavedPosition } from '../../core/market/position.ts';
import { losingSideOf } from '../../core/risk/cross-account.ts';
import { type HeldAmong, liquidationContext } from '../../core/report/position-markets.ts';
import { venueMark } from '../../core/report/venue-mark.ts';
import type { BookDepth } from '../../core/risk/advice/book-depth.ts';
import { formulaOf } from '../../core/risk/formulas/registry.ts';
import { answerPosition, type PositionAnswer } from '../../core/risk/position-answer.ts';
import { clusterDraws } from '../../core/risk/touch/cluster-draws.ts';
import { reportVolatility } from '../../core/risk/touch/report-volatility.ts';
import { returnLaw } from '../../core/risk/touch/volatility-forecast.ts';
import type { WishesCheck } from './size-wishes.ts';

/** A position against its market. Null where the market is not known yet. */
export interface PositionFigures {
  readonly position: SavedPosition;
  readonly answer: PositionAnswer;
  readonly report: MarketReport | null;
  readonly notionalUsd: number;
  /** Mark price of the position's venue where it is known, else the market's price, else what the venue said with the position, USD. */
  readonly price: number | null;
  /** Whose mark price that is; null: the market's. */
  readonly mark: VenueMark | null;
  /** Of the liquidation from the price. */
  readonly distance: {
    /** Signed, as a fraction of the mark price. */
    readonly fraction: number;
    readonly usd: number;
    readonly atr: number | null;
    /** In standard deviations of a day's log return. */
    readonly sigmas: number | null;
  } | null;
  readonly profitUsd: number | null;
  /** Maintenance over equity at the mark price: 1 is liquidation. */
  readonly marginRatio: number | null;
  /** Where the volatility comes from; null where there is none. */
  readonly volatilityBasis: 'forecast' | 'range' | null;
  /** Of the side of the book that a stop takes from; null: not polled. */
  readonly stopDepth: BookDepth | null;
  readonly gold: NonNullable<MarketReport['gold']> | null;
}

export interface FiguresInput extends HeldAmong {
  readonly wishes: WishesCheck['wishes'];
}

/** Before the first report: nothing is known of the market. */
const NO_REPORT = {
  price: null,
  atr1dUsd: null,
  map: null,
  clusters: [],
  levels: [],
  positioning: {
    fundingRate8h: null,
    longShortAccountRatio: null,
    takerImbalance: null,
    nextFundingAt: null,
    perVenue: [],
  },
} as const;

/** Everything that is shown of a position. */
export function positionFigures(input: FiguresInput): PositionFigures {
  const { position, markets, wishes } = input;
  const known = markets[assetText(position)]?.report ?? null;
  const mark = known && venueMark(known, position.venue);
  const report = known && mark ? { ...known, price: mark.price } : known;
  const price = report?.price ?? position.origin?.markPrice ?? null;
  const volatility = report && reportVolatility(report);
  const context = liquidationContext(input);
  const losing = losingSideOf(position, context.oppositeLeg ?? null);
  const answer = answerPosition({
    position,
    context,
    report: report ?? NO_REPORT,
    forecast: volatility?.forecast ?? null,
    draws: price === null ? [] : clusterDraws(losing, price, report?.clusters ?? []),
    wishes: wishes && { ...wishes, feeRate: roundTripFee(position.venue), depth: depthOf(position, report) },
  });
  const { liquidationPrice } = answer.liquidation;
  const direction = position.side === 'long' ? 1 : -1;
  const sigma = volatility && returnLaw(volatility.forecast, 24).sigma;
  return {
    position,
    answer,
    report,
    notionalUsd: notionalUsdOf(position),
    price,
    mark,
    distance:
      price === null || liquidationPrice === null
        ? null
        : {
            fraction: liquidationPrice / price - 1,
            usd: Math.abs(liquidationPrice - price),
            atr: report?.atr1dUsd ? Math.abs(liquidationPrice - price) / report.atr1dUsd : null,
            sigmas: sigma ? Math.abs(Math.log(liquidationPrice / price)) / sigma : null,
          },
    profitUsd: price === null ? null : direction * positionSizeBase(position) * (price - position.entryPrice),
    marginRatio: answer.ladder.find((rung) => rung.price === price)?.marginRatio ?? null,
    volatilityBasis: volatility?.basis ?? null,
    stopDepth: depthOf(position, report),
    gold: report?.gold ?? null,
  };
}

const roundTripFee = (venue: string): number => 2 * (formulaOf(venue)?.takerFee ?? 0);

/** The side of the book that a stop takes from. */
function depthOf({ side }: SavedPosition, report: MarketReport | null): BookDepth | null {
  const depth = report?.depth ?? null;
  const usd = side === 'long' ? depth?.bidWithinOnePercentUsd : depth?.askWithinOnePercentUsd;
  return usd !== undefined && usd > 0 ? { atOnePercentUsd: usd } : null;
}
