import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { MapReport, MarketReport } from '../../core/market/market-report.ts';
import { BandsView } from '../bands/bands-view.tsx';
import type { ChartLine } from '../bands/chart-line.ts';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { HeatMap } from '../heat-map/heat-map.tsx';
import type { TakePrice } from '../ui/take-price.ts';
import { useStore } from '../ui/use-store.ts';
import { AtRisk } from './at-risk.tsx';
import { MapHead } from './map-head.tsx';
import type { PanelActions } from './panel-actions.ts';
import { isStale, type PanelCondition } from './panel-condition.ts';
import type { PanelState, PanelStore } from './panel-store.ts';
import { ReachSwitch } from './reach-switch.tsx';

export interface MarketMapProps {
  readonly store: PanelStore;
  /** Prices in the units of the page. */
  readonly report: MarketReport;
  readonly map: MapReport;
  readonly price: number;
  readonly condition: PanelCondition;
  readonly decimals: number;
  readonly multiplier: number;
  readonly theme: PanelState['theme'];
  readonly palette: PanelState['palette'];
  readonly actions: Pick<PanelActions, 'onChange' | 'askMapWindow' | 'askOrders' | 'askLevels'>;
  /** The user's own prices; empty on an exchange page, which could read them. */
  readonly ownLines: readonly ChartLine[];
  readonly take?: TakePrice;
  /** The table of the market's clusters stands elsewhere. */
  readonly areClustersApart?: boolean;
  /** A moment of the past is shown, not now. */
  readonly onMoment: (isPast: boolean) => void;
}

/** The map in the form that the user has chosen: bands, or prices in time. */
export function MarketMap(props: MarketMapProps) {
  const { store, report, actions, decimals, multiplier, ownLines, take, areClustersApart = false } = props;
  const choices = useStore(store, (state) => state.mapChoices);
  const onChoose = (change: Partial<MapChoices>) => {
    store.setState({ mapChoices: { ...store.getState().mapChoices, ...change } });
    actions.onChange({ mapChoices: change });
    if (change.form !== undefined) props.onMoment(false);
  };
  if (choices.form === 'bands') return <Bands {...props} {...{ choices, onChoose }} />;
  return (
    <HeatMap
      ask={actions.askMapWindow}
      askOrders={actions.askOrders}
      askLevels={actions.askLevels}
      {...{ report, choices, onChoose, decimals, multiplier, ownLines, areClustersApart }}
      {...(take === undefined ? {} : { take })}
      theme={props.theme}
      look={lookOf(props)}
      onMoment={props.onMoment}
    />
  );
}

/** Changes when the colours do. */
const lookOf = ({ theme, palette, condition }: MarketMapProps): string =>
  `${theme} ${palette} ${isStale(condition)}`;

interface BandsProps extends MarketMapProps {
  readonly choices: MapChoices;
  readonly onChoose: (change: Partial<MapChoices>) => void;
}

function Bands(props: BandsProps) {
  const { store, report, map, price, choices, decimals, multiplier, ownLines, take } = props;
  const span = useStore(store, (state) => state.span);
  return (
    <>
      <MapHead {...{ report, choices }} onChoose={props.onChoose}>
        <ReachSwitch span={span} onSpan={(next) => store.setState({ span: next })} />
      </MapHead>
      <BandsView
        {...{ report, map, price, multiplier, decimals, span, ownLines }}
        {...(take === undefined ? {} : { take })}
        view={choices.map}
        theme={lookOf(props)}
      >
        <AtRisk rungs={report.atRisk} price={price} view={choices.map} decimals={decimals} />
      </BandsView>
      {props.areClustersApart !== true && (
        <ClusterTable clusters={report.clusters} view={choices.map} decimals={decimals} />
      )}
    </>
  );
}
