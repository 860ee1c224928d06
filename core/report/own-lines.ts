import { assetText, marketId } from '../market/asset.ts';
import { type Bell, isLive, nearestOf } from '../market/bell.ts';
import { builderOf } from '../market/builders.ts';
import type { OwnLine, OwnLiquidation } from '../market/own-line.ts';
import type { SavedPosition } from '../market/position.ts';
import { pathToLiquidation } from '../risk/advice/path-to-liquidation.ts';
import { losingSideOf, sharesMargin } from '../risk/cross-account.ts';
import { positionLiquidation } from '../risk/liquidation.ts';
import { dayChance } from './day-chance.ts';
import { type CoinMarkets, type HeldAmong, liquidationContext } from './position-markets.ts';
import { isToldLately } from './told-lately.ts';
import { toldOnce } from './told-once.ts';

/** The chart of a page. */
interface ShownChart {
  /** Id of the venue that the page belongs to. */
  readonly venue: string;
  /** Id of the market. */
  readonly market: string;
  /** The contract by the venue's own name. */
  readonly instrument: string;
  readonly nowMs: number;
}

/**
 * Those of `positions` that stand on a chart: of its venue and market alone, where that is known of its builder too, and
 * nobody's example.
 */
export const positionsOnChart = (
  positions: readonly SavedPosition[],
  { venue, market, instrument, nowMs }: ShownChart,
): readonly SavedPosition[] =>
  positions.filter(
    (position) =>
      position.venue === venue &&
      marketId(position) === market &&
      isAtBuilder(position, builderOf(instrument)) &&
      position.isExample !== true &&
      isToldLately(position, nowMs),
  );

/** What is typed in names no builder. */
const isAtBuilder = ({ origin }: SavedPosition, builder: string | null): boolean =>
  origin === undefined || builderOf(origin.instrument) === builder;

/** The bells that hang on a chart. */
export const bellsOnChart = (
  bells: readonly Bell[],
  { venue, market, nowMs }: Omit<ShownChart, 'instrument'>,
): readonly OwnLine[] =>
  bells
    .filter((bell) => bell.venue === venue && bell.market === market && isLive(bell, nowMs))
    .map((bell) => ({ role: 'bell', price: nearestOf(bell) }));

/** The markets, by their ids, on which the liquidations of `shown` depend: their own, and those of what shares their margin. */
export const marketsBehind = (
  shown: readonly SavedPosition[],
  positions: readonly SavedPosition[],
): readonly string[] => {
  const behind = positions.filter((other) => shown.some((one) => one === other || sharesMargin(one, other)));
  return [...new Set(behind.map(marketId))];
};

/**
 * The lines of the positions `shown`, the most important first: liquidations, then entries, stops and targets. One that was
 * told in several ways has one liquidation and one entry, those of the most reliable, and every stop and target once.
 */
export function ownLines(
  shown: readonly SavedPosition[],
  positions: readonly SavedPosition[],
  markets: CoinMarkets,
): readonly OwnLine[] {
  const held = toldOnce(shown);
  return [
    ...held.flatMap(
      (told) =>
        told
          .map((position) => liquidationOf({ position, positions, markets }))
          .find((line) => line !== null) ?? [],
    ),
    ...held.flatMap((told): readonly OwnLine[] => [
      { role: 'entry', price: told[0].entryPrice },
      ...pricesOf(told, ({ stopPrice }) => (stopPrice === null ? [] : [stopPrice])).map(
        (price) => ({ role: 'stop', price }) as const,
      ),
      ...pricesOf(told, ({ targets = [] }) => targets.map(({ price }) => price)).map(
        (price) => ({ role: 'target', price }) as const,
      ),
    ]),
  ];
}

/** Each once. */
const pricesOf = (
  told: readonly SavedPosition[],
  read: (position: SavedPosition) => readonly number[],
): readonly number[] => [...new Set(told.flatMap(read))];

/** Null for a position that cannot be liquidated. */
function liquidationOf(held: HeldAmong): OwnLiquidation | null {
  const { position, markets } = held;
  const context = liquidationContext(held);
  const { liquidationPrice, estimate: isEstimate } = positionLiquidation(position, context);
  if (liquidationPrice === null) return null;
  const line = { role: 'liquidation', price: liquidationPrice, isEstimate } as const;
  const report = markets[assetText(position)]?.report ?? null;
  const price = context.markPrice ?? null;
  if (price === null) return { ...line, distance: null, chance24h: null, betweenUsd: null };
  return {
    ...line,
    distance: liquidationPrice / price - 1,
    chance24h: report && dayChance(report, price, liquidationPrice),
    betweenUsd:
      report === null || report.map === null
        ? null
        : pathToLiquidation({
            side: losingSideOf(position, context.oppositeLeg ?? null),
            price,
            liquidationPrice,
            map: report.map,
            clusters: report.clusters,
          }).exposureUsd,
  };
}
