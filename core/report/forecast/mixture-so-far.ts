import { type Mixture, mixtureFrom } from '../../engine/forecast/mixture.ts';
import type { DatabasePort } from '../../ledger/ports.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';

/**
 * What `market` forecasts by now: what its own record has taught (`skill`), and while no forced order or its absence was heard
 * there, what the records of other coins have, which are not read again where `known` was found of them for the same bars.
 * @throws StorageError
 */
export async function mixtureSoFar(
  database: DatabasePort,
  market: string,
  skill: SkillRow | null,
  known: Mixture | null,
): Promise<Mixture> {
  if (skill !== null && skill.mixture.windows > 0) return skill.mixture;
  if (known?.windows === 0) return known;
  const rows = await database.list('skill', []);
  return mixtureFrom(rows.flatMap(({ key, value }) => (key[0] === market ? [] : [value.mixture])));
}
