import { useRef, useState } from 'preact/hooks';

import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { say } from '../../core/i18n/say.ts';
import { MAP_PERIODS } from '../../core/market/map-window.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import type { ChartLine } from '../bands/chart-line.ts';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { AtRisk } from '../overlay/at-risk.tsx';
import { MapHead } from '../overlay/map-head.tsx';
import { captionOf } from '../share/caption.ts';
import { ShareButtons } from '../share/share-buttons.tsx';
import type { SharedPicture } from '../share/shared-picture.ts';
import { readPalette } from '../ui/palette.ts';
import { Segments } from '../ui/segments.tsx';
import type { TakePrice } from '../ui/take-price.ts';
import { HeatChart } from './heat-chart.tsx';
import type { PointedPlace } from './use-view-input.ts';
import { HeatFilters } from './heat-filters.tsx';
import { HeatMoment } from './heat-moment.tsx';
import { HeatReadout } from './heat-readout.tsx';
import { strongestCells } from './heat-scene.ts';
import { HeatTable } from './heat-table.tsx';
import { LevelsThen } from './levels-then.tsx';
import { OthersMap, OthersSwitch } from './others-map.tsx';
import { drawSharedHeat } from './shared-heat.ts';
import { TimeSlider } from './time-slider.tsx';
import { type HeatSource, useHeatMap } from './use-heat-map.ts';
import { stateText } from './state-text.ts';

export interface HeatMapProps extends Omit<HeatSource, 'map' | 'price'> {
  readonly onChoose: (change: Partial<MapChoices>) => void;
  /** A moment of the past is shown, not now. */
  readonly onMoment: (isPast: boolean) => void;
  readonly decimals: number;
  /** The user's own prices; empty on an exchange page, which could read them. */
  readonly ownLines: readonly ChartLine[];
  readonly take?: TakePrice;
  /** The table of the report's own clusters stands elsewhere. */
  readonly areClustersApart?: boolean;
  readonly theme: 'dark' | 'light';
  /** Changes when the colours do. */
  readonly look: string;
}

const CELLS_TOLD = 10;

/** The map in price and time with its controls. */
export function HeatMap(props: HeatMapProps) {
  const { map, price } = props.report;
  return map === null || price === null ? null : <DrawnMap {...props} {...{ map, price }} />;
}

function DrawnMap(props: HeatMapProps & HeatSource) {
  const { report, choices, onChoose, multiplier, decimals } = props;
  const root = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<PointedPlace | null>(null);
  const model = useHeatMap(props);
  const { look, moves, past, scene, seen, clusters, levels, orders, momentS, shownPrice } = model;
  const nowS = report.at / 1000;
  const showMoment = (atS: number | null) => {
    model.setMoment(atS);
    props.onMoment(atS !== null);
  };
  const picture = (): SharedPicture | null => {
    if (scene === null || seen === null || root.current === null) return null;
    const palette = readPalette(root.current);
    const shown = { scene, seen, view: look.view, levels, clusters, orders, momentS, decimals };
    const atS = momentS ?? nowS;
    return {
      ...captionOf({ report, map: choices.map, price: shownPrice, atS, multiplier, decimals }),
      palette,
      draw: drawSharedHeat(
        {
          ...shown,
          price: shownPrice,
          map: choices.map,
          scale: choices.scale,
          theme: props.theme,
        },
        palette,
      ),
    };
  };
  const chart = {
    levels,
    orders,
    momentS,
    decimals,
    pointed,
    view: look.view,
    ...moves,
    price: shownPrice,
    scale: choices.scale,
    theme: props.theme,
    look: props.look,
    onPoint: setPointed,
    ownLines: props.ownLines,
    ...(props.take === undefined ? {} : { take: props.take }),
  };
  return (
    <div class="heat-map" ref={root}>
      <MapHead {...{ report, choices, onChoose }}>
        <Segments
          label={say('heat.period')}
          choices={MAP_PERIODS.map((id) => [id, say(`heat.period.${id}`)] as const)}
          chosen={choices.period}
          onChoose={(period) => {
            moves.onHome();
            showMoment(null);
            onChoose({ period });
          }}
        />
      </MapHead>
      {momentS !== null && <HeatMoment momentS={momentS} onNow={() => showMoment(null)} />}
      <div class="heat-place">
        <HeatChart {...chart} {...{ scene, seen, clusters }} label={say('heat.label')} map={choices.map} />
        <p class="heat-state secondary" role="status">
          {stateText(past, model.hasFailed)}
        </p>
      </div>
      {past !== null && <TimeSlider past={past} nowS={nowS} momentS={momentS} onMoment={showMoment} />}
      <div class="readout" aria-live="polite">
        {scene !== null && pointed !== null ? (
          <HeatReadout {...{ scene, pointed, decimals }} />
        ) : momentS === null ? (
          <AtRisk rungs={report.atRisk} price={props.price} view={choices.map} decimals={decimals} />
        ) : (
          <LevelsThen known={model.levelsThen} price={shownPrice} decimals={decimals} />
        )}
      </div>
      {model.part !== 'none' && <p class="secondary">{say(`heat.dots.${model.part}`)}</p>}
      <HeatFilters
        choices={choices}
        onChoose={onChoose}
        venues={VENUE_IDS.filter((id) => report.sources.some(({ venue }) => venue === id))}
        shading={seen?.shading ?? null}
      />
      <OthersSwitch isOn={choices.others} onTurn={(others) => onChoose({ others })} />
      {choices.others && (
        <OthersMap ask={props.ask} {...{ look, chart }} name={model.name} ours={scene} skill={report.skill} />
      )}
      <ShareButtons name={`${report.market}-heat-map`} picture={picture} />
      {(props.areClustersApart !== true || clusters !== report.clusters) && (
        <ClusterTable clusters={clusters} view={choices.map} decimals={decimals} />
      )}
      {scene !== null && (
        <HeatTable
          cells={strongestCells(scene, scene.lastColumn, CELLS_TOLD)}
          atS={momentS ?? nowS}
          decimals={decimals}
        />
      )}
    </div>
  );
}
