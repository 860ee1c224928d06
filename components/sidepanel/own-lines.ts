import { assetText } from '../../core/market/asset.ts';
import type { LiquidationFigures } from '../../core/market/own-line.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { DAY_HOURS } from '../../core/market/time.ts';
import { liquidationContext } from '../../core/report/position-markets.ts';
import { toldOnce } from '../../core/report/told-once.ts';
import { positionLiquidation } from '../../core/risk/liquidation.ts';
import type { ChartLine } from '../bands/chart-line.ts';
import { baseOf, type PositionDraft } from '../popup/position-draft.ts';
import type { PositionFigures } from '../popup/position-figures.ts';
import type { Desk } from '../popup/use-desk.ts';
import { formatPrice } from '../ui/format.ts';
import { liquidationText, ownLineText } from '../ui/own-line-text.ts';
import { readNumber } from '../ui/read-number.ts';

interface OwnLinesInput {
  readonly desk: Pick<Desk, 'positions' | 'markets' | 'draft' | 'figures'>;
  /** False for a form that stands as it was opened, and of no saved position. */
  readonly isMeant: boolean;
  /** Whose map the lines stand in. */
  readonly market: Pick<PageMarket, 'base' | 'assetClass' | 'multiplier'>;
  /** A price of the map that asks what it shall be; null: none. */
  readonly pressed: number | null;
  /** Of the map's prices. */
  readonly decimals: number;
  readonly locale: string;
}

/** The user's own prices in a market, the most important first: of the open position all, of the others the liquidations. */
export function ownLines({
  desk,
  isMeant,
  market,
  pressed,
  decimals,
  locale,
}: OwnLinesInput): readonly ChartLine[] {
  const asset = assetText(market);
  const { draft, figures, positions, markets } = desk;
  const at = (usd: number): number => usd * market.multiplier;
  const text = (usd: number): string => formatPrice(at(usd), decimals);
  const line = (usd: number, label: string, stroke?: ChartLine['stroke']): ChartLine => ({
    kind: 'own',
    price: at(usd),
    label,
    ...(stroke === undefined ? {} : { stroke }),
  });
  const isShown = baseOf(draft) === asset && isMeant;
  const liquidation = figures?.answer.liquidation.liquidationPrice ?? null;
  const liquidationOf = (position: SavedPosition): number | null =>
    positionLiquidation(position, liquidationContext({ position, positions, markets })).liquidationPrice;
  const others = toldOnce(positions.filter((position) => assetText(position) === asset))
    .filter((told) => told.every(({ id }) => id !== draft.id))
    .flatMap((told) => {
      const price = told.map(liquidationOf).find((at) => at !== null);
      return price === undefined ? [] : [line(price, liquidationText(text(price), UNKNOWN), 'double')];
    });
  const asked: readonly ChartLine[] =
    pressed === null
      ? []
      : [{ kind: 'own', price: pressed, label: formatPrice(pressed, decimals), stroke: 'dashed' }];
  if (!isShown) return [...asked, ...others];
  return [
    ...asked,
    ...(figures === null || liquidation === null
      ? []
      : [line(liquidation, liquidationText(text(liquidation), known(figures)), 'double')]),
    ...pricesOf(draft, locale).map(({ role, price, stroke }) =>
      line(price, ownLineText({ role, price }, text), stroke),
    ),
    ...others,
  ];
}

/** Of positions that are not open. */
const UNKNOWN: LiquidationFigures = { distance: null, chance24h: null, betweenUsd: null };

/** What lies between stands in the position's own section. */
const known = ({ distance, answer }: PositionFigures): LiquidationFigures => ({
  distance: distance?.fraction ?? null,
  chance24h: answer.touch?.find(({ horizonHours }) => horizonHours === DAY_HOURS)?.plain ?? null,
  betweenUsd: null,
});

/** Entry, stop and targets as far as they can be read: a form that lacks its size has them too. */
function pricesOf({ entryPrice, stopPrice, targets }: PositionDraft, locale: string) {
  return [
    { role: 'entry' as const, text: entryPrice, stroke: undefined },
    { role: 'stop' as const, text: stopPrice, stroke: 'dashed' as const },
    ...targets.map(({ price }) => ({ role: 'target' as const, text: price, stroke: 'dashed' as const })),
  ].flatMap(({ role, text, stroke }) => {
    const price = readNumber(text, locale).value;
    return price === null ? [] : [{ role, price, stroke }];
  });
}
