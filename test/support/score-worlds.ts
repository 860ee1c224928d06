import { createSideModels, type Inventory, stepWith } from '../../core/engine/inventory.ts';
import { createInventory } from '../../core/engine/inventory.ts';
import { liquidationMap } from '../../core/engine/index.ts';
import { barAt, type Bars } from '../../core/market/bars.ts';
import { naiveMaps, NAIVE_RECIPES } from './naive-maps.ts';
import { averageScores, type Exposure, type MapScore, scoreMap, type World } from './worlds.ts';

export interface ScoredModel {
  readonly name: string;
  readonly score: MapScore;
}

/** The engine and the naive recipes against the truth of all `worlds`, mean over days. */
export function scoreWorlds(worlds: readonly World[]): readonly ScoredModel[] {
  const models = [
    ...NAIVE_RECIPES.map((recipe) => ({
      name: recipe.name,
      maps: (bars: Bars, at: readonly number[]) => naiveMaps(recipe, bars, at),
    })),
    { name: 'inventory', maps: inventoryMaps },
  ];
  return models.map(({ name, maps }) => {
    const scores = worlds.flatMap(({ bars, truths }) => {
      const at = truths.map(({ atS }) => lastClosed(bars, atS));
      const shown = maps(bars, at);
      return truths.flatMap((truth, index) => {
        const map = shown[index];
        return map === undefined ? [] : [scoreMap(map, truth)];
      });
    });
    return { name, score: averageScores(scores) };
  });
}

/** Index of the last bar that has closed by `atS`. */
const lastClosed = (bars: Bars, atS: number): number =>
  bars.openTimeS.findLastIndex((openTimeS) => openTimeS + bars.intervalS <= atS);

function inventoryMaps(bars: Bars, at: readonly number[]): readonly Exposure[] {
  const first = barAt(bars, 0);
  const inventory: Inventory = createInventory(first.open, first.openInterestBase);
  const models = createSideModels(inventory.parameters);
  return Array.from({ length: (at.at(-1) ?? -1) + 1 }, (_, index) => index).flatMap((index) => {
    stepWith(models, inventory, barAt(bars, index), undefined);
    if (!at.includes(index)) return [];
    const map = liquidationMap(inventory, inventory.lastPrice);
    return [
      {
        logStep: map.logStep,
        firstBin: map.firstBin,
        long: map.longExposureBase,
        short: map.shortExposureBase,
      },
    ];
  });
}

/** The scores as text, one model a line. */
export function formatScores(scored: readonly ScoredModel[]): string {
  const lines = scored.map(({ name, score }) =>
    [
      name.padEnd(46),
      score.correlation.toFixed(2).padStart(6),
      score.wassersteinPercent.toFixed(2).padStart(6),
      score.dollarRatios.map((ratio) => ratio.toPrecision(2)).join(' / '),
    ].join('  '),
  );
  return [`${'model'.padEnd(46)}    corr    W1 %  dollars within 2 / 5 / 10 %`, ...lines].join('\n');
}
