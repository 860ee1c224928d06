import { quantile } from '../market/quantile.ts';
import { DAY_S, QUARTER_HOUR_S } from '../market/time.ts';

/** Dollars of forced orders in a quarter hour that began at `openTimeS`, epoch seconds. */
export type Quarter = {
  readonly openTimeS: number;
  readonly longUsd: number;
  readonly shortUsd: number;
};

/** Bursts are judged against the busiest twentieth of the last week's quarter hours. */
const BUSY_SHARE = 0.95;
const BUSY_S = 7 * DAY_S;
const LEAST_QUARTERS = DAY_S / QUARTER_HOUR_S;

/** Dollars of a busy quarter hour in the week before `atS`, USD; null until a day of quarter hours is known. */
export function busyQuarterUsd(quarters: readonly Quarter[], atS: number): number | null {
  const totals = quarters
    .filter(({ openTimeS }) => openTimeS < atS && openTimeS >= atS - BUSY_S)
    .map(({ longUsd, shortUsd }) => longUsd + shortUsd);
  return totals.length < LEAST_QUARTERS ? null : quantile(totals, BUSY_SHARE);
}
