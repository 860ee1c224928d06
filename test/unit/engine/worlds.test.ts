import { describe, expect, test } from 'vitest';
import { formatScores, scoreWorlds } from '../../support/score-worlds.ts';
import { readWorld, WORLD_NAMES, worldsDir } from '../../support/worlds.ts';

const dir = worldsDir();

describe('markets whose positions are known', () => {
  test.skipIf(dir === null)(
    'the map resembles the truth better than naive tiers (skipped without the recorded worlds)',
    { timeout: 120_000 },
    () => {
      const scored = scoreWorlds(WORLD_NAMES.map((name) => readWorld(dir ?? '', name)));
      const scoreOf = (name: string) => {
        const found = scored.find((model) => model.name === name);
        if (found === undefined) throw new Error(`no ${name}`);
        return found.score;
      };
      console.log(formatScores(scored));

      const inventory = scoreOf('inventory');
      const tiers = scoreOf('naive tiers, removed');
      expect(inventory.correlation).toBeGreaterThan(0.55);
      expect(inventory.correlation).toBeGreaterThan(tiers.correlation + 0.3);
      expect(inventory.wassersteinPercent).toBeLessThan(1.4);
      expect(inventory.wassersteinPercent).toBeLessThan(0.7 * tiers.wassersteinPercent);
      expect(inventory.dollarRatios[1]).toBeLessThan(4);
      expect(inventory.dollarRatios[2]).toBeGreaterThan(0.7);
      expect(inventory.dollarRatios[2]).toBeLessThan(3.2);
    },
  );
});
