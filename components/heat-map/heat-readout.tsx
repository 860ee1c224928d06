import { say } from '../../core/i18n/say.ts';
import { formatPercent, formatPrice } from '../ui/format.ts';
import type { PointedPlace } from './use-view-input.ts';
import { binAt, cellAt, columnAt, type HeatScene } from './heat-scene.ts';

interface HeatReadoutProps {
  readonly scene: HeatScene;
  readonly pointed: PointedPlace;
  readonly decimals: number;
}

/** Price, time and dollars of the cell that is pointed at, and what lies from the price to there. */
export function HeatReadout({ scene, pointed, decimals }: HeatReadoutProps) {
  const { atS, price } = pointed;
  const column = Math.min(columnAt(scene, atS), scene.lastColumn);
  const cell = column < 0 ? null : cellAt(scene, column, Math.floor(binAt(scene, price)));
  const atMs = atS * 1000;
  if (cell === null) return <p>{say('heat.unknown', { price: formatPrice(price, decimals), atMs })}</p>;
  const { side, low, high, usd, totalUsd, distance } = cell;
  const [from, until] = [low, high].map((edge) => formatPrice(edge, decimals));
  const away = formatPercent(distance, 1, true);
  const far = (side === 'long' ? from : until) ?? '';
  return (
    <>
      <p>{say('heat.cell', { low: from ?? '', high: until ?? '', atMs, usd, away })}</p>
      <p>{say(`heat.total.${side}`, { far, usd: totalUsd })}</p>
    </>
  );
}
