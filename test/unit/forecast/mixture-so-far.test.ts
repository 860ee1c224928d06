import { describe, expect, test } from 'vitest';
import { createMixture, type Mixture } from '../../../core/engine/forecast/mixture.ts';
import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import type { SkillRow } from '../../../core/ledger/tables/skill.ts';
import { mixtureSoFar } from '../../../core/report/forecast/mixture-so-far.ts';

const learnt = (steep: number, windows: number): Mixture => ({
  ...createMixture(),
  logWeights: { refillMap: 0, steep, steepest: 0 },
  windows,
  erroredWindows: windows,
});
const rowOf = (mixture: Mixture): SkillRow => ({ learntUntilS: 0, scoredUntilS: 0, mixture, reports: [] });

const database = createMemoryDatabase();

/** What `ETHUSDT` forecasts by where `own` is its record and `BTCUSDT` has learnt `steep`. */
async function mixtureOf(own: SkillRow | null, before: Mixture | null = null, steep = 4): Promise<Mixture> {
  await database.commit([
    { store: 'skill', key: ['BTCUSDT'], value: rowOf(learnt(steep, 50)) },
    ...(own === null ? [] : [{ store: 'skill' as const, key: ['ETHUSDT'], value: own }]),
  ]);
  return mixtureSoFar(database, 'ETHUSDT', own, before);
}

const steepOf = async (own: SkillRow | null): Promise<number | undefined> =>
  (await mixtureOf(own)).logWeights['steep'];

describe('what a market forecasts by', () => {
  test('is what its own record has taught as soon as that has anything', async () => {
    expect(await steepOf(rowOf(learnt(-1, 1)))).toBe(-1);
  });

  test.each([
    ['there is no record', null],
    ['its record has seen no window that was listened to', rowOf(learnt(9, 0))],
  ])('is half of what another has learnt while %s', async (_, own) => {
    expect(await steepOf(own)).toBe(2);
  });

  test('is one and the same as long as the bars are, whatever another learns, and its own as soon as it has one', async () => {
    const known = await mixtureOf(null);

    expect(await mixtureOf(null, known, 5)).toBe(known);
    expect((await mixtureOf(null, null, 5)).logWeights['steep']).toBe(2.5);
    expect((await mixtureOf(rowOf(learnt(-1, 1)), known)).logWeights['steep']).toBe(-1);
  });

  test('is what others have learnt once its own record has been taken back', async () => {
    expect((await mixtureOf(null, learnt(-1, 1))).logWeights['steep']).toBe(2);
  });
});
