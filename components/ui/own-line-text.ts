import { say } from '../../core/i18n/say.ts';
import type { LiquidationFigures, OwnLine } from '../../core/market/own-line.ts';
import { formatChance, formatPercent } from './format.ts';

/** What is written beside one of the user's own lines. @param priceText writes its price, in whatever unit the chart has */
export function ownLineText(line: OwnLine, priceText: (usd: number) => string): string {
  const price = priceText(line.price);
  if (line.role !== 'liquidation') return say(`own-line.${line.role}`, { price });
  return liquidationText(line.isEstimate ? say('own-line.estimate', { price }) : price, line);
}

/** `liq 87,711 · −3.5 % · 24 h 3.1 % · 1.59 B between`: as much of it as is known. */
export function liquidationText(
  price: string,
  { distance, chance24h, betweenUsd }: LiquidationFigures,
): string {
  if (distance === null) return say('own-line.liquidation', { price });
  const away = formatPercent(distance, 1, true);
  if (chance24h === null) return say('own-line.liquidation.far', { price, away });
  const far = { price, away, chance: formatChance(chance24h) };
  return betweenUsd === null
    ? say('own-line.liquidation.chance', far)
    : say('own-line.liquidation.between', { ...far, usd: betweenUsd });
}
