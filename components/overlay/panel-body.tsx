import { useState } from 'preact/hooks';

import { assetText } from '../../core/market/asset.ts';
import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { MapReport, MarketReport } from '../../core/market/market-report.ts';
import { isVenueId } from '../../core/market/venue-id.ts';
import type { ChartLine } from '../bands/draw-bands.ts';
import { useStore } from '../ui/use-store.ts';
import { AssetNote } from './asset-note.tsx';
import { AtRisk } from './at-risk.tsx';
import { BandsView } from '../bands/bands-view.tsx';
import { HeatMap } from '../heat-map/heat-map.tsx';
import { BookSwitch } from './book-switch.tsx';
import { ChartSwitch } from './chart-switch.tsx';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { ContextLine } from './context-line.tsx';
import { LevelCard } from './level-card.tsx';
import { MapHead } from './map-head.tsx';
import { hasFiguresPlace, isStale, type PanelCondition } from './panel-condition.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelState, PanelStore } from './panel-store.ts';
import { OtherVenue } from './other-venue.tsx';
import { ReachSwitch } from './reach-switch.tsx';
import { Sources } from './sources.tsx';
import { useMinute } from './use-minute.ts';
import { WarmUp } from './warm-up.tsx';
import { WarningTrack } from './warnings.tsx';

export interface PanelBodyProps {
  readonly store: PanelStore;
  /** Prices in the units of the page. */
  readonly report: MarketReport | null;
  readonly condition: PanelCondition;
  readonly decimals: number;
  readonly multiplier: number;
  readonly theme: PanelState['theme'];
  readonly palette: PanelState['palette'];
  readonly actions: PanelActions;
  /** What comes or goes above other parts of it. */
  readonly layout: string;
}

/** The open panel under its strip. */
export function PanelBody(props: PanelBodyProps) {
  const { store, report, condition } = props;
  const market = useStore(store, (state) => state.market);
  const isSupported = hasFiguresPlace(condition);
  const [isPast, setPast] = useState(false);
  return (
    <div class={`panel-body${isPast ? ' past' : ''}`}>
      {isSupported && report !== null && <Asset store={store} report={report} />}
      {isSupported && market !== null && (
        <OtherVenue site={market.venue} base={assetText(market)} isPolled={isPolled(market.venue, report)} />
      )}
      {isSupported && <Figures {...props} onMoment={setPast} />}
      {isSupported && report !== null && (
        <Surroundings store={store} report={report} decimals={props.decimals} />
      )}
    </div>
  );
}

const NO_LINES: readonly ChartLine[] = [];

interface FiguresProps extends PanelBodyProps {
  /** A moment of the past is shown, not now. */
  readonly onMoment: (isPast: boolean) => void;
}

function Figures(props: FiguresProps) {
  const { store, report, decimals, actions } = props;
  const choices = useStore(store, (state) => state.mapChoices);
  if (report === null) return <WarmUp warmUp={null} />;
  const { map, price } = report;
  if (map === null || price === null) return <WarmUp warmUp={report.warmUp} />;
  const onChoose = (change: Partial<MapChoices>) => {
    store.setState({ mapChoices: { ...store.getState().mapChoices, ...change } });
    actions.onChange({ mapChoices: change });
    if (change.form !== undefined) props.onMoment(false);
  };
  return (
    <>
      {!report.warmUp.done && <WarmUp warmUp={report.warmUp} isBrief />}
      {choices.form === 'bands' ? (
        <Bands {...props} {...{ report, map, price, choices, onChoose }} />
      ) : (
        <HeatMap
          ask={actions.askMapWindow}
          askOrders={actions.askOrders}
          {...{ report, choices, onChoose, decimals }}
          multiplier={props.multiplier}
          theme={props.theme}
          look={lookOf(props)}
          onMoment={props.onMoment}
        />
      )}
      <LevelCard {...{ report, price, decimals }} />
      <ChartSwitch store={store} onPlace={actions.onPlace} />
      <BookSwitch store={store} onPlace={actions.onPlace} />
    </>
  );
}

/** Changes when the colours do. */
const lookOf = ({ theme, palette, condition }: PanelBodyProps): string =>
  `${theme} ${palette} ${isStale(condition)}`;

interface BandsProps extends PanelBodyProps {
  readonly report: MarketReport;
  readonly map: MapReport;
  readonly price: number;
  readonly choices: MapChoices;
  readonly onChoose: (change: Partial<MapChoices>) => void;
}

function Bands(props: BandsProps) {
  const { store, report, map, price, choices, decimals, multiplier } = props;
  const span = useStore(store, (state) => state.span);
  return (
    <>
      <MapHead {...{ report, choices }} onChoose={props.onChoose}>
        <ReachSwitch span={span} onSpan={(next) => store.setState({ span: next })} />
      </MapHead>
      <BandsView
        {...{ report, map, price, multiplier, decimals, span }}
        view={choices.map}
        theme={lookOf(props)}
        ownLines={NO_LINES}
      >
        <AtRisk rungs={report.atRisk} price={price} view={choices.map} decimals={decimals} />
      </BandsView>
      <ClusterTable clusters={report.clusters} view={choices.map} decimals={decimals} />
    </>
  );
}

const Asset = ({ store, report }: Pick<SurroundingsProps, 'store' | 'report'>) => (
  <AssetNote report={report} nowMs={Math.max(report.at, useMinute(store))} />
);

interface SurroundingsProps {
  readonly store: PanelStore;
  readonly report: MarketReport;
  readonly decimals: number;
}

function Surroundings({ store, report, decimals }: SurroundingsProps) {
  const nowMs = Math.max(report.at, useMinute(store));
  return (
    <>
      <ContextLine report={report} nowMs={nowMs} />
      <WarningTrack warnings={report.warnings ?? []} nowMs={nowMs} decimals={decimals} />
      <Sources
        sources={report.sources}
        known={report.publicPositions}
        listening={report.listening}
        nowMs={nowMs}
      />
    </>
  );
}

/** Before the first report only the sites of venues that are never polled are known. */
const isPolled = (site: string, report: MarketReport | null): boolean =>
  isVenueId(site) && (report === null || report.sources.some(({ venue }) => venue === site));
