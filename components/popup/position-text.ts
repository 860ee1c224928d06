import { assetText } from '../../core/market/asset.ts';
import { contractOf } from '../../core/market/position.ts';
import { formatPercent, formatPrice, formatUsd } from '../ui/format.ts';
import { formatChance, formatHorizon, NO_LIQUIDATION, tierText } from './format-risk.ts';
import type { PositionFigures } from './position-figures.ts';
import { riskVenueName } from './risk-venues.ts';

/** The answer as plain text for the clipboard. */
export function positionText(figures: PositionFigures, decimals: number): string {
  const { position, answer, price, distance } = figures;
  const { liquidation, touch, path, stops, size, funding } = answer;
  const at = (value: number | null): string => formatPrice(value, decimals);
  const settles = contractOf(position) === 'inverse' ? `, settles in ${position.base}` : '';
  const estimate = liquidation.estimate ? ' (estimate)' : '';
  const lines = [
    `${assetText(position)} ${position.side}, ${riskVenueName(position.venue)}, ${position.marginMode}${settles}`,
    `Entry ${at(position.entryPrice)}, ${formatUsd(figures.notionalUsd)} USD, margin ${formatUsd(liquidation.marginUsd)} USD`,
    liquidation.reason === null
      ? `Liquidation${estimate} ${at(liquidation.liquidationPrice)} USD, bankruptcy ${at(liquidation.bankruptcyPrice)} USD`
      : NO_LIQUIDATION[liquidation.reason],
    liquidation.alternative &&
      `By the older formula (${liquidation.alternative.name}) ${at(liquidation.alternative.liquidationPrice)} USD`,
    tierText(liquidation, position.venue),
    price !== null && `Price ${at(price)} USD`,
    distance &&
      [
        `Distance ${formatPercent(distance.fraction, 1, true)}`,
        `${at(distance.usd)} USD`,
        ...(distance.atr === null ? [] : [`${distance.atr.toFixed(1)} ATR`]),
        ...(distance.sigmas === null ? [] : [`${distance.sigmas.toFixed(1)} sigma of a day`]),
      ].join(', '),
    touch && `Chance of touch (estimate): ${touch.map(chanceText).join(', ')}`,
    path &&
      `In between (estimates): ${path.clusters.length} clusters, ${formatUsd(path.exposureUsd)} USD if nobody acts, ${formatUsd(path.forcedUsd)} USD expected to be forced`,
    position.stopPrice !== null && `Stop ${at(position.stopPrice)} USD`,
    stops?.best && `Stop beyond the nearest cluster, clear of the liquidation: ${at(stops.best.price)} USD`,
    size?.notionalUsd != null && `Largest size ${formatUsd(size.notionalUsd)} USD; ${size.binding} binds`,
    funding && `Funding over ${position.horizonHours} h: ${funding.paidUsd.toFixed(2)} USD paid`,
  ];
  return lines.filter((line) => typeof line === 'string').join('\n');
}

const chanceText = ({
  horizonHours,
  plain,
  withCascade,
}: NonNullable<PositionFigures['answer']['touch']>[number]): string =>
  `${formatHorizon(horizonHours)} ${formatChance(plain)}${withCascade === null ? '' : ` (with cascade ${formatChance(withCascade)})`}`;
