import { useMemo, useRef, useState } from 'preact/hooks';

import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { say } from '../../core/i18n/say.ts';
import { MAP_PERIODS } from '../../core/market/map-window.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { AtRisk } from '../overlay/at-risk.tsx';
import { MapHead } from '../overlay/map-head.tsx';
import { captionOf } from '../share/caption.ts';
import { ShareButtons } from '../share/share-buttons.tsx';
import type { SharedPicture } from '../share/shared-picture.ts';
import { readPalette } from '../ui/palette.ts';
import { Segments } from '../ui/segments.tsx';
import { HeatChart } from './heat-chart.tsx';
import type { PointedPlace } from './use-view-input.ts';
import { HeatFilters } from './heat-filters.tsx';
import { type HeatPast, withToday } from './heat-past.ts';
import { HeatReadout } from './heat-readout.tsx';
import { type HeatScene, inView, priceAt, sceneOf, strongestCells } from './heat-scene.ts';
import { HeatTable } from './heat-table.tsx';
import { type HeatView, homeView, panView, zoomView } from './heat-view.ts';
import { clustersAt } from './past-clusters.ts';
import { drawSharedHeat } from './shared-heat.ts';
import { TimeSlider } from './time-slider.tsx';
import { type AskWindow, useHeatPast } from './use-heat-past.ts';

export interface HeatMapProps {
  /** Prices in the units of the page. */
  readonly report: MarketReport;
  readonly choices: MapChoices;
  readonly onChoose: (change: Partial<MapChoices>) => void;
  /** Must stay the same while the market does. */
  readonly ask: AskWindow;
  /** A moment of the past is shown, not now. */
  readonly onMoment: (isPast: boolean) => void;
  /** Coins in one unit of the page's price. */
  readonly multiplier: number;
  readonly decimals: number;
  readonly theme: 'dark' | 'light';
  /** Changes when the colours do. */
  readonly look: string;
}

/** More would hide the map; the strongest are drawn. */
const LEVELS_SHOWN = 6;
const CELLS_TOLD = 10;

/** The map in price and time with its controls. */
export function HeatMap(props: HeatMapProps) {
  const { report, choices, onChoose, multiplier, decimals } = props;
  const { map, price } = report;
  const [moved, setMoved] = useState<HeatView | null>(null);
  const [momentS, setMomentS] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<PointedPlace | null>(null);
  const logStep = map?.logStep ?? 1;
  const nowS = report.at / 1000;
  const bounds = { nowS, price: price ?? 1 };

  // What is looked at does not follow each tick of the price, nor each second.
  const homePrice = rounded(bounds.price, HOME_STEP);
  const homeS = Math.ceil(nowS / HOME_S) * HOME_S;
  const home = useMemo(() => homeView(choices.period, homeS, homePrice), [choices.period, homeS, homePrice]);
  const view = moved ?? home;
  const wanted = useMemo(
    () => ({
      fromS: view.fromS,
      untilS: view.untilS,
      lowLog: Math.log(view.low / multiplier),
      highLog: Math.log(view.high / multiplier),
    }),
    [view, multiplier],
  );
  const name = { market: report.market, map: choices.map, venue: choices.venue };
  const { past, hasFailed } = useHeatPast(props.ask, name, wanted, { logStep, nowS });

  // The middle of the price's bin: a tick of the price paints nothing anew.
  const binPrice = Math.exp((Math.floor(Math.log(bounds.price / multiplier) / logStep) + 0.5) * logStep);
  const all = useMemo(() => {
    if (past === null || map === null || choices.venue !== 'all') return past;
    const today = { map, price: binPrice, atS: report.at / 1000, kind: choices.map };
    return withToday(past, today, home.untilS);
  }, [past, map, choices.map, choices.venue, binPrice, home.untilS]);

  const newest = all === null ? -1 : all.priceBin.findLastIndex((bin) => !Number.isNaN(bin));
  const lastColumn =
    all === null || momentS === null
      ? newest
      : Math.min(newest, Math.max(0, Math.floor((momentS - all.fromS) / all.columnS)));
  const scene = useMemo<HeatScene | null>(
    () => (all === null || newest < 0 ? null : sceneOf(all, lastColumn, { logStep, multiplier }, choices)),
    [all, lastColumn, logStep, multiplier, choices.bright, choices.tiers],
  );
  const seen = useMemo(() => scene && inView(scene, view, choices), [scene, view, choices.low, choices.high]);
  const clusters = useMemo(
    () =>
      scene === null || (momentS === null && choices.venue === 'all')
        ? report.clusters
        : clustersAt(scene, lastColumn, report.atr1dUsd),
    [scene, momentS, lastColumn, choices.venue, report.clusters, report.atr1dUsd],
  );
  const levels = useMemo(
    () => report.levels.toSorted((a, b) => b.score - a.score).slice(0, LEVELS_SHOWN),
    [report.levels],
  );
  if (map === null || price === null) return null;
  const shownPrice =
    scene === null || momentS === null ? price : priceAt(scene, scene.past.priceBin[lastColumn] ?? NaN);
  const showMoment = (atS: number | null) => {
    setMomentS(atS);
    props.onMoment(atS !== null);
  };
  const picture = (): SharedPicture | null => {
    if (scene === null || seen === null || root.current === null) return null;
    const palette = readPalette(root.current);
    const shown = { scene, seen, view, levels, clusters, momentS, decimals, price: shownPrice };
    const areLevelsOfNow = momentS !== null;
    const atS = momentS ?? nowS;
    return {
      ...captionOf({ report, map: choices.map, price: shownPrice, atS, multiplier, decimals }),
      palette,
      draw: drawSharedHeat({ ...shown, areLevelsOfNow, map: choices.map, theme: props.theme }, palette),
    };
  };
  return (
    <div class="heat-map" ref={root}>
      <MapHead {...{ report, choices, onChoose }}>
        <Segments
          label={say('heat.period')}
          choices={MAP_PERIODS.map((id) => [id, say(`heat.period.${id}`)] as const)}
          chosen={choices.period}
          onChoose={(period) => {
            setMoved(null);
            showMoment(null);
            onChoose({ period });
          }}
        />
      </MapHead>
      {momentS !== null && (
        <p class="heat-moment" role="status">
          <b>{say('heat.moment', { atMs: momentS * 1000 })}</b>
          <button type="button" class="text-button" onClick={() => showMoment(null)}>
            {say('heat.moment.now')}
          </button>
        </p>
      )}
      <div class="heat-place">
        <HeatChart
          {...{ scene, seen, view, levels, clusters, momentS, decimals, pointed }}
          map={choices.map}
          price={shownPrice}
          theme={props.theme}
          look={props.look}
          onPoint={setPointed}
          onPan={(across, up) => setMoved((from) => panView(from ?? home, across, up, bounds))}
          onZoom={(factors, at) => setMoved((from) => zoomView(from ?? home, factors, at, bounds))}
          onHome={() => setMoved(null)}
        />
        <p class="heat-state secondary" role="status">
          {stateText(past, hasFailed)}
        </p>
      </div>
      {past !== null && <TimeSlider past={past} nowS={nowS} momentS={momentS} onMoment={showMoment} />}
      <div class="readout">
        {scene !== null && pointed !== null ? (
          <HeatReadout {...{ scene, pointed, decimals }} />
        ) : momentS === null ? (
          <AtRisk rungs={report.atRisk} price={price} view={choices.map} decimals={decimals} />
        ) : (
          <p>{say('heat.moment.levels')}</p>
        )}
      </div>
      <HeatFilters
        choices={choices}
        onChoose={onChoose}
        venues={VENUE_IDS.filter((id) => report.sources.some(({ venue }) => venue === id))}
        shading={seen?.shading ?? null}
      />
      <ShareButtons name={`${report.market}-heat-map`} picture={picture} />
      <ClusterTable clusters={clusters} view={choices.map} decimals={decimals} />
      {scene !== null && (
        <HeatTable
          cells={strongestCells(scene, lastColumn, CELLS_TOLD)}
          atS={momentS ?? nowS}
          decimals={decimals}
        />
      )}
    </div>
  );
}

/** The picture is laid out anew when the price has gone on by this share, and so often. */
const HOME_STEP = 0.01;
const HOME_S = 900;

/** The nearest of prices that lie a share of themselves apart. */
const rounded = (price: number, share: number): number =>
  Math.exp(Math.round(Math.log(price) / share) * share);

function stateText(past: HeatPast | null, hasFailed: boolean): string {
  if (hasFailed) return say('heat.failed');
  if (past === null) return say('heat.loading');
  return past.priceBin.some((bin) => !Number.isNaN(bin)) ? '' : say('heat.none');
}
