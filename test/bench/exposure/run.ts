/**
 * How sure the exposure map is and how right, on every market whose positions are known: the recorded worlds and the
 * simulated exchange, by what is heard and public. test/bench/skill/README.md says how to read it.
 * `npm run exposure -- [--seeds 1,2,3]`
 */
import { optionsOrExit } from '../../../core/headless/args.ts';
import { WORLD_NAMES, worldsDir } from '../../support/worlds.ts';
import { lookAtExchange } from './look-at-exchange.ts';
import { lookAtWorld } from './look-at-world.ts';
import type { Look } from './look.ts';
import { type LookScore, scoreLook } from './score.ts';
import { HEAD, line } from './table.ts';

const options = optionsOrExit(
  { seeds: 'optional' },
  {
    usage: 'exposure [--seeds N,N]',
    about: 'Scores the exposure map and its intervals on markets whose positions are known.',
    options: { seeds: 'markets of the simulated exchange; 6,7,8 where absent, on which nothing was found' },
    example: '--seeds 1,2,3,4,5',
  },
);

const scores = new Map<string, LookScore[]>();
const put = (name: string, score: LookScore): void => {
  scores.set(name, [...(scores.get(name) ?? []), score]);
};
const see =
  (kind: string, isNamed: boolean) =>
  (look: Look): void => {
    const score = scoreLook(look);
    if (isNamed) put(`${look.market}, ${look.knowledge}`, score);
    put(`${kind}, ${look.knowledge}`, score);
    put(`${kind}, together`, score);
  };

const dir = worldsDir();
if (dir === null) console.log('skipped: no recorded worlds here (set PLIMSOLL_DATA)');
else for (const name of WORLD_NAMES) lookAtWorld(dir, name, see('worlds', true));
for (const seed of (options.seeds ?? '6,7,8').split(','))
  lookAtExchange(Number(seed), see('exchange', false));

console.log(HEAD);
for (const [name, of] of [...scores].toSorted(([a], [b]) => a.localeCompare(b))) console.log(line(name, of));
