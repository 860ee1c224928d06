import type { Instrument } from '../../market/instrument.ts';
import type { MaintenanceTier, TierTable } from '../../market/tiers.ts';
import { wrongValue } from './answer.ts';

/**
 * A table of tiers in ascending order.
 * @throws SchemaError for an empty table, a tier that ends before it begins, or tiers that overlap or leave a gap
 */
export function toTierTable(
  instrument: Instrument,
  basis: TierTable['basis'],
  rows: readonly MaintenanceTier[],
  atMs: number,
): TierTable {
  const tiers = rows.toSorted((a, b) => a.floor - b.floor);
  if (tiers.length === 0) throw wrongValue('tiers', `tiers of ${instrument.id}`, rows);
  tiers.forEach((tier, index) => {
    if (tier.cap <= tier.floor)
      throw wrongValue(`tiers.${index}.cap`, `more than the floor ${tier.floor}`, tier.cap);
    const previous = tiers[index - 1];
    if (previous && Math.abs(tier.floor - previous.cap) > 1e-3 * previous.cap)
      throw wrongValue(`tiers.${index}.floor`, `the cap below it, ${previous.cap}`, tier.floor);
  });
  return { venue: instrument.venue, instrumentId: instrument.id, basis, tiers, atMs, source: 'venue' };
}

/** Caps of ascending tiers as floors of the next ones, for venues that name only where a tier ends. */
export const floorsFromCaps = <T extends { readonly cap: number }>(
  rows: readonly T[],
): readonly (T & { readonly floor: number })[] => {
  const sorted = rows.toSorted((a, b) => a.cap - b.cap);
  return sorted.map((row, index) => ({ ...row, floor: sorted[index - 1]?.cap ?? 0 }));
};
