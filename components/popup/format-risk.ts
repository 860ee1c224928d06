import type { NoLiquidationReason, PositionLiquidation } from '../../core/risk/liquidation-types.ts';
import { formatPercent } from '../ui/format.ts';
import { riskVenueName } from './risk-venues.ts';

/** A chance with one figure more where it is small; never 0 % for what may happen. */
export function formatChance(chance: number): string {
  if (chance >= 0.0995) return formatPercent(chance, 0);
  return chance < 0.0005 ? '< 0.1 %' : formatPercent(chance, 1);
}

/** Why there is no liquidation price, as an answer. */
export const NO_LIQUIDATION: Readonly<Record<NoLiquidationReason, string>> = {
  'fully-backed': 'Cannot be liquidated: the margin covers any loss.',
  'no-wallet-balance': 'A cross position needs the balance behind it.',
  'unknown-venue': 'The formula of this venue is not known.',
  'invalid-position': 'Size, price and margin must be more than zero.',
};

/** Which maintenance rate was used, from which table and of when; null where none was. */
export function tierText({ tier, tiersUsed }: PositionLiquidation, venueId: string): string | null {
  if (tier === null || tiersUsed === null) return null;
  const venue = riskVenueName(venueId);
  const date = new Date(tiersUsed.atMs).toISOString().slice(0, 10);
  const table = tiersUsed.generic
    ? `stand-in table of ${date}, not ${venue}'s own for this contract`
    : tiersUsed.source === 'venue'
      ? `${venue}'s table of ${date}`
      : `built-in ${venue} table of ${date}, which may have changed since`;
  return `${formatPercent(tier.maintenanceRate, 2)} maintenance, up to ${Number(tier.maxLeverage.toFixed(1))}×; ${table}`;
}

/** The horizon of a chance as a column's head. */
export const formatHorizon = (hours: number): string =>
  hours % 24 === 0 && hours > 24 ? `${hours / 24} d` : `${hours} h`;
