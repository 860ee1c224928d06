import type { MarketReport } from '../market/market-report.ts';
import { DAY_HOURS } from '../market/time.ts';
import { touchChances } from '../risk/touch/liquidation-chance.ts';
import { reportVolatility } from '../risk/touch/report-volatility.ts';

/**
 * Chance that the mark price comes from `price` to `target`, both USD, within a day, by its own movement; null where nothing
 * is known of its volatility.
 */
export function dayChance(
  report: Pick<MarketReport, 'volatility' | 'atr1dUsd' | 'price'>,
  price: number,
  target: number,
): number | null {
  const volatility = reportVolatility(report);
  if (volatility === null) return null;
  const { forecast } = volatility;
  const [chance] = touchChances({ price, target, forecast, draws: [], horizonsHours: [DAY_HOURS] });
  return chance?.plain ?? null;
}
