import { useMemo } from 'preact/hooks';

import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { type HeatPast, type TodayMap, withToday } from './heat-past.ts';
import { type HeatScene, inView, type SceneInView, sceneOf } from './heat-scene.ts';
import type { HeatView } from './heat-view.ts';
import { type AskWindow, type PastName, useHeatPast } from './use-heat-past.ts';
import { usePaintedView } from './use-painted-view.ts';

/** What is looked at, and how. */
export interface HeatLook {
  readonly view: HeatView;
  readonly choices: Pick<MapChoices, 'bright' | 'tiers' | 'low' | 'high'>;
  /** Null: now. */
  readonly momentS: number | null;
  /** Coins in one unit of the page's price. */
  readonly multiplier: number;
  readonly logStep: number;
  readonly nowS: number;
}

/** What follows on the past; the same as long as it is drawn the same. */
export interface HeatToday extends TodayMap {
  readonly untilS: number;
}

export interface SeenHeat {
  readonly past: HeatPast | null;
  readonly hasFailed: boolean;
  /** Null while nothing is known. */
  readonly scene: HeatScene | null;
  readonly seen: SceneInView | null;
}

/** The past of one map with today's behind it, as it is looked at; what is missing of it is asked for. */
export function useHeatScene(
  ask: AskWindow,
  name: PastName,
  { view, choices, momentS, multiplier, logStep, nowS }: HeatLook,
  today: HeatToday | null,
): SeenHeat {
  const wanted = useMemo(
    () => ({
      fromS: view.fromS,
      untilS: view.untilS,
      lowLog: Math.log(view.low / multiplier),
      highLog: Math.log(view.high / multiplier),
    }),
    [view, multiplier],
  );
  const { past, hasFailed } = useHeatPast(ask, name, wanted, { logStep, nowS });
  const all = useMemo(
    () => (past === null || today === null ? past : withToday(past, today, today.untilS)),
    [past, today],
  );
  const newest = all === null ? -1 : all.priceBin.findLastIndex((bin) => !Number.isNaN(bin));
  const lastColumn =
    all === null || momentS === null
      ? newest
      : Math.min(newest, Math.max(0, Math.floor((momentS - all.fromS) / all.columnS)));
  const scene = useMemo(
    () => (all === null || newest < 0 ? null : sceneOf(all, lastColumn, { logStep, multiplier }, choices)),
    [all, lastColumn, logStep, multiplier, choices.bright, choices.tiers],
  );
  const painted = usePaintedView(view);
  const seen = useMemo(
    () => scene && inView(scene, painted, choices),
    [scene, painted, choices.low, choices.high],
  );
  return { past, hasFailed, scene, seen };
}
