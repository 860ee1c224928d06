import { say } from '../../core/i18n/say-own.ts';
import { HOUR_MS } from '../../core/market/time.ts';
import type { PositionLiquidation } from '../../core/risk/liquidation-types.ts';
import { formatDuration, formatPercent } from '../ui/format.ts';
import { riskVenueName } from '../../core/risk/formulas/registry.ts';

/** Which maintenance rate was used, from which table and of when; null where none was. */
export function tierText({ tier, tiersUsed }: PositionLiquidation, venueId: string): string | null {
  if (tier === null || tiersUsed === null) return null;
  const venue = riskVenueName(venueId);
  const date = new Date(tiersUsed.atMs).toISOString().slice(0, 10);
  const origin = tiersUsed.generic ? 'generic' : tiersUsed.source === 'venue' ? 'venue' : 'built-in';
  return say(`tier.${origin}`, {
    rate: formatPercent(tier.maintenanceRate, 2),
    leverage: String(Number(tier.maxLeverage.toFixed(1))),
    venue,
    date,
  });
}

/** The horizon of a chance as a column's head: `24 h`, `36 h`, `7 d`, `1 h 30 min`. */
export const formatHorizon = (hours: number): string =>
  hours === 24 || (Number.isInteger(hours) && hours % 24 !== 0)
    ? say('duration.hours', { count: hours })
    : formatDuration(hours * HOUR_MS);
