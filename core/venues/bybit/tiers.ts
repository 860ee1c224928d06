import type { Instrument } from '../../market/instrument.ts';
import type { TierTable } from '../../market/tiers.ts';
import { wrongValue } from '../shared/answer.ts';
import { rowsOf } from '../shared/matching.ts';
import { floorsFromCaps, toTierTable } from '../shared/tiers.ts';
import { unwrap } from './envelope.ts';
import { riskLimit, riskLimits } from './schema.ts';

/** Initial margin times leverage is 1 in fractions and 100 in percent; the middle of both on a log scale. */
const PERCENT_FROM = 10;

/**
 * Tiers in dollars of notional. Rates printed in percent become fractions; a deduction that is left empty is the one
 * that keeps the maintenance margin continuous.
 */
export function parseRiskLimits(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  const { result } = unwrap(riskLimits, json, nowMs, 'risk-limit');
  const own = rowsOf(riskLimit, result.list, 'symbol', instrument, 'risk-limit.result.list');
  const rows = floorsFromCaps(own.map((row) => ({ ...row, cap: row.riskLimitValue })));
  const first = rows[0];
  const isPercent = first !== undefined && first.initialMargin * first.maxLeverage >= PERCENT_FROM;
  let rate = 0;
  let deductionUsd = 0;
  const tiers = rows.map((row, index) => {
    const maintenanceRate = row.maintenanceMargin / (isPercent ? 100 : 1);
    if (maintenanceRate > 1)
      throw wrongValue(`risk-limit.${index}.maintenanceMargin`, 'a rate of at most 1', maintenanceRate);
    const continuous = deductionUsd + row.floor * (maintenanceRate - rate);
    deductionUsd = typeof row.mmDeduction === 'number' ? row.mmDeduction : Math.max(0, continuous);
    rate = maintenanceRate;
    return { floor: row.floor, cap: row.cap, maintenanceRate, deductionUsd, maxLeverage: row.maxLeverage };
  });
  return toTierTable(instrument, 'notional-usd', tiers, nowMs);
}
