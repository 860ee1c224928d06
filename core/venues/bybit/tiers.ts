import type { Instrument } from '../../market/instrument.ts';
import type { TierTable } from '../../market/tiers.ts';
import { wrongValue } from '../shared/answer.ts';
import { rowOf } from '../shared/matching.ts';
import { floorsFromCaps, toTierTable } from '../shared/tiers.ts';
import { unwrap } from './envelope.ts';
import { riskLimits } from './schema.ts';

/** No first tier asks for a tenth of the notional: from here on a rate is printed in percent. */
const PERCENT_FROM = 0.1;

/**
 * Tiers in dollars of notional. Rates printed in percent become fractions; a deduction that is left empty is the one
 * that keeps the maintenance margin continuous.
 */
export function parseRiskLimits(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  const { result } = unwrap(riskLimits, json, nowMs, 'risk-limit');
  rowOf(result.list, ({ symbol }) => symbol, instrument, 'risk-limit.result.list');
  const rows = floorsFromCaps(
    result.list
      .filter(({ symbol }) => symbol === instrument.id)
      .map((row) => ({ ...row, cap: row.riskLimitValue })),
  );
  const unit = (rows[0]?.maintenanceMargin ?? 0) >= PERCENT_FROM ? 100 : 1;
  let rate = 0;
  let deductionUsd = 0;
  const tiers = rows.map((row, index) => {
    const maintenanceRate = row.maintenanceMargin / unit;
    if (maintenanceRate > 1)
      throw wrongValue(`risk-limit.${index}.maintenanceMargin`, 'a rate of at most 1', maintenanceRate);
    const continuous = deductionUsd + row.floor * (maintenanceRate - rate);
    deductionUsd = typeof row.mmDeduction === 'number' ? row.mmDeduction : Math.max(0, continuous);
    rate = maintenanceRate;
    return { floor: row.floor, cap: row.cap, maintenanceRate, deductionUsd, maxLeverage: row.maxLeverage };
  });
  return toTierTable(instrument, 'notional-usd', tiers, nowMs);
}
