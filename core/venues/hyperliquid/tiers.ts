import { MAINTENANCE_SHARE } from '../../market/account.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { TierTable } from '../../market/tiers.ts';
import { readAnswer, wrongValue } from '../shared/answer.ts';
import { rowOf } from '../shared/matching.ts';
import { toTierTable } from '../shared/tiers.ts';
import * as schema from './schema.ts';

/** Tables below this id are not listed: one tier whose leverage is the id itself. */
const FIRST_LISTED_TABLE = 50;

/** The last tier has no end; no position is larger than a trillion dollars. */
const NO_LIMIT_USD = 1e12;

/**
 * Maintenance tiers of a coin in dollars of notional, with the deduction that keeps them continuous.
 * @throws SchemaError
 * @see https://hyperliquid.gitbook.io/hyperliquid-docs/trading/margin-tiers
 */
export function parseMarginTiers(json: unknown, nowMs: number, instrument: Instrument): TierTable {
  const { universe, marginTables } = readAnswer(schema.meta, json, 'meta');
  const asset = rowOf(schema.asset, universe, 'name', instrument, 'meta.universe');
  const id = asset.marginTableId ?? asset.maxLeverage;
  const row = marginTables.find((candidate) => Array.isArray(candidate) && Number(candidate[0]) === id);
  const table =
    row === undefined ? undefined : readAnswer(schema.marginTable, row, 'meta.marginTables')[1].marginTiers;
  if (table === undefined && id >= FIRST_LISTED_TABLE && asset.marginTableId !== undefined)
    throw wrongValue('meta.marginTables', `a table ${id}`, marginTables);
  const rows = (table ?? [{ lowerBound: 0, maxLeverage: id }]).toSorted(
    (a, b) => a.lowerBound - b.lowerBound,
  );
  let rate = 0;
  let deductionUsd = 0;
  const tiers = rows.map(({ lowerBound, maxLeverage }, index) => {
    const maintenanceRate = MAINTENANCE_SHARE / maxLeverage;
    deductionUsd += lowerBound * (maintenanceRate - rate);
    rate = maintenanceRate;
    return {
      floor: lowerBound,
      cap: rows[index + 1]?.lowerBound ?? NO_LIMIT_USD,
      maintenanceRate,
      deductionUsd,
      maxLeverage,
    };
  });
  return toTierTable(instrument, 'notional-usd', tiers, nowMs);
}
