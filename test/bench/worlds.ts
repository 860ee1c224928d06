/** How close the liquidation map comes to markets whose positions are known; run with `node test/bench/worlds.ts`. */
import { formatScores, scoreWorlds } from '../support/score-worlds.ts';
import { readWorld, WORLD_NAMES, worldsDir } from '../support/worlds.ts';

const dir = worldsDir();
console.log(
  dir === null
    ? 'skipped: no recorded worlds here (set PLIMSOLL_DATA)'
    : formatScores(scoreWorlds(WORLD_NAMES.map((name) => readWorld(dir, name)))),
);
