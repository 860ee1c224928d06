import { useMemo, useState } from 'preact/hooks';

import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { MapReport, MarketReport } from '../../core/market/market-report.ts';
import type { AskOrders } from './keep-orders.ts';
import type { AskWindow } from './use-heat-past.ts';
import { priceAt } from './heat-scene.ts';
import { clustersAt } from './past-clusters.ts';
import { type HeatLook, useHeatScene } from './use-heat-scene.ts';
import { useHeatView } from './use-heat-view.ts';
import { useOrders } from './use-orders.ts';
import { type AskLevels, usePastLevels } from './use-past-levels.ts';

/** More would hide the map; the strongest are drawn. */
const LEVELS_SHOWN = 6;
const NO_LEVELS: MarketReport['levels'] = [];

/** Of a report whose map and price are known; what asks must stay the same while the market does. */
export interface HeatSource {
  /** Prices in the units of the page. */
  readonly report: MarketReport;
  readonly map: MapReport;
  readonly price: number;
  readonly choices: MapChoices;
  readonly ask: AskWindow;
  readonly askOrders: AskOrders;
  readonly askLevels: AskLevels;
  /** Coins in one unit of the page's price. */
  readonly multiplier: number;
}

/** What the heat map shows, of now or of the moment that is looked back at. */
export function useHeatMap(source: HeatSource) {
  const { report, map, price, choices, ask, askOrders, multiplier } = source;
  const [momentS, setMoment] = useState<number | null>(null);
  const { market, levels: found, atr1dUsd } = report;
  const { logStep } = map;
  const nowS = report.at / 1000;
  const { view, home, moves } = useHeatView(choices.period, nowS, price);

  // The middle of the price's bin: a tick of the price paints nothing anew.
  const binPrice = Math.exp((Math.floor(Math.log(price / multiplier) / logStep) + 0.5) * logStep);
  const today = useMemo(
    () =>
      choices.venue === 'all'
        ? { map, price: binPrice, atS: nowS, kind: choices.map, untilS: home.untilS }
        : null,
    [map, choices.map, choices.venue, binPrice, home.untilS],
  );
  const name = { market, map: choices.map, venue: choices.venue };
  const look: HeatLook = { view, choices, momentS, multiplier, logStep, nowS };
  const ours = useHeatScene(ask, name, look, today);
  const { scene } = ours;
  const lastColumn = scene?.lastColumn ?? -1;
  const levelsThen = usePastLevels(source.askLevels, market, momentS, { nowS, multiplier });
  const atr = levelsThen.atr1dUsd ?? atr1dUsd;
  const clusters = useMemo(
    () =>
      scene === null || (momentS === null && choices.venue === 'all')
        ? report.clusters
        : clustersAt(scene, lastColumn, atr),
    [scene, momentS, lastColumn, choices.venue, report.clusters, atr],
  );
  const known = momentS === null ? found : (levelsThen.levels ?? NO_LEVELS);
  const levels = useMemo(() => known.toSorted((a, b) => b.score - a.score).slice(0, LEVELS_SHOWN), [known]);
  const shownPrice =
    scene === null || momentS === null ? price : priceAt(scene, scene.past.priceBin[lastColumn] ?? NaN);
  return {
    ...ours,
    ...useOrders(askOrders, name, view, nowS),
    name,
    look,
    moves,
    momentS,
    setMoment,
    clusters,
    levels,
    levelsThen,
    shownPrice,
  };
}
