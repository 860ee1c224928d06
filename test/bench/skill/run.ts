/**
 * The experiment book: every variant of the forecaster on every recorded set, paired with the first. README.md beside it
 * says what was tried. `npm run skill -- [--sets WORD] [--variants NAME,NAME]`
 */
import { optionsOrExit } from '../../../core/headless/args.ts';
import type { EventDefinition } from '../../../core/engine/skill/region.ts';
import { recordingsDir } from '../../support/recordings.ts';
import { newCoins } from './new-coin.ts';
import { type PreparedSet, prepareSet } from './prepare.ts';
import { product } from './product.ts';
import { pairedDeviance, scoreDollars } from './score-dollars.ts';
import { runVariant, type VariantRun } from './run-variant.ts';
import { gainOver, HORIZONS_H, onePassKernel } from './score-where.ts';
import { missingFiles, SETS } from './sets.ts';
import {
  dollarsHead,
  dollarsLine,
  newCoinHead,
  newCoinLine,
  weightsHead,
  weightsLine,
  whereHead,
  whereLine,
} from './table.ts';
import { VARIANTS } from './variants.ts';

const options = optionsOrExit(
  { sets: 'optional', variants: 'optional' },
  {
    usage: 'skill [--sets WORD] [--variants NAME,NAME]',
    about: 'Scores variants of the forecaster on all recorded sets at once.',
    options: {
      sets: 'only sets whose name holds this, and the one that constants were found on',
      variants: 'only these, by name; the first is what the others are paired with',
    },
    example: '--sets Pacifica --variants five,product',
  },
);
const wanted = options.variants?.split(',') ?? null;
const variants = VARIANTS.filter(({ name }) => wanted === null || wanted.includes(name));

const folder = recordingsDir();
if (folder === null) console.log('skipped: no recordings here (set PLIMSOLL_DATA)');
else tellAll(prepareSets(folder));

function prepareSets(dir: string): readonly PreparedSet[] {
  return SETS.flatMap((set) => {
    if (options.sets !== null && !set.name.includes(options.sets) && !set.isMadeOn) return [];
    const missing = missingFiles(set, dir);
    if (missing.length === 0) return [prepareSet(set, dir)];
    console.log(`skipped: ${set.name}, without ${missing.join(', ')}`);
    return [];
  });
}

function tellAll(sets: readonly PreparedSet[]): void {
  const runs = sets.map((set) => variants.map((variant) => runVariant(set, variant)));
  const runsOf = (set: PreparedSet): readonly VariantRun[] => runs[sets.indexOf(set)] ?? [];
  const placed = sets.filter(({ knowsWhere }) => knowsWhere);
  for (const definition of ['first', 'all'] as const) {
    console.log(whereHead(definition));
    for (const set of placed) tellWhere(set, runsOf(set), definition, sets);
  }
  console.log(dollarsHead());
  for (const set of sets) {
    runsOf(set).forEach(({ said }, index) =>
      console.log(
        dollarsLine(set.name, nameOf(index), scoreDollars(said), pairedDeviance(said, runsOf(set)[0]?.said)),
      ),
    );
  }
  variants.forEach(({ name }, index) => {
    const said = runs.flatMap((of) => of[index]?.said ?? []);
    console.log(dollarsLine('all together', name, { ...scoreDollars(said), deviance: null }, null));
  });
  console.log(newCoinHead());
  for (const coin of newCoins(placed, product)) console.log(newCoinLine(coin));
  console.log(weightsHead());
  for (const set of placed) {
    runsOf(set).forEach(({ weights }, index) => console.log(weightsLine(set.name, nameOf(index), weights)));
  }
}

/** Over the kernel of the set that constants were found on, over the set's own, and over the first variant. */
function tellWhere(
  set: PreparedSet,
  runs: readonly VariantRun[],
  definition: EventDefinition,
  sets: readonly PreparedSet[],
): void {
  const home = sets.find(({ isMadeOn }) => isMadeOn) ?? set;
  const cases = HORIZONS_H.map((horizonH) => {
    const regions = set.regions(horizonH, definition);
    const foreign = onePassKernel(home.regions(horizonH, definition), home === set);
    return { regions, foreign, own: onePassKernel(regions, true) };
  });
  const first = runs[0];
  runs.forEach((run, index) => {
    const { forecast } = run;
    const gains = [
      ...cases.map(({ regions, foreign }) => gainOver(regions, forecast, foreign)),
      ...cases.map(({ regions, own }) => gainOver(regions, forecast, own)),
      ...cases.map(({ regions }) =>
        first === undefined || run === first ? null : gainOver(regions, forecast, first.forecast),
      ),
    ];
    console.log(whereLine(set.name, nameOf(index), gains));
  });
}

function nameOf(index: number): string {
  return variants[index]?.name ?? '';
}
