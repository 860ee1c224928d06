import { type Mixture, mixtureFrom } from '../../engine/forecast/mixture.ts';
import type { DatabasePort } from '../../ledger/ports.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';

/**
 * What `market` forecasts by now: what its own record has taught (`skill`), and while no forced order or its absence was heard
 * there, what the records of other coins have; `before` itself where that says the same.
 * @throws StorageError
 */
export async function mixtureSoFar(
  database: DatabasePort,
  market: string,
  skill: SkillRow | null,
  before: Mixture | null,
): Promise<Mixture> {
  if (skill !== null && skill.mixture.windows > 0) return skill.mixture;
  const rows = await database.list('skill', []);
  const mixture = mixtureFrom(rows.flatMap(({ key, value }) => (key[0] === market ? [] : [value.mixture])));
  return before?.windows === 0 && lessonOf(before) === lessonOf(mixture) ? before : mixture;
}

const lessonOf = ({ logWeights, venues }: Mixture): string =>
  JSON.stringify([logWeights, Object.entries(venues).map(([venue, trust]) => [venue, trust.logWeights])]);
